package org.plenum.audit;

import org.plenum.proof.checkpoint.Checkpoint;
import org.plenum.proof.note.VerifierKey;

/** The plain-language page that comes with every bundle. */
final class BundleReadme {
    private BundleReadme() {}

    static String text(String session, long entries, Checkpoint head, VerifierKey key) {
        return """
                ITALIANO

                Questo file è il fascicolo di prova della seduta "%1$s": %2$d voci del registro, nell'ordine in cui
                furono registrate, ciascuna legata alla precedente, e la prova che tutte stanno nel registro "%3$s"
                quando questo contava %4$d voci. Il registro ha firmato quello stato con la chiave pubblica

                    %5$s

                Per verificarlo senza server e senza rete:

                    scripts/plenum verify FILE.zip --key "CHIAVE"
                    node scripts/verify-bundle.mjs FILE.zip --key "CHIAVE"

                La CHIAVE va ottenuta da chi tiene il registro per una via diversa da questo file: chi può sostituire il
                file può sostituire anche la chiave che contiene.

                Che cosa c'è dentro: entries.jsonl (le voci, riga per riga, come furono firmate), disclosures.jsonl (i
                testi liberi; quelli omessi mancano e le posizioni sono in manifest.json), tree.txt (gli hash di tutto
                ciò che nel registro sta fra queste voci), checkpoint.txt (lo stato firmato), key.txt, witnesses.txt (le
                chiavi dei testimoni), acts.json (cambi di chiave e ripristini dichiarati), report.json (il resoconto,
                che la verifica ricalcola dalle voci), manifest.json e manifest.sig (l'elenco dei file, firmato).

                Che cosa prova: che la registrazione è completa fino all'ultima voce, nell'ordine, inalterata. Che cosa
                non prova: che i fatti siano stati registrati, che chi li ha registrati fosse onesto, che gli orologi
                fossero giusti.

                ENGLISH

                This file is the evidence bundle of the session "%1$s": %2$d entries of the ledger, in the order in
                which they were recorded, each tied to the one before, and the proof that all of them are in the log
                "%3$s" when it had %4$d entries. The log signed that state with the public key shown above.

                To verify it without a server and without a network:

                    scripts/plenum verify FILE.zip --key "KEY"
                    node scripts/verify-bundle.mjs FILE.zip --key "KEY"

                Get the KEY from whoever keeps the log by another way than this file: who can replace the file can
                replace the key in it.

                What is inside: entries.jsonl (the entries, line by line, as they were signed), disclosures.jsonl (free
                texts; those withheld are missing and manifest.json gives their positions), tree.txt (the hashes of all
                that lies between these entries in the log), checkpoint.txt (the signed state), key.txt, witnesses.txt
                (the witnesses' keys), acts.json (changes of key and declared rollbacks), report.json (the report, which
                verification computes anew from the entries), manifest.json and manifest.sig (the list of files, signed).

                What it proves: that the record is complete up to its last entry, in order, unaltered. What it does not
                prove: that the facts were recorded, that whoever recorded them was honest, that clocks were right.
                """.formatted(session, entries, head.origin(), head.size(), key.text());
    }
}

package org.plenum.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.proof.Refused;
import org.plenum.proof.checkpoint.LogIdentity;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.notary.Acts;
import org.plenum.proof.note.Note;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.note.TrustedKeys;
import org.plenum.proof.note.VerifierKey;
import tools.jackson.core.JacksonException;

/** Whether the log signed for the bundle: its keys and acts, the seal of the manifest, the state that the entries are in. */
final class LogCheck {
    private final BundleFiles files;
    private final BundleCheck.Trust trust;
    private final @Nullable VerifierKey trusted;
    private final Verdicts verdicts;

    LogCheck(BundleFiles files, BundleCheck.Trust trust, Verdicts verdicts) {
        this.files = files;
        this.trust = trust;
        this.trusted = trust.key();
        this.verdicts = verdicts;
    }

    /** The state of the log that was signed; null where none holds. */
    @Nullable SignedCheckpoint run() throws IOException {
        var keys = keys();
        checkSeal(keys);
        return checkpoint(keys);
    }

    private List<Acts.Term> keys() throws IOException {
        try {
            var own = VerifierKey.parse(files.text(Bundle.KEY).strip());
            if (!(own.text() + "\n").equals(files.text(Bundle.KEY))) {
                verdicts.wrong(
                        "KEY",
                        files.session(),
                        "key.txt non contiene solo una chiave",
                        "key.txt holds more than a key");
            }
            if (trusted == null) {
                verdicts.unchecked(
                        "Se la chiave sia davvero del registro: è stata usata quella nel fascicolo stesso, "
                                + own.text()
                                + ". Confrontarla con quella ottenuta per altra via, o indicarla con --key.",
                        "Whether the key is really the log's: the one in the bundle itself was used, " + own.text()
                                + ". Compare it with one had by another way, or give that with --key.");
            }
            var acts = acts();
            var terms = Acts.terms(trusted == null ? own : trusted, acts);
            tellActs(acts, terms);
            var inForce = terms.getLast().key();
            if (!own.equals(inForce)) {
                verdicts.wrong(
                        "OTHER_KEY",
                        files.session(),
                        "la chiave del fascicolo, " + own.text() + ", non è quella indicata e nessun cambio di chiave "
                                + "vi conduce",
                        "the bundle's key, " + own.text() + ", is not the one given, and no rotation leads to it");
            } else if (terms.size() > 1) {
                verdicts.checked(
                        "I passaggi di chiave, firmati ciascuno dalla vecchia e dalla nuova: " + (terms.size() - 1)
                                + ".",
                        "The rotations of the key, each signed by the old and the new: " + (terms.size() - 1) + ".");
            }
            return terms;
        } catch (Refused | JacksonException e) {
            verdicts.wrong(
                    "KEY",
                    files.session(),
                    "la chiave o gli atti non si leggono: " + e.getMessage(),
                    "the key or the acts cannot be read: " + e.getMessage());
            return trusted == null ? List.of() : List.of(new Acts.Term(trusted, Long.MAX_VALUE));
        }
    }

    private List<Note> acts() throws IOException, NoteRefused {
        var acts = new ArrayList<Note>();
        for (var act : BundleFiles.JSON.readTree(files.bytes(Bundle.ACTS))) {
            acts.add(Note.parse(act.asString("").getBytes(StandardCharsets.UTF_8)));
        }
        return acts;
    }

    private void tellActs(List<Note> acts, List<Acts.Term> terms) throws NoteRefused {
        var keys = new TrustedKeys(terms.stream().map(Acts.Term::key).toList());
        for (var act : acts) {
            act.check(keys);
            if (Acts.isRollback(act)) {
                var fields = Acts.fields(act);
                verdicts.unchecked(
                        "Che il registro non abbia perso nulla: chi lo tiene ha dichiarato un ripristino " + fields,
                        "That the log lost nothing: its operator has declared a rollback " + fields);
            }
        }
    }

    private void checkSeal(List<Acts.Term> keys) throws IOException {
        try {
            var seal = Note.parse(files.bytes(Bundle.SEAL));
            var sha256 = HexFormat.of().formatHex(BundleWriter.sha256().digest(files.bytes(Bundle.MANIFEST)));
            var origin = files.origin();
            seal.check(new TrustedKeys(Acts.inForce(keys, Long.MAX_VALUE)));
            if (seal.text().equals(Acts.sealText(origin, files.session(), sha256))) {
                verdicts.checked(
                        "Il sigillo del manifesto, firmato dal registro \"" + origin + "\".",
                        "The seal of the manifest, signed by the log \"" + origin + "\".");
                return;
            }
            verdicts.wrong(
                    "SEAL", files.session(), "il sigillo è di un altro manifesto", "the seal is of another manifest");
        } catch (NoteRefused e) {
            verdicts.wrong(
                    "SEAL",
                    files.session(),
                    "il manifesto non è firmato dal registro: " + e.fault().it(),
                    "the manifest is not signed by the log: " + e.fault().en());
        }
    }

    private @Nullable SignedCheckpoint checkpoint(List<Acts.Term> terms) throws IOException {
        try {
            var checkpoint = SignedCheckpoint.parse(files.bytes(Bundle.CHECKPOINT));
            var witnesses = new ArrayList<VerifierKey>();
            for (var line : files.text(Bundle.WITNESSES).lines().toList()) {
                witnesses.add(VerifierKey.parse(line));
            }
            var origin = files.origin();
            var keys = Acts.inForce(terms, checkpoint.checkpoint().size());
            requireWitnesses(checkpoint);
            var checked = checkpoint.check(new LogIdentity(origin, keys), witnesses);
            var head = checked.checkpoint();
            verdicts.checked(
                    "La firma del registro \"" + origin + "\" sul suo stato a " + head.size() + " voci.",
                    "The signature of the log \"" + origin + "\" on its state at " + head.size() + " entries.");
            var names =
                    checked.byWitnesses().stream().map(one -> one.key().name()).toList();
            if (!names.isEmpty()) {
                verdicts.checked(
                        "Controfirme dei testimoni: " + names + ".", "Cosignatures of witnesses: " + names + ".");
            }
            witnesses.stream()
                    .filter(one -> !names.contains(one.name()))
                    .forEach(missing -> verdicts.unchecked(
                            "Manca la controfirma del testimone \"" + missing.name() + "\".",
                            "The cosignature of the witness \"" + missing.name() + "\" is missing."));
            return checkpoint;
        } catch (Refused e) {
            verdicts.wrong(
                    "CHECKPOINT",
                    files.session(),
                    "lo stato firmato del registro non vale: " + e.fault().it(),
                    "the log's signed state does not hold: " + e.fault().en());
            return null;
        }
    }

    private void requireWitnesses(SignedCheckpoint checkpoint) {
        for (var witness : trust.witnesses()) {
            try {
                checkpoint.note().check(new TrustedKeys(List.of(witness)));
                verdicts.checked(
                        "La controfirma del testimone indicato, \"" + witness.name() + "\".",
                        "The cosignature of the witness given, \"" + witness.name() + "\".");
            } catch (NoteRefused missing) {
                verdicts.wrong(
                        "WITNESS",
                        files.session(),
                        "il testimone indicato, \"" + witness.name() + "\", non ha controfirmato",
                        "the witness given, \"" + witness.name() + "\", has not cosigned");
            }
        }
    }
}

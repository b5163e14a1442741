package org.plenum.proof.notary;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.proof.checkpoint.Checkpoint;
import org.plenum.proof.note.Note;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.note.NoteSignature;
import org.plenum.proof.note.SigningKey;
import org.plenum.proof.note.TrustedKeys;
import org.plenum.proof.note.VerifierKey;

/** Deliberate acts of a log's operator, as signed notes of lines that docs/ledger-format.md lists. */
public final class Acts {
    private static final String FORMAT = "plenum-act/1";
    private static final String ROTATION = "key-rotation";
    private static final String ROLLBACK = "rollback-accepted";

    private Acts() {}

    /** A new key takes over; both sign. */
    static Note rotation(SigningKey before, SigningKey after, long size, Instant now) {
        var text = lines(List.of(
                FORMAT,
                ROTATION,
                before.verifier().name(),
                before.verifier().text(),
                after.verifier().text(),
                Long.toString(size),
                time(now)));
        return Note.of(text, before.sign(text), after.sign(text));
    }

    /** The log goes on from a tree that does not contain what it had published. */
    static Note rollback(SigningKey key, @Nullable Checkpoint lost, TreeStore.Head kept, Instant now, String reason) {
        var text = lines(List.of(
                FORMAT,
                ROLLBACK,
                key.verifier().name(),
                lost == null ? "unknown" : lost.size() + " " + lost.root().base64(),
                kept.size() + " " + kept.root().base64(),
                time(now),
                reason.replaceAll("\\p{Cntrl}+", " ").strip()));
        return Note.of(text, key.sign(text));
    }

    /** Whether an act is a rollback that was accepted. */
    public static boolean isRollback(Note act) {
        return act.text().startsWith(FORMAT + "\n" + ROLLBACK + "\n");
    }

    /** The lines of an act after its format and kind. */
    public static List<String> fields(Note act) {
        var all = Arrays.asList(act.text().split("\n", -1));
        return all.subList(Math.min(2, all.size()), Math.max(2, all.size() - 1));
    }

    /**
     * The keys of a log, the one that is trusted first, then each that the acts hand the log over to, as far as both keys
     * signed.
     *
     * @throws NoteRefused if a rotation that follows on a trusted key is not signed by both
     */
    public static List<VerifierKey> keysFrom(VerifierKey trusted, List<Note> acts) throws NoteRefused {
        var keys = new java.util.ArrayList<>(List.of(trusted));
        for (var act : acts) {
            var next = successor(keys.getLast(), act);
            if (next.isPresent()) {
                keys.add(next.get());
            }
        }
        return keys;
    }

    private static Optional<VerifierKey> successor(VerifierKey before, Note act) throws NoteRefused {
        var fields = fields(act);
        if (!act.text().startsWith(FORMAT + "\n" + ROTATION + "\n")
                || fields.size() != 5
                || !fields.get(1).equals(before.text())) {
            return Optional.empty();
        }
        var after = VerifierKey.parse(fields.get(2));
        for (var key : List.of(before, after)) {
            act.check(new TrustedKeys(List.of(key)));
        }
        return Optional.of(after);
    }

    /** Signs, with a log's key, that these bytes are a bundle's manifest: see docs/ledger-format.md. */
    public static Note seal(SigningKey key, String session, String manifestSha256) {
        var text = sealText(key.verifier().name(), session, manifestSha256);
        NoteSignature signature = key.sign(text);
        return Note.of(text, signature);
    }

    /** What the seal of a bundle says. */
    public static String sealText(String origin, String session, String manifestSha256) {
        return lines(List.of("plenum-bundle/1", origin, session, manifestSha256));
    }

    private static String time(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}

package org.plenum.proof.notary;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.proof.DecimalText;
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
     * A key of a log, and how long it was in force.
     *
     * @param upTo the largest tree that its signatures count for; {@link Long#MAX_VALUE} for the last key
     */
    public record Term(VerifierKey key, long upTo) {}

    private record Rotation(Note act, VerifierKey before, VerifierKey after, long size) {}

    /**
     * The keys of the log that a trusted key is of, the oldest first: those that handed over to it and those that it was
     * handed over to, as rotations say that both keys signed.
     *
     * @throws NoteRefused if a rotation from or to one of these keys is not signed by both
     */
    public static List<Term> terms(VerifierKey trusted, List<Note> acts) throws NoteRefused {
        var rotations = new ArrayList<Rotation>();
        for (var act : acts) {
            rotation(act).ifPresent(rotations::add);
        }
        var terms = new ArrayDeque<Term>();
        terms.add(new Term(trusted, Long.MAX_VALUE));
        for (var rotation : rotations) {
            var last = terms.getLast().key();
            if (rotation.before().equals(last)) {
                check(rotation);
                terms.removeLast();
                terms.add(new Term(last, rotation.size()));
                terms.add(new Term(rotation.after(), Long.MAX_VALUE));
            }
        }
        for (var rotation : rotations.reversed()) {
            if (rotation.after().equals(terms.getFirst().key())) {
                check(rotation);
                terms.addFirst(new Term(rotation.before(), rotation.size()));
            }
        }
        return List.copyOf(terms);
    }

    /** Those keys whose signatures count for a tree of some size. */
    public static List<VerifierKey> inForce(List<Term> terms, long size) {
        return terms.stream().filter(term -> size <= term.upTo()).map(Term::key).toList();
    }

    private static Optional<Rotation> rotation(Note act) throws NoteRefused {
        var fields = fields(act);
        if (!act.text().startsWith(FORMAT + "\n" + ROTATION + "\n") || fields.size() != 5) {
            return Optional.empty();
        }
        var before = VerifierKey.parse(fields.get(1));
        var after = VerifierKey.parse(fields.get(2));
        var size = DecimalText.parse(fields.get(3));
        var named = fields.getFirst().equals(before.name()) && before.name().equals(after.name());
        return named && size.isPresent()
                ? Optional.of(new Rotation(act, before, after, size.getAsLong()))
                : Optional.empty();
    }

    private static void check(Rotation rotation) throws NoteRefused {
        for (var key : List.of(rotation.before(), rotation.after())) {
            rotation.act().check(new TrustedKeys(List.of(key)));
        }
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

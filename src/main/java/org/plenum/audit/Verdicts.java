package org.plenum.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;

/** What a verification has found so far, in plain words: what holds, what nobody could check, what is wrong and where. */
public final class Verdicts {
    private static final int MOST_FINDINGS = 100;

    /**
     * Something wrong.
     *
     * @param code a stable name for programs
     * @param session whose; null where it concerns no one session
     * @param position where in the session; null where it concerns no one position
     */
    public record Wrong(
            String code, @Nullable String session, @Nullable Long position, Bilingual what) {}

    private final List<Bilingual> checked = new ArrayList<>();
    private final List<Bilingual> unchecked = new ArrayList<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private long findings;

    void checked(String it, String en) {
        checked.add(new Bilingual(it, en));
    }

    void unchecked(String it, String en) {
        unchecked.add(new Bilingual(it, en));
    }

    /** Something wrong with a session as a whole. */
    void wrong(String code, String session, String it, String en) {
        wrong(code, session, null, it, en);
    }

    /** Something wrong at a position of a session, which is told before it. */
    void wrongAt(String code, String session, long position, String it, String en) {
        wrong(
                code,
                session,
                position,
                session + ", posizione " + position + ": " + it,
                session + ", position " + position + ": " + en);
    }

    void wrong(String code, @Nullable String session, @Nullable Long position, String it, String en) {
        findings++;
        // A file that is wrong everywhere is told by its first faults.
        if (wrong.size() < MOST_FINDINGS) {
            wrong.add(new Wrong(code, session, position, new Bilingual(it, en)));
        }
    }

    /** What was checked and holds. */
    public List<Bilingual> checked() {
        return List.copyOf(checked);
    }

    /** What could not be checked, and why. */
    public List<Bilingual> unchecked() {
        return List.copyOf(unchecked);
    }

    /** What is wrong: the first of it, where there is much. */
    public List<Wrong> wrong() {
        return List.copyOf(wrong);
    }

    /** How much is wrong. */
    public long findings() {
        return findings;
    }

    /** Whether nothing is wrong. */
    public boolean isGood() {
        return findings == 0;
    }
}

package org.plenum.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.Stage;
import org.plenum.vocabulary.Stages;
import org.plenum.vocabulary.VoteId;

/**
 * What the ledger knows of an earlier session, as far as votes of later ones depend on it.
 *
 * @param upTo the last position of that session that was known
 * @param sat the seats that were present at any time while it sat, in the order of the roll
 * @param namesCertain whether these are all of them: minutes may give numbers without names
 * @param staged its votes that were stages of a question
 */
public record EarlierSession(
        SessionId session,
        AssemblyId assembly,
        LocalDate date,
        long upTo,
        List<SeatId> sat,
        boolean namesCertain,
        Map<VoteId, StagedVote> staged) {
    /** Keeps its own copies. */
    public EarlierSession {
        sat = List.copyOf(sat);
        staged = Map.copyOf(staged);
    }

    /**
     * A vote that was a stage.
     *
     * @param earlier the stages before it
     * @param decided whether it was closed, not annulled, and its outcome is known
     * @param carried whether it reached the majority that it needed
     * @param adopted whether it adopted the question, together with the stages before it
     */
    public record StagedVote(Stages stages, List<Stage> earlier, boolean decided, boolean carried, boolean adopted) {
        /** Whether a further stage may follow on it. */
        public boolean goesOn() {
            return decided && !adopted;
        }
    }
}

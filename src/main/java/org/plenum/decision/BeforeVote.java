package org.plenum.decision;

import org.jspecify.annotations.Nullable;
import org.plenum.event.SessionEvent.CandidatesNamed;
import org.plenum.event.SessionEvent.StageNamed;
import org.plenum.event.SessionEvent.WhoSatNamed;
import org.plenum.vocabulary.VoteId;

/**
 * What was recorded of a vote just before it opens.
 *
 * @param vote the vote; null where nothing was recorded
 * @param candidates who stands, and how they are elected; null where it is no election
 */
record BeforeVote(@Nullable VoteId vote, @Nullable CandidatesNamed candidates, Ties ties) {
    static final BeforeVote NOTHING = new BeforeVote(null, null, Ties.NONE);

    BeforeVote with(CandidatesNamed e) {
        return new BeforeVote(e.vote(), e, of(e.vote()).ties);
    }

    BeforeVote with(WhoSatNamed e) {
        var known = of(e.vote());
        return new BeforeVote(e.vote(), known.candidates, known.ties.with(e));
    }

    BeforeVote with(StageNamed e) {
        var known = of(e.vote());
        return new BeforeVote(e.vote(), known.candidates, known.ties.with(e));
    }

    /** What was recorded of this vote. */
    BeforeVote of(VoteId opening) {
        return opening.equals(vote) ? this : NOTHING;
    }
}

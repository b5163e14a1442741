package org.plenum.web.page;

import org.jspecify.annotations.Nullable;
import org.plenum.decision.SessionState;
import org.plenum.decision.VoteState;
import org.plenum.projection.sight.Sight;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.SeatId;

/**
 * How somebody looks at a session.
 *
 * @param room the session, as it is or was
 * @param sight how much of it they may see
 * @param actor who looks, where it matters for what waits for a second person
 * @param said the words of their language
 * @param now the session as it is: what is over by now may be seen
 */
record Look(Room room, Sight sight, @Nullable Actor actor, Said said, Room now) {
    SessionState state() {
        return room.state();
    }

    /** Whether they may see how each voted. */
    boolean seesChoices(VoteState vote) {
        var open = vote.isOpen()
                && now.state()
                        .vote(vote.opened().vote())
                        .filter(VoteState::isOpen)
                        .isPresent();
        return vote.opened().method() != Method.SECRET
                && sight.choices(vote.opened().method(), open);
    }

    /** Whether they may see who has voted. */
    boolean seesParticipation(VoteState vote) {
        return sight.participation(vote.opened().method());
    }

    String nameOf(SeatId seat) {
        return SeatNames.of(state(), seat);
    }

    String shortNameOf(SeatId seat) {
        return SeatNames.shortened(nameOf(seat));
    }
}

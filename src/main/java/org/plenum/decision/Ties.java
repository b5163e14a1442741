package org.plenum.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.counting.Electorate;
import org.plenum.decision.counting.Staging;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.StageNamed;
import org.plenum.event.SessionEvent.WhoSatNamed;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;

/**
 * What ties a vote to earlier sessions.
 *
 * @param whoSat those who alone vote, because they sat in the session whose minutes it approves; null where all do
 * @param staging which stage of a question it is; null where it decides alone
 */
public record Ties(@Nullable WhoSat whoSat, @Nullable Staging staging) {
    /** Nothing does. */
    static final Ties NONE = new Ties(null, null);

    /**
     * Those who sat in an earlier session.
     *
     * @param upTo the last position of that session that was known
     */
    public record WhoSat(SessionId session, long upTo, Set<SeatId> seats) {
        /** Keeps its own copy, in the same order. */
        public WhoSat {
            seats = Collections.unmodifiableSet(new LinkedHashSet<>(seats));
        }

        private WhoSat with(List<SeatId> more) {
            var all = new LinkedHashSet<>(seats);
            all.addAll(more);
            return new WhoSat(session, upTo, all);
        }
    }

    /** What is recorded of them before the vote opens. */
    List<SessionEvent> named(VoteId vote) {
        var events = new ArrayList<SessionEvent>();
        if (whoSat != null) {
            var chunks = Chunks.of(List.copyOf(whoSat.seats()), seat -> Chunks.bytes(seat.value()));
            // Where nobody sat, that is what is recorded.
            (chunks.isEmpty() ? List.of(List.<SeatId>of()) : chunks)
                    .forEach(seats -> events.add(new WhoSatNamed(vote, whoSat.session(), whoSat.upTo(), seats)));
        }
        if (staging != null) {
            events.add(new StageNamed(vote, staging.stages(), staging.earlier()));
        }
        return events;
    }

    Ties with(WhoSatNamed e) {
        return new Ties(
                whoSat == null
                        ? new WhoSat(e.session(), e.upTo(), new LinkedHashSet<>(e.seats()))
                        : whoSat.with(e.seats()),
                staging);
    }

    Ties with(StageNamed e) {
        return new Ties(whoSat, new Staging(e.stages(), e.earlier()));
    }

    /** Whether they let a seat vote. */
    boolean admit(SeatId seat) {
        return whoSat == null || whoSat.seats().contains(seat);
    }

    /** Those of an electorate whom they let vote. */
    Electorate among(Electorate electorate) {
        return whoSat == null ? electorate : electorate.within(Electorate.of(whoSat.seats()));
    }

    /** The majority that a stage brings, or this one. */
    Rule majority(Rule otherwise) {
        return staging == null ? otherwise : staging.majority();
    }
}

package org.plenum.web.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.Words;
import org.plenum.web.security.Person;

/**
 * An event that the clerk puts right, with what its form begins with.
 *
 * @param kind the word of a {@link Journal.Fix}
 * @param was the choice, the outcome or the mode as it stands, as a word of its kind
 * @param speaker as forms write participants
 */
record Fix(
        long position,
        String time,
        String words,
        String kind,
        @Nullable String seat,
        @Nullable String vote,
        @Nullable String was,
        @Nullable String speaker,
        @Nullable String text) {

    /** The event at a position, where it can be put right. */
    static Optional<Fix> of(Room room, Person person, Said said, long position) {
        var words = new EventWords(room, person, said);
        return room.events().stream()
                .filter(recorded -> recorded.position() == position)
                .findFirst()
                .flatMap(recorded -> Optional.ofNullable(Journal.fix(room, recorded.event()))
                        .map(kind -> begin(room, Journal.line(room, recorded, words, said), kind, recorded.event())));
    }

    private static Fix begin(Room room, Journal.Line line, Journal.Fix kind, SessionEvent event) {
        return switch (kind) {
            case ATTENDANCE ->
                make(line, kind, event instanceof SeatArrived e ? e.seat() : ((SeatDeparted) event).seat(), null, null);
            case BALLOT ->
                event instanceof BallotCast e
                        ? ballot(room, line, kind, e.vote(), e.seat())
                        : ballot(room, line, kind, ((BallotChanged) event).vote(), ((BallotChanged) event).seat());
            case PROCLAMATION -> {
                var vote = ((OutcomeProclaimed) event).vote();
                var proclaimed =
                        room.state().vote(vote).map(each -> each.proclaimed()).orElse(null);
                yield make(line, kind, null, vote, proclaimed == null ? null : Words.of(proclaimed));
            }
            case STATEMENT -> {
                var spoken = (StatementRecorded) event;
                yield new Fix(
                        line.position(),
                        line.time(),
                        line.words(),
                        kind.word(),
                        null,
                        null,
                        null,
                        written(spoken.speaker()),
                        spoken.text().toString());
            }
            case VOTE -> make(line, kind, null, ((VoteClosed) event).vote(), null);
        };
    }

    private static Fix ballot(Room room, Journal.Line line, Journal.Fix kind, VoteId vote, SeatId seat) {
        // While a vote is open its choices may be hidden, and a form is no way around that.
        var choice = room.state()
                .vote(vote)
                .filter(each -> !each.isOpen())
                .map(each -> each.ballots().get(seat))
                .orElse(null);
        return make(line, kind, seat, vote, choice instanceof Choice.Stance stance ? Words.of((Choice) stance) : null);
    }

    private static Fix make(
            Journal.Line line, Journal.Fix kind, @Nullable SeatId seat, @Nullable VoteId vote, @Nullable String was) {
        return new Fix(
                line.position(),
                line.time(),
                line.words(),
                kind.word(),
                seat == null ? null : seat.value(),
                vote == null ? null : vote.value(),
                was,
                null,
                null);
    }

    private static String written(Participant participant) {
        return switch (participant) {
            case Participant.OfSeat(var seat) -> "seat:" + seat;
            case Participant.Named(var name) -> "name:" + name;
        };
    }
}

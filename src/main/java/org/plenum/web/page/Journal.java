package org.plenum.web.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.vocabulary.VoteId;
import org.plenum.web.security.Person;

/** What was recorded, line by line, the latest first. */
final class Journal {
    /**
     * One event in words, with when and by whom it was recorded.
     *
     * @param recorded when it was recorded, where that is another minute than the one stated
     * @param corrected the position of the event that put this one right; null where none did
     * @param fix what kind of correction it can have; null where it can have none
     */
    record Line(
            long position,
            String time,
            @Nullable String recorded,
            String words,
            String actor,
            boolean finding,
            @Nullable Long corrected,
            @Nullable Fix fix) {}

    /** How an event is put right. */
    enum Fix {
        ATTENDANCE,
        BALLOT,
        PROCLAMATION,
        STATEMENT,
        /** A vote that was closed can be annulled. */
        VOTE;

        /** Its name in addresses and templates. */
        public String word() {
            return org.plenum.vocabulary.Words.of(this);
        }
    }

    private Journal() {}

    /** The last so many events. */
    static List<Line> latest(Room room, Person person, Said said, int most) {
        var words = new EventWords(room, person, said);
        var corrected = corrected(room);
        var lines = new ArrayList<Line>();
        for (var recorded : room.events().reversed()) {
            if (lines.size() == most) {
                break;
            }
            lines.add(line(room, recorded, words, said, corrected.get(recorded.position())));
        }
        return lines;
    }

    /** One event. */
    static Line line(Room room, Recorded<SessionEvent> recorded, EventWords words, Said said) {
        return line(room, recorded, words, said, null);
    }

    private static Line line(
            Room room, Recorded<SessionEvent> recorded, EventWords words, Said said, @Nullable Long corrected) {
        var moment = new Room.Moment(recorded.position(), recorded.recordedAt(), recorded.stated());
        var convened = room.state().convened();
        var live = !room.state().isTranscribed();
        var time = Moments.label(moment, convened.zone(), live, said);
        var clock = said.time(recorded.recordedAt(), convened.zone());
        return new Line(
                recorded.position(),
                time,
                live && !time.equals(clock) ? clock : null,
                words.of(recorded),
                words.shows(recorded.event()) ? said.of(recorded.actor()) : "",
                !recorded.findings().isEmpty(),
                corrected,
                fix(room, recorded.event()));
    }

    /** How an event can be put right. */
    static @Nullable Fix fix(Room room, SessionEvent event) {
        return switch (event) {
            case SeatArrived _, SeatDeparted _ -> Fix.ATTENDANCE;
            case BallotCast e -> secret(room, e.vote()) ? null : Fix.BALLOT;
            case BallotChanged e -> secret(room, e.vote()) ? null : Fix.BALLOT;
            case OutcomeProclaimed _ -> Fix.PROCLAMATION;
            case StatementRecorded _ -> Fix.STATEMENT;
            case VoteClosed e ->
                room.state().vote(e.vote()).filter(vote -> vote.isAnnulled()).isPresent() ? null : Fix.VOTE;
            case OfVote _,
                    OfConvening _,
                    OfSitting _,
                    OfPresence _,
                    OfProposal _,
                    OfOffice _,
                    OfProxy _,
                    OfAgenda _,
                    SeatRecused _,
                    OfStatement _,
                    MinutesApproved _ -> null;
        };
    }

    private static boolean secret(Room room, VoteId vote) {
        return room.state().vote(vote).filter(each -> each.isSecret()).isPresent();
    }

    /** The positions of events that were put right, each with that of the event that did it last. */
    private static Map<Long, Long> corrected(Room room) {
        var standing = new HashMap<Object, List<Long>>();
        var corrected = new HashMap<Long, Long>();
        for (var recorded : room.events()) {
            var here = recorded.position();
            var event = recorded.event();
            if (event instanceof BallotCast e) {
                standing.computeIfAbsent(List.of(e.vote(), e.seat()), _ -> new ArrayList<>())
                        .add(here);
            } else if (event instanceof BallotChanged e) {
                standing.computeIfAbsent(List.of(e.vote(), e.seat()), _ -> new ArrayList<>())
                        .add(here);
            } else if (event instanceof OutcomeProclaimed e) {
                standing.computeIfAbsent(e.vote(), _ -> new ArrayList<>()).add(here);
            } else if (event instanceof AttendanceCorrected e) {
                corrected.put(e.target(), here);
            } else if (event instanceof StatementCorrected e) {
                corrected.put(e.target(), here);
            } else if (event instanceof BallotCorrected e) {
                standing.getOrDefault(List.of(e.vote(), e.seat()), List.of()).forEach(at -> corrected.put(at, here));
            } else if (event instanceof ProclamationCorrected e) {
                standing.getOrDefault(e.vote(), List.of()).forEach(at -> corrected.put(at, here));
            }
        }
        return corrected;
    }
}

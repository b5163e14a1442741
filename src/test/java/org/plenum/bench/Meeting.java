package org.plenum.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.plenum.command.AssemblyCommand.FoundAssembly;
import org.plenum.command.Command;
import org.plenum.command.SessionCommand.CallRoll;
import org.plenum.command.SessionCommand.CastBallot;
import org.plenum.command.SessionCommand.CloseVote;
import org.plenum.command.SessionCommand.ConveneSession;
import org.plenum.command.SessionCommand.OpenSession;
import org.plenum.command.SessionCommand.OpenVote;
import org.plenum.command.SessionCommand.RollEntry;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;

/** A live session with all seats present, which votes on one question after another. */
record Meeting(AssemblyId assembly, SessionId session, int seats) {
    static Meeting of(String name, int seats) {
        return new Meeting(new AssemblyId("assembly-" + name), new SessionId(name), seats);
    }

    /** What comes before the first vote. */
    List<Command> opening() {
        return List.of(
                new FoundAssembly(assembly, "Assembly", roll(), null),
                new ConveneSession(
                        session,
                        assembly,
                        "",
                        "A session",
                        LocalDate.now(ZoneId.of("Europe/Rome")),
                        ZoneId.of("Europe/Rome"),
                        Provenance.LIVE,
                        1,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(new AgendaItem(new ItemNumber("1"), "Budget", null)),
                        List.of(),
                        null,
                        Map.of()),
                new OpenSession(session),
                new CallRoll(
                        session,
                        IntStream.rangeClosed(1, seats)
                                .mapToObj(number -> new RollEntry(seat(number), Mode.IN_PERSON, null))
                                .toList(),
                        List.of()));
    }

    private List<Seat> roll() {
        return IntStream.rangeClosed(1, seats)
                .mapToObj(number -> Seat.of(seat(number).value(), "Municipality " + number))
                .toList();
    }

    static SeatId seat(int number) {
        return new SeatId("seat-" + number);
    }

    static VoteId vote(int number) {
        return new VoteId("v" + number);
    }

    Command openVote(int number) {
        return new OpenVote(
                session,
                vote(number),
                List.of(),
                "Shall it be so?",
                Method.ELECTRONIC,
                null,
                false,
                null,
                null,
                null,
                null);
    }

    Command closeVote(int number) {
        return new CloseVote(session, vote(number));
    }

    Command ballot(int vote, int seat) {
        return new CastBallot(session, vote(vote), seat(seat), choice(seat));
    }

    static Choice.Stance choice(int seat) {
        return switch (seat % 5) {
            case 0 -> Choice.Stance.AGAINST;
            case 1 -> Choice.Stance.ABSTAIN;
            default -> Choice.Stance.FOR;
        };
    }
}

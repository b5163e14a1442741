package org.plenum.ledger;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenum.command.AssemblyCommand.FoundAssembly;
import org.plenum.command.Command;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.CastBallot;
import org.plenum.command.SessionCommand.ConveneSession;
import org.plenum.command.SessionCommand.OpenSession;
import org.plenum.command.SessionCommand.OpenVote;
import org.plenum.command.SessionCommand.RegisterArrival;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.CommandKey;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;

/** The commands of a small live sitting, for tests. */
record Sitting(AssemblyId assembly, SessionId session, int seats) {
    static final VoteId VOTE = new VoteId("v1");

    static Sitting of(String name, int seats) {
        return new Sitting(new AssemblyId("assembly-" + name), new SessionId(name), seats);
    }

    StreamId stream() {
        return StreamId.of(session);
    }

    SeatId seat(int number) {
        return new SeatId("s" + number);
    }

    FoundAssembly found() {
        var roll = new ArrayList<Seat>();
        for (var i = 1; i <= seats; i++) {
            roll.add(Seat.of("s" + i, "Seat " + i));
        }
        return new FoundAssembly(assembly, "The assembly", roll, null);
    }

    ConveneSession convene() {
        return new ConveneSession(
                session,
                assembly,
                "",
                "A sitting",
                LocalDate.of(2026, 11, 23),
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
                Map.of());
    }

    /** The same with the roll in it, as the ledger completes it. */
    ConveneSession convened() {
        var c = convene();
        return new ConveneSession(
                c.session(),
                c.assembly(),
                found().name(),
                c.title(),
                c.date(),
                c.zone(),
                c.provenance(),
                c.call(),
                null,
                null,
                null,
                null,
                null,
                null,
                c.agenda(),
                found().seats(),
                null,
                Map.of());
    }

    RegisterArrival arrival(int number) {
        return new RegisterArrival(session, seat(number), Mode.IN_PERSON, null);
    }

    OpenVote openVote(VoteId vote) {
        return new OpenVote(
                session, vote, List.of(), "Shall it be so?", Method.ELECTRONIC, null, false, null, null, null, null);
    }

    CastBallot ballot(int number) {
        return ballot(VOTE, number, Choice.Stance.FOR);
    }

    CastBallot ballot(VoteId vote, int number, Choice choice) {
        return new CastBallot(session, vote, seat(number), choice);
    }

    /** Founding, convening, all arrivals, opening and an open vote. */
    List<Command> untilVote() {
        var commands = new ArrayList<Command>(List.of(found(), convene()));
        for (var i = 1; i <= seats; i++) {
            commands.add(arrival(i));
        }
        commands.add(new OpenSession(session));
        commands.add(openVote(VOTE));
        return commands;
    }

    /** Gives the commands one after another, each of which must be accepted. */
    void play(Ledger ledger, List<? extends Command> commands) {
        for (var command : commands) {
            var answer = ledger.submit(submission(command)).join();
            if (!(answer instanceof Answer.Accepted)) {
                throw new AssertionError(command + " was answered " + answer);
            }
        }
    }

    static Submission submission(Command command) {
        return new Submission(command, When.NOT_STATED, Actor.LOCAL, null);
    }

    static Submission keyed(Command command, String key) {
        return new Submission(
                command,
                When.NOT_STATED,
                Actor.LOCAL,
                new CommandKey(UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    SessionCommand close() {
        return new SessionCommand.CloseVote(session, VOTE);
    }
}

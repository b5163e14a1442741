package org.plenum.ledger;

import java.util.List;
import org.plenum.command.Command;
import org.plenum.command.SessionCommand.CloseSession;

/** Whole small sittings, for tests of what stands on the ledger. */
public final class Sittings {
    private Sittings() {}

    /** A session convened, opened, its vote opened and all ballots cast but not closed. */
    public static StreamId untilBallots(Ledger ledger, String name, int seats) {
        var sitting = Sitting.of(name, seats);
        sitting.play(ledger, sitting.untilVote());
        for (var i = 1; i <= seats; i++) {
            sitting.play(ledger, List.of(sitting.ballot(i)));
        }
        return sitting.stream();
    }

    /** The same, with the vote and then the session closed. */
    public static StreamId whole(Ledger ledger, String name, int seats) {
        var stream = untilBallots(ledger, name, seats);
        close(ledger, name);
        return stream;
    }

    /** The stream of the session with a name. */
    public static StreamId stream(String name) {
        return Sitting.of(name, 1).stream();
    }

    /** Closes the vote and the session. */
    public static void close(Ledger ledger, String name) {
        var sitting = Sitting.of(name, 1);
        sitting.play(ledger, List.<Command>of(sitting.close(), new CloseSession(sitting.session())));
    }

    /** Gives commands, each of which must be accepted. */
    public static void play(Ledger ledger, String name, List<? extends Command> commands) {
        Sitting.of(name, 1).play(ledger, commands);
    }
}

package org.plenum.web.security;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.plenum.command.AssemblyCommand;
import org.plenum.command.Command;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.ConveneSession;
import org.plenum.event.SessionEvent.SessionConvened;
import org.plenum.ledger.Answer;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.StreamId;
import org.plenum.ledger.Submission;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.CommandKey;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.When;
import org.springframework.stereotype.Component;

/** The one way by which people's commands reach the ledger: pages and API alike pass it, and it asks who they are. */
@Component
public final class Entrance {
    private final Ledger ledger;

    /** The way into this ledger. */
    public Entrance(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Gives a command in somebody's name.
     *
     * @throws NotPermittedException if they may not give it; nothing was recorded then
     */
    public CompletableFuture<Answer> submit(Person person, Command command, When when, @Nullable CommandKey key) {
        check(person, command);
        return ledger.submit(new Submission(command, when, person.actor(), key));
    }

    /**
     * Lets a command pass or not.
     *
     * @throws NotPermittedException if they may not give it
     */
    public void check(Person person, Command command) {
        if (!Permissions.allow(person, command, assemblyOf(person, command))) {
            throw new NotPermittedException(person, command);
        }
    }

    private @Nullable AssemblyId assemblyOf(Person person, Command command) {
        return switch (command) {
            case AssemblyCommand c -> c.assembly();
            case ConveneSession c -> c.assembly();
            case SessionCommand c -> person.seats().isEmpty() ? null : assemblyOf(c.session());
        };
    }

    /** A session's first entry tells it, however long the session has become. */
    private @Nullable AssemblyId assemblyOf(SessionId session) {
        var convened = new ArrayList<SessionConvened>(1);
        ledger.reader().read(StreamId.of(session), 1, 1, entry -> {
            if (entry.ofSession().event() instanceof SessionConvened first) {
                convened.add(first);
            }
        });
        return convened.isEmpty() ? null : convened.getFirst().assembly();
    }
}

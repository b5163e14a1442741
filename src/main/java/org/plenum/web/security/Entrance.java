package org.plenum.web.security;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plenum.command.AssemblyCommand;
import org.plenum.command.Command;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.ConveneSession;
import org.plenum.event.SessionEvent.SessionConvened;
import org.plenum.json.FaultyJson;
import org.plenum.ledger.Answer;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.StreamId;
import org.plenum.ledger.Submission;
import org.plenum.transcript.Transcriber;
import org.plenum.transcript.Transcription;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.CommandKey;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.When;
import org.springframework.stereotype.Component;

/** The one way by which people's commands reach the ledger: pages and API alike pass it, and it asks who they are. */
@Component
public final class Entrance {
    private static final int MOST_KEPT = 10_000;

    private final Ledger ledger;
    private final Transcriber transcriber;
    private final Map<SessionId, AssemblyId> assemblies = new ConcurrentHashMap<>();

    /** The way into this ledger. */
    public Entrance(Ledger ledger) {
        this.ledger = ledger;
        this.transcriber = new Transcriber(ledger, InstantSource.system());
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

    /**
     * Lets nobody on who may give none of these commands in a session, before anything of what they ask is looked up: what
     * cannot be found, or is of another kind, would tell them something of the session.
     *
     * @throws NotPermittedException if they may give none of them
     */
    public void checkAny(Person person, List<Class<? extends Command>> commands, SessionId session) {
        checkAny(person, commands, assemblyOf(session));
    }

    /**
     * The same in an assembly.
     *
     * @param assembly null where none is named
     */
    public void checkAny(Person person, List<Class<? extends Command>> commands, @Nullable AssemblyId assembly) {
        if (!commands.isEmpty() && commands.stream().noneMatch(each -> Permissions.mayIn(person, each, assembly))) {
            throw new NotPermittedException(person, commands.getFirst().getSimpleName());
        }
    }

    /**
     * Records a transcript file in somebody's name.
     *
     * @throws NotPermittedException if they may not, in its assembly; nothing was recorded then
     * @throws FaultyJson with everything that is wrong with the file; nothing was recorded
     */
    public Transcription transcribe(Person person, byte[] bytes, @Nullable CommandKey key) {
        if (!Permissions.mayEver(person, Deed.TRANSCRIBE)) {
            throw new NotPermittedException(person, Deed.TRANSCRIBE);
        }
        return transcriber.transcribe(bytes, person.actor(), key, assembly -> check(person, Deed.TRANSCRIBE, assembly));
    }

    /**
     * Lets a deed pass or not.
     *
     * @throws NotPermittedException if they may not do it
     */
    public void check(Person person, Deed deed, @Nullable AssemblyId assembly) {
        if (!Permissions.allow(person, deed, assembly)) {
            throw new NotPermittedException(person, deed);
        }
    }

    /** The assembly of a session, which never changes; null where there is no such session yet. */
    private @Nullable AssemblyId assemblyOf(SessionId id) {
        var known = assemblies.get(id);
        if (known != null) {
            return known;
        }
        var assembly = firstEntry(id);
        if (assembly != null) {
            if (assemblies.size() >= MOST_KEPT) {
                assemblies.clear();
            }
            assemblies.put(id, assembly);
        }
        return assembly;
    }

    private @Nullable AssemblyId assemblyOf(Person person, Command command) {
        return switch (command) {
            case AssemblyCommand c -> c.assembly();
            case ConveneSession c -> c.assembly();
            case SessionCommand c -> {
                if (person.seats().isEmpty() && person.offices().in().isEmpty()) {
                    yield null;
                }
                yield assemblyOf(c.session());
            }
        };
    }

    /** A session's first entry tells it, however long the session has become. */
    private @Nullable AssemblyId firstEntry(SessionId session) {
        var convened = new ArrayList<SessionConvened>(1);
        ledger.reader().read(StreamId.of(session), 1, 1, entry -> {
            if (entry.ofSession().event() instanceof SessionConvened first) {
                convened.add(first);
            }
        });
        return convened.isEmpty() ? null : convened.getFirst().assembly();
    }
}

package org.plenum.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenum.command.AssemblyCommand;
import org.plenum.command.Command;
import org.plenum.command.Refusal;
import org.plenum.command.Refusal.*;
import org.plenum.command.SessionCommand;
import org.plenum.ledger.Answer;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.When;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerResponse;

/** An endpoint that gives a command, in the making: it reads as a sentence. */
final class CommandEndpoint {
    private static final String SESSION_PATH = "/api/sessions/{session}";
    private static final String ASSEMBLY_PATH = "/api/assemblies/{assembly}";
    private static final List<Class<? extends Refusal>> OF_SESSION = List.of(
            UnknownSession.class,
            WrongState.class,
            TimeInFuture.class,
            KeyReused.class,
            NotWellFormed.class,
            EntryTooLarge.class);
    private static final List<Class<? extends Refusal>> OF_ASSEMBLY =
            List.of(KeyReused.class, NotWellFormed.class, EntryTooLarge.class);

    private final CommandDesk desk;
    private final HttpMethod method;
    private final String path;
    private final List<Class<? extends Command>> commands;
    private final List<Class<? extends Refusal>> refusals;
    private String summary = "";

    private CommandEndpoint(
            CommandDesk desk,
            HttpMethod method,
            String path,
            List<Class<? extends Command>> commands,
            List<Class<? extends Refusal>> usual) {
        this.desk = desk;
        this.method = method;
        this.path = path;
        this.commands = commands;
        this.refusals = new ArrayList<>(usual);
    }

    /** A command to a session, at an address under the session's. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static CommandEndpoint ofSession(
            CommandDesk desk, HttpMethod method, String under, Class<? extends SessionCommand>... commands) {
        return new CommandEndpoint(desk, method, SESSION_PATH + under, List.of(commands), OF_SESSION);
    }

    /** A command to an assembly, at an address under the assembly's. */
    static CommandEndpoint ofAssembly(
            CommandDesk desk, HttpMethod method, String under, Class<? extends AssemblyCommand> command) {
        return new CommandEndpoint(desk, method, ASSEMBLY_PATH + under, List.of(command), OF_ASSEMBLY)
                .refusing(UnknownAssembly.class);
    }

    /** A command that makes what its address does not name yet. */
    static CommandEndpoint at(CommandDesk desk, String path, Class<? extends Command> command) {
        return new CommandEndpoint(desk, HttpMethod.POST, path, List.of(command), OF_ASSEMBLY);
    }

    /** What it does. */
    CommandEndpoint does(String summary) {
        this.summary = summary;
        return this;
    }

    /** Why it may be refused, besides what any such command may be refused for. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    final CommandEndpoint refusing(Class<? extends Refusal>... more) {
        refusals.addAll(List.of(more));
        return this;
    }

    /** What it asks of a request to a session, besides the time. */
    Endpoint asking(BiFunction<Asked, Given<SessionId>, Supplier<? extends SessionCommand>> form) {
        return asking(form, null);
    }

    /** The same, for a command that makes something. */
    Endpoint asking(
            BiFunction<Asked, Given<SessionId>, Supplier<? extends SessionCommand>> form,
            @Nullable BiFunction<SessionId, Answer.Accepted, CommandDesk.Made> made) {
        return endpoint(made != null, asked -> {
            var session = asked.path("session", Kinds.SESSION);
            var command = form.apply(asked, session);
            var when = Forms.when(asked);
            Function<Answer.Accepted, CommandDesk.Made> making =
                    made == null ? null : accepted -> made.apply(session.get(), accepted);
            return request -> desk.give(request, command.get(), when.get(), making);
        });
    }

    /** What it asks of a request to a session, where a time means something else than when the fact happened. */
    Endpoint askingWithoutTime(BiFunction<Asked, Given<SessionId>, Supplier<? extends SessionCommand>> form) {
        return endpoint(false, asked -> {
            var command = form.apply(asked, asked.path("session", Kinds.SESSION));
            return request -> desk.give(request, command.get(), When.NOT_STATED, null);
        });
    }

    /** What it asks of a request to an assembly. */
    Endpoint askingOfAssembly(BiFunction<Asked, Given<AssemblyId>, Supplier<? extends AssemblyCommand>> form) {
        return endpoint(false, asked -> {
            var assembly = asked.path("assembly", Kinds.ASSEMBLY);
            var command = form.apply(asked, assembly);
            return request -> desk.give(request, command.get(), When.NOT_STATED, null);
        });
    }

    /** What it asks of a request that makes something new, and where that is then. */
    <C extends Command> Endpoint making(Function<Asked, Supplier<C>> form, Function<C, CommandDesk.Made> made) {
        return endpoint(true, asked -> {
            var making = form.apply(asked);
            return request -> {
                var command = making.get();
                return desk.give(request, command, When.NOT_STATED, _ -> made.apply(command));
            };
        });
    }

    private Endpoint endpoint(boolean makes, Function<Asked, Function<Request, ServerResponse>> asking) {
        return new Endpoint(
                method,
                path,
                name(),
                summary,
                Endpoint.Body.JSON,
                commands,
                List.copyOf(refusals),
                makes ? Receipts.MADE : Receipts.RECORDED,
                asking);
    }

    private String name() {
        var first = commands.getFirst().getSimpleName();
        return Character.toLowerCase(first.charAt(0)) + first.substring(1);
    }
}

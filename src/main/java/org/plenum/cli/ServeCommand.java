package org.plenum.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.plenum.transcript.Transcriber;
import org.plenum.transcript.Transcription;
import org.plenum.vocabulary.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plenum serve}: starts the server and stays until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Starts the server, on this machine only, and prints its address.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped", "2:the port is taken or the ledger is in use"})
final class ServeCommand implements Callable<Integer> {
    private final PlenumCommand plenum;
    private final ServerStarter starter;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:PLENUM_PORT:-8080}",
            description = "The port: PLENUM_PORT, or 8080; 0 takes a free one.")
    private int port;

    @Option(
            names = "--first-case",
            description = "Records the session that ships with Plenum if the ledger is still empty.")
    private boolean firstCase;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ServeCommand(PlenumCommand plenum, ServerStarter starter) {
        this.plenum = plenum;
        this.starter = starter;
    }

    @Override
    public Integer call() throws InterruptedException {
        var tongue = Tongue.current();
        if (port < 0 || port > 65_535) {
            throw new Said(tongue.say("La porta va da 0 a 65535.", "A port is from 0 to 65535."));
        }
        try (var server = starter.start(plenum.place(), port)) {
            var recorded = firstCase && server.ledger().reader().lastIndex() == 0;
            if (recorded) {
                recordCase(server);
            }
            var out = spec.commandLine().getOut();
            var address = server.address();
            out.println(tongue.say("Plenum risponde su ", "Plenum answers at ") + address);
            if (recorded) {
                out.println(tongue.say("Registrata la seduta: ", "Recorded a session: ") + address + "/api/sessions/"
                        + ShippedCase.SESSION + "/report");
            }
            server.notices().forEach(notice -> out.println(tongue.say(notice.it(), notice.en())));
            out.flush();
            server.awaitEnd();
        } catch (ServerStarter.PortTaken taken) {
            throw new Said(tongue.say(
                    "La porta " + taken.port() + " è già in uso: sceglierne un'altra con --port o PLENUM_PORT.",
                    "Port " + taken.port() + " is in use already: choose another with --port or PLENUM_PORT."));
        }
        return 0;
    }

    private static void recordCase(RunningServer server) {
        var done = new Transcriber(server.ledger(), Clock.systemUTC())
                .transcribe(ShippedCase.content(), Actor.LOCAL, null);
        if (done instanceof Transcription.Failed(var session, var answer)) {
            throw new IllegalStateException(session + " was not recorded: " + answer);
        }
    }
}

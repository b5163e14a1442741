package org.plenum.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.plenum.json.FaultyJson;
import org.plenum.ledger.Answer;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.StreamId;
import org.plenum.proof.notary.Notary;
import org.plenum.transcript.Transcriber;
import org.plenum.transcript.TranscriptReader;
import org.plenum.transcript.Transcription;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.SessionId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plenum transcribe}: records past sessions from transcript files, each whole or not at all. */
@Command(
        name = "transcribe",
        mixinStandardHelpOptions = true,
        description = "Records past sessions from transcript files, JSON or YAML: each whole or not at all.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all recorded", "2:a file was refused; nothing of it is recorded"})
final class TranscribeCommand implements Callable<Integer> {
    private final PlenumCommand plenum;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Transcript files; - is standard input.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    TranscribeCommand(PlenumCommand plenum) {
        this.plenum = plenum;
    }

    @Override
    public Integer call() {
        try (var ledger = plenum.place().open();
                var notary = Notary.open(ledger, plenum.data(), Clock.systemUTC())) {
            var well = true;
            for (var file : files) {
                well &= transcribe(file, ledger);
            }
            if (!notary.settle()) {
                say(Tongue.current()
                        .say(
                                "Quanto è registrato non è ancora in un checkpoint firmato.",
                                "What was recorded is not in a signed checkpoint yet."));
            }
            return well ? 0 : PlenumCommand.BAD_INPUT;
        }
    }

    private boolean transcribe(Path file, Ledger ledger) {
        try {
            return switch (new Transcriber(ledger, Clock.systemUTC()).transcribe(content(file), Actor.LOCAL, null)) {
                case Transcription.Recorded(var session, var answer) -> {
                    recorded(session, answer, ledger);
                    yield true;
                }
                case Transcription.Failed(var session, var answer) -> {
                    say(file + ": " + whyNot(answer));
                    yield false;
                }
            };
        } catch (FaultyJson faulty) {
            faulty.faults().forEach(fault -> say(file + ": " + Tongue.current().say(fault)));
            return false;
        } catch (NoSuchFileException e) {
            say(Tongue.current().say("Nessun file ", "No such file: ") + file + ".");
            return false;
        } catch (IOException e) {
            say(file + ": " + Mistakes.of(e));
            return false;
        }
    }

    /** One byte more than a file may have is enough to refuse it. */
    private static byte[] content(Path file) throws IOException {
        if (file.toString().equals("-")) {
            return System.in.readNBytes(TranscriptReader.LARGEST + 1);
        }
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(TranscriptReader.LARGEST + 1);
        }
    }

    private void recorded(SessionId session, Answer.Accepted answer, Ledger ledger) {
        var findings = new int[1];
        ledger.reader()
                .read(
                        StreamId.of(session),
                        entry -> findings[0] += entry.recorded().findings().size());
        var out = spec.commandLine().getOut();
        out.println(Tongue.current()
                .say(
                        session + ": registrati " + answer.entries() + " eventi, " + findings[0] + " rilievi",
                        session + ": " + answer.entries() + " events recorded, " + findings[0] + " findings"));
        out.flush();
    }

    private static String whyNot(Answer answer) {
        var tongue = Tongue.current();
        return switch (answer) {
            case Answer.NotRecorded(var reason, var detail) ->
                tongue.say("non registrata: ", "not recorded: ") + detail;
            case Answer.Uncertain(var detail) ->
                tongue.say("non si sa se sia registrata: ", "it is not known whether it is recorded: ") + detail;
            case Answer.Accepted _, Answer.NothingToRecord _, Answer.Refused _ ->
                throw new IllegalStateException("not a failure: " + answer);
        };
    }

    private void say(String message) {
        spec.commandLine().getErr().println(message);
        spec.commandLine().getErr().flush();
    }
}

package org.plenum.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.plenum.json.FaultyJson;
import org.plenum.json.JsonText;
import org.plenum.json.ResultsJson;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code plenum count}: tries any rules on any roll without a session. */
@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        description = "Reads rules, a roll, who is present and perhaps ballots as JSON from standard input, "
                + "and prints the quorum, the counts and the outcome.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:counted", "2:the input cannot be understood or contradicts itself"})
public final class CountCommand implements Callable<Integer> {
    private final InputStream input;
    private final Locale locale;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Reads from standard input. */
    public CountCommand() {
        this(System.in, Locale.getDefault());
    }

    /** Reads from elsewhere, and says what is wrong in Italian or else in English. */
    CountCommand(InputStream input, Locale locale) {
        this.input = input;
        this.locale = locale;
    }

    /** Runs the command alone. */
    public static void main(String... args) {
        var line = new CommandLine(new CountCommand())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() throws IOException {
        try {
            var question = CountQuestion.read(JsonText.json(input.readAllBytes()));
            spec.commandLine().getOut().println(answer(question).toPrettyString());
            spec.commandLine().getOut().flush();
            return CommandLine.ExitCode.OK;
        } catch (FaultyJson faulty) {
            var italian = locale.getLanguage().equals("it");
            var err = spec.commandLine().getErr();
            faulty.faults().forEach(fault -> err.println(italian ? fault.it() : fault.en()));
            err.flush();
            return CommandLine.ExitCode.USAGE;
        }
    }

    private static ObjectNode answer(CountQuestion question) {
        var tried = question.trial().found();
        var quorum = tried.quorum();
        var majority = tried.majority();
        var answer = JsonNodeFactory.instance.objectNode();
        var found = answer.putObject("quorum");
        found.set("required", ResultsJson.number(quorum.required()));
        found.set("present", ResultsJson.number(quorum.present()));
        found.put("met", quorum.met());
        answer.put("electorate", tried.electorate().seats().size());
        answer.set("counts", ResultsJson.tally(majority == null ? null : majority.heads()));
        answer.set("weightCounts", ResultsJson.tally(majority == null ? null : majority.weight()));
        answer.set("populationCounts", ResultsJson.tally(majority == null ? null : majority.population()));
        answer.set("outcome", ResultsJson.outcome(tried.outcome()));
        answer.set("explanation", ResultsJson.sentence(tried.explanation()));
        return answer;
    }
}

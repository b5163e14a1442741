package org.plenum.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.counting.Found;
import org.plenum.decision.counting.QuorumFound;
import org.plenum.decision.counting.Trial;
import org.plenum.json.ElectionJson;
import org.plenum.json.FaultyJson;
import org.plenum.json.JsonText;
import org.plenum.json.ResultsJson;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Outcome;
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
        description =
                "Reads rules, a roll, who is present and perhaps ballots, of a question or an election, as JSON from standard input, "
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
        return question.election().isEmpty() ? onQuestion(question.trial().found()) : election(question.election());
    }

    private static ObjectNode onQuestion(Trial.Found tried) {
        return answer(
                tried.quorum(),
                tried.electorate().seats().size(),
                tried.majority(),
                tried.outcome(),
                tried.explanation());
    }

    /** The last round answers as a question would; each round stands beside it, and whom all of them elected. */
    private static ObjectNode election(List<CountedElection.Round> rounds) {
        var last = rounds.getLast();
        var answer = answer(last.quorum(), last.electorate(), last.found(), last.outcome(), last.explanation());
        var elected = JsonNodeFactory.instance.arrayNode();
        var each = answer.putArray("rounds");
        for (var round : rounds) {
            var told = each.addObject();
            told.put("round", round.election().round());
            told.put("places", round.election().places());
            told.set(
                    "rule",
                    ElectionJson.needed(
                            round.election().rule().round(round.election().round())));
            told.setAll(ElectionJson.write(round.found()));
            told.set("outcome", ResultsJson.outcome(round.outcome()));
            told.set("explanation", ResultsJson.sentence(round.explanation()));
            if (round.outcome() != Outcome.NO_QUORUM) {
                told.get("elected").forEach(elected::add);
            }
        }
        answer.set("elected", elected);
        return answer;
    }

    private static ObjectNode answer(
            QuorumFound quorum,
            int electorate,
            @Nullable Found counted,
            @Nullable Outcome outcome,
            Bilingual explanation) {
        var answer = JsonNodeFactory.instance.objectNode();
        var found = answer.putObject("quorum");
        found.set("required", ResultsJson.number(quorum.required()));
        found.set("present", ResultsJson.number(quorum.present()));
        found.put("met", quorum.met());
        answer.put("electorate", electorate);
        answer.set("counts", ResultsJson.tally(counted == null ? null : counted.heads()));
        answer.set("weightCounts", ResultsJson.tally(counted == null ? null : counted.weight()));
        answer.set("populationCounts", ResultsJson.tally(counted == null ? null : counted.population()));
        answer.set("outcome", ResultsJson.outcome(outcome));
        answer.set("explanation", ResultsJson.sentence(explanation));
        return answer;
    }
}

package org.plenum.decision.counting;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.Stage;
import org.plenum.vocabulary.Stages;

/**
 * One stage of a question that several sessions decide together.
 *
 * @param earlier the stages before it, in their order
 */
public record Staging(Stages stages, List<Stage> earlier) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

    /** Keeps its own copy. */
    public Staging {
        earlier = List.copyOf(earlier);
    }

    /** Which stage it is, counted from 1. */
    public int number() {
        return earlier.size() + 1;
    }

    /** The majority that it needs. */
    public Rule majority() {
        return stages.at(earlier.size());
    }

    /** Whether it decides alone, if it is carried. */
    public boolean isOutright() {
        return earlier.isEmpty() && stages.outright() != null;
    }

    /** The earlier stages that were carried by the majority that must be reached several times. */
    public List<Stage> reached() {
        return earlier.stream()
                .skip(stages.outright() == null ? 0 : 1)
                .filter(Stage::carried)
                .toList();
    }

    /** The first day on which it may be voted on; null where there is none. */
    public @Nullable LocalDate notBefore() {
        var apart = stages.apart();
        return earlier.isEmpty() || apart == null
                ? null
                : earlier.getLast().date().plus(apart);
    }

    /** The last day on which it may be voted on; null where there is none. */
    public @Nullable LocalDate notAfter() {
        return earlier.isEmpty() ? null : lastDay(earlier.getFirst().date());
    }

    private @Nullable LocalDate lastDay(LocalDate first) {
        var within = stages.within();
        return within == null ? null : first.plus(within);
    }

    /**
     * Whether the question is adopted once this stage has this outcome; null where that depends on an outcome that is not
     * known.
     */
    public @Nullable Boolean adopted(Outcome outcome) {
        var enough = isOutright() || reached().size() + 1 >= stages.times();
        return switch (outcome) {
            case CARRIED -> enough;
            case REJECTED, NO_QUORUM -> false;
            case UNDETERMINED -> enough ? null : Boolean.FALSE;
        };
    }

    /**
     * What this outcome comes to, together with the stages before it, in words.
     *
     * @param date the day of this session
     */
    public Bilingual explain(Outcome outcome, LocalDate date) {
        var carried = outcome == Outcome.CARRIED;
        if (isOutright()) {
            return carried
                    ? new Bilingual(
                            "approvata alla prima votazione, e non ne occorrono altre",
                            "adopted at the first vote, and no other is needed")
                    : then(
                            new Bilingual(
                                    "non basta alla prima votazione: occorrono, in altre sedute, "
                                            + times("votazione favorevole", "votazioni favorevoli"),
                                    "not enough at the first vote: in other sessions, " + timesEn() + " needed"),
                            date);
        }
        var before = reached();
        var so = before.size() + (carried ? 1 : 0);
        var counted = new Bilingual(
                "votazioni favorevoli " + so + " su " + stages.times() + before(before, "prima: "),
                "votes carried: " + so + " of " + stages.times() + before(before, "before: "));
        if (so >= stages.times()) {
            return new Bilingual(
                    counted.it() + ": la proposta è approvata", counted.en() + ": the proposal is adopted");
        }
        return then(
                new Bilingual(
                        counted.it() + ": la proposta non è ancora approvata",
                        counted.en() + ": the proposal is not adopted yet"),
                earlier.isEmpty() ? date : earlier.getFirst().date());
    }

    private String times(String one, String more) {
        return stages.times() == 1 ? "una " + one : stages.times() + " " + more;
    }

    private String timesEn() {
        return stages.times() == 1 ? "one vote carried is" : stages.times() + " votes carried are";
    }

    private static String before(List<Stage> reached, String word) {
        return reached.isEmpty()
                ? ""
                : reached.stream()
                        .map(stage -> DAY.format(stage.date()))
                        .collect(Collectors.joining(", ", " (" + word, ")"));
    }

    private Bilingual then(Bilingual said, LocalDate first) {
        var last = lastDay(first);
        return last == null
                ? said
                : new Bilingual(
                        said.it() + " (termine: " + DAY.format(last) + ")",
                        said.en() + " (term: " + DAY.format(last) + ")");
    }
}

package org.plenum.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.counting.Presence;
import org.plenum.decision.counting.Roll;
import org.plenum.decision.counting.Trial;
import org.plenum.decision.counting.Unnamed;
import org.plenum.decision.counting.VotingRight;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.Tally;
import org.plenum.vocabulary.Words;

/** Rules tried on a roll: who is there and how each votes, seat by seat or, on large rolls, in numbers. */
final class TrialForm {
    /** Rolls larger than this are tried in numbers. */
    static final int MOST_SEATS = 60;

    /** A seat, how it is there, and what it casts. */
    record Line(String seat, String name, String worth, String presence, String ballot) {}

    /** What a count comes to in one measure. */
    record Sum(String measure, String inFavour, String against, String abstain, String other, String didNotVote) {}

    /** What the trial comes to; only {@code trouble} where it cannot be counted. */
    record Result(
            @Nullable String trouble,
            @Nullable String outcome,
            @Nullable String outcomeWord,
            @Nullable Boolean met,
            @Nullable String quorum,
            @Nullable String sentence,
            List<Sum> sums) {
        private static Result wrong(String trouble) {
            return new Result(trouble, null, null, null, null, null, List.of());
        }
    }

    /** The ways in which a seat may be there. */
    static final List<String> PRESENCES = List.of("present", "remote", "represented", "absent");

    /** What a seat may do. */
    static final List<String> BALLOTS =
            List.of("for", "against", "abstain", "blank", "void", "declined", "recused", "none");

    /** The numbers that a large roll is tried with. */
    static final List<String> NUMBERS = List.of("present", "for", "against", "abstain", "blank", "void", "declined");

    private final Collection<Seat> seats;
    private final RuleForm.Typed typed;

    TrialForm(Collection<Seat> seats, RuleForm.Typed typed) {
        this.seats = seats;
        this.typed = typed;
    }

    /** Whether the roll is tried seat by seat. */
    boolean isBySeat() {
        return seats.size() <= MOST_SEATS;
    }

    /** What was typed of each seat. */
    List<Line> lines(Said said) {
        if (!isBySeat()) {
            return List.of();
        }
        return seats.stream()
                .filter(Seat::votes)
                .map(seat -> new Line(
                        seat.id().value(),
                        seat.name(),
                        worth(seat, said),
                        typed.or("presence-" + seat.id().value(), "present"),
                        typed.or("ballot-" + seat.id().value(), "for")))
                .toList();
    }

    private static String worth(Seat seat, Said said) {
        var parts = new ArrayList<String>();
        if (seat.weight().compareTo(BigDecimal.ONE) != 0) {
            parts.add(said.number(seat.weight()));
        }
        if (seat.population() != null) {
            parts.add(said.say("rules.try.population", said.number(BigDecimal.valueOf(seat.population()))));
        }
        return String.join(" · ", parts);
    }

    /** Counts under these rules. */
    Result count(RulesOfProcedure rules, PageDesk desk, Said said) {
        var stances = new LinkedHashMap<SeatId, Choice.Stance>();
        var declined = new LinkedHashSet<SeatId>();
        var recused = new LinkedHashSet<SeatId>();
        var inPerson = new LinkedHashSet<SeatId>();
        var remote = new LinkedHashSet<SeatId>();
        var represented = new LinkedHashSet<SeatId>();
        try {
            if (isBySeat()) {
                for (var line : lines(said)) {
                    var seat = new SeatId(line.seat());
                    switch (line.presence()) {
                        case "remote" -> remote.add(seat);
                        case "represented" -> represented.add(seat);
                        case "absent" -> {
                            continue;
                        }
                        default -> inPerson.add(seat);
                    }
                    vote(seat, line.ballot(), stances, declined, recused);
                }
            } else {
                var trouble = inNumbers(inPerson, stances, declined, said);
                if (trouble != null) {
                    return Result.wrong(trouble);
                }
            }
            var chair = typed.of("trialChair");
            var call = typed.or("trialCall", "1").strip();
            var kind = typed.of("trialKind").strip();
            if (!call.matches("[1-9][0-9]?")) {
                return Result.wrong(said.say("rules.call.wrong"));
            }
            var found = new Trial(
                            rules,
                            new Roll(seats.stream().map(VotingRight::of).toList()),
                            Integer.parseInt(call),
                            kind.isEmpty() ? null : kind,
                            new Presence(inPerson, remote, represented, recused, declined, Unnamed.NONE),
                            null,
                            stances,
                            chair.isEmpty() ? null : new SeatId(chair))
                    .found();
            return told(found, said);
        } catch (Malformed malformed) {
            return Result.wrong(desk.sentence(malformed, said));
        }
    }

    private static void vote(
            SeatId seat, String ballot, Map<SeatId, Choice.Stance> stances, Set<SeatId> declined, Set<SeatId> recused) {
        switch (ballot) {
            case "none" -> {}
            case "declined" -> declined.add(seat);
            case "recused" -> recused.add(seat);
            default -> stances.put(seat, Words.read(Choice.Stance.class, "ballot", ballot));
        }
    }

    /** On large rolls the numbers stand for the first seats of the roll, one kind after another. */
    private @Nullable String inNumbers(
            Set<SeatId> there, Map<SeatId, Choice.Stance> stances, Set<SeatId> declined, Said said) {
        var voting = seats.stream().filter(Seat::votes).map(Seat::id).toList();
        var present = number("present");
        var used = 0;
        for (var part : NUMBERS.subList(1, NUMBERS.size())) {
            var wanted = number(part);
            if (present < 0 || wanted < 0) {
                return said.say("rules.try.wrong");
            }
            if (used + wanted > Math.min(present, voting.size())) {
                return said.say("rules.try.tooMany", Math.min(present, voting.size()));
            }
            for (var seat : voting.subList(used, used + wanted)) {
                vote(seat, part, stances, declined, new LinkedHashSet<>());
            }
            used += wanted;
        }
        there.addAll(voting.subList(0, Math.min(present, voting.size())));
        return null;
    }

    private int number(String part) {
        var digits = typed.or("trial-" + part, "0").strip();
        return digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : -1;
    }

    private static Result told(Trial.Found found, Said said) {
        var outcome = found.outcome();
        var majority = found.majority();
        var sums = new ArrayList<Sum>();
        if (majority != null) {
            add(sums, "heads", majority.heads(), said);
            if (majority.heads() != null && !majority.heads().equals(majority.weight())) {
                add(sums, "weight", majority.weight(), said);
            }
            add(sums, "population", majority.population(), said);
        }
        return new Result(
                null,
                outcome == null ? null : Words.of(outcome),
                outcome == null ? null : said.word("outcome", outcome),
                found.quorum().met(),
                said.of(found.quorum().explain()),
                majority == null ? null : said.of(majority.explain()),
                sums);
    }

    private static void add(List<Sum> sums, String measure, @Nullable Tally tally, Said said) {
        if (tally != null) {
            sums.add(new Sum(
                    measure,
                    said.number(tally.inFavour()),
                    said.number(tally.against()),
                    said.number(tally.abstain()),
                    said.number(tally.blank().add(tally.invalid()).add(tally.declined())),
                    said.number(tally.didNotVote())));
        }
    }
}

package org.plenum.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.counting.ElectionFound;
import org.plenum.decision.counting.Electorate;
import org.plenum.decision.counting.Found;
import org.plenum.decision.counting.Poll;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.DeclaredCounts;
import org.plenum.vocabulary.DeclaredOutcome;
import org.plenum.vocabulary.Finding;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SheetMark;
import org.plenum.vocabulary.Tally;
import org.plenum.vocabulary.Words;

/** What minutes declare held against what the record itself shows. Where the record is not certain, nothing is said. */
final class Comparisons {
    private Comparisons() {}

    /** The numbers and the outcome declared of a vote. */
    static List<Finding> declared(SessionState state, VoteState vote, VoteCount count, DeclaredCounts declared) {
        var findings = new ArrayList<Finding>();
        counts(vote, count, declared, findings);
        presence(state, vote, declared, findings);
        outcome(count, declared.outcome(), findings);
        return findings;
    }

    private static void counts(VoteState vote, VoteCount count, DeclaredCounts declared, List<Finding> findings) {
        var heads = count.found().heads();
        if (VoteCount.isByNumbers(vote, declared)) {
            tooMany(vote, declared, findings);
            return;
        }
        if (heads == null) {
            return;
        }
        compare("for", heads.inFavour(), declared.inFavour(), vote, Choice.Stance.FOR, findings);
        compare("against", heads.against(), declared.against(), vote, Choice.Stance.AGAINST, findings);
        compare("abstain", heads.abstain(), declared.abstain(), vote, Choice.Stance.ABSTAIN, findings);
        compare("blank", heads.blank(), declared.blank(), vote, Choice.Stance.BLANK, findings);
        compare("void", heads.invalid(), declared.invalid(), vote, Choice.Stance.VOID, findings);
        compare("declined", heads.declined(), declared.declined(), vote, null, findings);
        voters(heads, declared.voters(), findings);
    }

    private static void compare(
            String topic,
            BigDecimal counted,
            @Nullable Integer stated,
            VoteState vote,
            Choice.@Nullable Stance stance,
            List<Finding> findings) {
        if (stated == null || counted.compareTo(BigDecimal.valueOf(stated)) == 0) {
            return;
        }
        var seats = stance == null
                ? List.copyOf(vote.declined())
                : vote.ballots().entrySet().stream()
                        .filter(ballot -> ballot.getValue() == stance)
                        .map(Map.Entry::getKey)
                        .toList();
        findings.add(new Finding(FindingCode.COUNT_MISMATCH, topic, seats, counted.toPlainString(), stated.toString()));
    }

    /** Minutes that say "voters" may mean all who took part, or only those who did not abstain. */
    private static void voters(Tally heads, @Nullable Integer stated, List<Finding> findings) {
        if (stated == null) {
            return;
        }
        var number = BigDecimal.valueOf(stated);
        if (heads.ballots().compareTo(number) != 0
                && heads.ballots().subtract(heads.abstain()).compareTo(number) != 0) {
            findings.add(new Finding(
                    FindingCode.COUNT_MISMATCH,
                    "voters",
                    List.of(),
                    heads.ballots().toPlainString(),
                    stated.toString()));
        }
    }

    /** Numbers without names: more ballots than there were voters. */
    private static void tooMany(VoteState vote, DeclaredCounts declared, List<Finding> findings) {
        var most =
                vote.electorate().seats().size() + vote.electorate().unnamed().atMost();
        var stated = Stream.of(
                        declared.inFavour(),
                        declared.against(),
                        declared.abstain(),
                        declared.blank(),
                        declared.invalid(),
                        declared.declined())
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
        if (stated > most) {
            findings.add(new Finding(
                    FindingCode.COUNT_MISMATCH,
                    "electorate",
                    List.of(),
                    Integer.toString(most),
                    Integer.toString(stated)));
        }
    }

    /** More seats with a name took part than can have been there without one. */
    static List<Finding> overfull(VoteState vote, VoteCount count) {
        var heads = count.found().heads();
        var most =
                vote.electorate().seats().size() + vote.electorate().unnamed().atMost();
        var strangers = Stream.concat(vote.ballots().keySet().stream(), vote.declined().stream())
                .distinct()
                .filter(seat -> !vote.admits(seat))
                .count();
        if (heads == null || heads.electorate().longValueExact() <= most + strangers) {
            return List.of();
        }
        return List.of(new Finding(
                FindingCode.COUNT_MISMATCH,
                "electorate",
                List.copyOf(vote.ballots().keySet()),
                Integer.toString(most),
                heads.electorate().toPlainString()));
    }

    private static void presence(SessionState state, VoteState vote, DeclaredCounts declared, List<Finding> findings) {
        var there = Electorate.of(state.countingRoll(), vote.presenceAtOpening().ofThoseThere())
                .size();
        if (there == null) {
            return;
        }
        if (declared.present() != null && !declared.present().equals(there)) {
            findings.add(present("present", there, declared.present()));
        }
        var away = state.countingRoll().seats().size() - there;
        if (declared.absent() != null && declared.absent() != away) {
            findings.add(present("absent", away, declared.absent()));
        }
    }

    private static void outcome(VoteCount count, @Nullable DeclaredOutcome declared, List<Finding> findings) {
        if (declared == null || count.outcome() == Outcome.UNDETERMINED) {
            return;
        }
        var agrees = switch (declared) {
            case CARRIED -> count.outcome() == Outcome.CARRIED;
            case REJECTED -> count.outcome() == Outcome.REJECTED;
            case NO_QUORUM -> count.outcome() == Outcome.NO_QUORUM;
            case UNANIMOUS ->
                count.outcome() == Outcome.CARRIED
                        && !Boolean.FALSE.equals(count.found().unanimity().unanimous());
        };
        if (!agrees) {
            findings.add(new Finding(
                    FindingCode.OUTCOME_MISMATCH, "outcome", List.of(), Words.of(count.outcome()), Words.of(declared)));
        }
    }

    /** The votes of candidates and the elected that minutes state, held against what was counted by name. */
    static List<Finding> elected(VoteState vote, Found found) {
        var declared = vote.declaredVotes();
        if (declared == null || !(found instanceof ElectionFound election)) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        for (var poll : election.polls()) {
            var id = poll.candidate().id();
            var stated = declared.votes().get(id);
            var counted = poll.totals().heads();
            if (stated != null && counted.compareTo(BigDecimal.valueOf(stated)) != 0) {
                var name = poll.candidate().name();
                findings.add(new Finding(
                        FindingCode.COUNT_MISMATCH,
                        "votes",
                        List.of(),
                        name + ": " + counted.toPlainString(),
                        name + ": " + stated));
            }
        }
        var settled = !(election.next() instanceof ElectionFound.DrawLots)
                && !(election.next() instanceof ElectionFound.Unknown);
        var winners = election.elected().stream()
                .map(each -> each.poll().candidate().id())
                .collect(Collectors.toSet());
        if (settled && !declared.elected().isEmpty() && !winners.equals(Set.copyOf(declared.elected()))) {
            findings.add(new Finding(
                    FindingCode.OUTCOME_MISMATCH,
                    "elected",
                    List.of(),
                    names(election, winners),
                    names(election, Set.copyOf(declared.elected()))));
        }
        return findings;
    }

    private static @Nullable String names(ElectionFound election, Set<CandidateId> candidates) {
        var names = election.polls().stream()
                .map(Poll::candidate)
                .filter(candidate -> candidates.contains(candidate.id()))
                .map(Candidate::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    /** A proclaimed outcome that is not the computed one. */
    static Finding proclaimed(Outcome computed, Outcome proclaimed) {
        return new Finding(
                FindingCode.OUTCOME_MISMATCH, "proclaimed", List.of(), Words.of(computed), Words.of(proclaimed));
    }

    /** A declared presence that is not the recorded one. */
    static Finding present(String topic, int recorded, int declared) {
        return new Finding(
                FindingCode.PRESENT_MISMATCH, topic, List.of(), Integer.toString(recorded), Integer.toString(declared));
    }

    /** The attendance sheet held against who was ever there. */
    static List<Finding> sheet(SessionState state) {
        var attendance = state.attendance();
        if (attendance.neverStated()) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        if (!attendance.wasEverUncertain()) {
            // Whoever is not named may have been among those who came without a name.
            sheet(state, true, findings);
        }
        sheet(state, false, findings);
        return findings;
    }

    private static void sheet(SessionState state, boolean marked, List<Finding> findings) {
        var seats = new ArrayList<SeatId>();
        state.sheet().forEach((seat, mark) -> {
            var there = mark != SheetMark.NO;
            if (there == marked && there != state.attendance().wasEverNamed(seat)) {
                seats.add(seat);
            }
        });
        if (!seats.isEmpty()) {
            findings.add(new Finding(
                    FindingCode.PRESENT_MISMATCH,
                    "sheet",
                    seats,
                    marked ? "absent" : "present",
                    marked ? "present" : "absent"));
        }
    }
}

package org.plenum.decision.counting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.counting.ElectionFound.AnotherRound;
import org.plenum.decision.counting.ElectionFound.Complete;
import org.plenum.decision.counting.ElectionFound.DrawLots;
import org.plenum.decision.counting.ElectionFound.Elected;
import org.plenum.decision.counting.ElectionFound.How;
import org.plenum.decision.counting.ElectionFound.Next;
import org.plenum.decision.counting.ElectionFound.Unknown;
import org.plenum.decision.counting.ElectionFound.Vacant;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.Lot;

/** Who of a round's candidates gets a place, and who goes on to the next round. */
final class Ranking {
    private final Election election;
    private final List<Poll> polls;
    private final List<Lot> lots;

    Ranking(Election election, List<Poll> polls, List<Lot> lots) {
        this.election = election;
        this.lots = lots;
        this.polls = polls.stream()
                .sorted(Comparator.comparing(Ranking::votes).reversed())
                .toList();
    }

    ElectionFound found(Counts counts) {
        if (polls.stream().anyMatch(poll -> poll.votes() == null || poll.reachesThreshold() == null)) {
            return new ElectionFound(polls, counts, List.of(), new Unknown());
        }
        var admitted = polls.stream()
                .filter(poll -> Boolean.TRUE.equals(poll.reachesThreshold()))
                .toList();
        var chosen = best(admitted, election.places());
        return new ElectionFound(polls, counts, chosen.elected(), next(chosen));
    }

    private Next next(Chosen chosen) {
        var left = election.places() - chosen.elected().size();
        if (left == 0) {
            return new Complete();
        }
        var number = election.round() + 1;
        if (!chosen.tied().isEmpty()) {
            return election.rule().ties() == ElectionRule.Ties.REPEAT
                    ? new AnotherRound(number, ids(chosen.tied()), left)
                    : new DrawLots(ids(chosen.tied()), left, false);
        }
        var elected = chosen.elected().stream().map(Elected::poll).toList();
        var remaining = polls.stream().filter(poll -> !elected.contains(poll)).toList();
        if (remaining.isEmpty()) {
            return new Vacant(left);
        }
        var best = election.rule().round(number).best();
        var voted = remaining.stream().filter(poll -> votes(poll).signum() > 0).toList();
        return best == null || voted.isEmpty()
                ? new AnotherRound(number, ids(remaining), left)
                : runOff(number, voted, best, left);
    }

    private Next runOff(int number, List<Poll> remaining, int admitted, int places) {
        var chosen = best(remaining, admitted);
        var standing =
                new ArrayList<>(ids(chosen.elected().stream().map(Elected::poll).toList()));
        if (chosen.tied().isEmpty()) {
            return new AnotherRound(number, standing, places);
        }
        if (election.rule().ties() == ElectionRule.Ties.REPEAT) {
            // Nobody of those who are equal is sent away without a vote.
            standing.addAll(ids(chosen.tied()));
            return new AnotherRound(number, standing, places);
        }
        return new DrawLots(ids(chosen.tied()), admitted - standing.size(), true);
    }

    /** Those who certainly have a place, and those who are equal where not all of them can have one. */
    private record Chosen(List<Elected> elected, List<Poll> tied) {}

    private Chosen best(List<Poll> candidates, int places) {
        if (candidates.size() <= places) {
            return new Chosen(
                    candidates.stream()
                            .map(poll -> new Elected(poll, How.VOTES))
                            .toList(),
                    List.of());
        }
        var cut = votes(candidates.get(places));
        var above = candidates.stream()
                .filter(poll -> votes(poll).compareTo(cut) > 0)
                .toList();
        var equal = candidates.stream()
                .filter(poll -> votes(poll).compareTo(cut) == 0)
                .toList();
        var elected = new ArrayList<>(
                above.stream().map(poll -> new Elected(poll, How.VOTES)).toList());
        var left = places - above.size();
        if (left == 0) {
            return new Chosen(elected, List.of());
        }
        var senior = election.rule().ties() == ElectionRule.Ties.SENIORITY ? seniors(equal, left) : List.<Poll>of();
        senior.forEach(poll -> elected.add(new Elected(poll, How.SENIORITY)));
        if (senior.size() == left) {
            return new Chosen(elected, List.of());
        }
        var rest = equal.stream().filter(poll -> !senior.contains(poll)).toList();
        var undecided =
                election.rule().ties() == ElectionRule.Ties.SENIORITY ? level(rest, left - senior.size()) : rest;
        var drawn = drawn(undecided);
        if (drawn == null) {
            return new Chosen(elected, undecided);
        }
        drawn.stream().limit(left - senior.size()).forEach(poll -> elected.add(new Elected(poll, How.LOT)));
        return new Chosen(elected, List.of());
    }

    /** The most senior of those who are equal, as far as their dates decide it. */
    private static List<Poll> seniors(List<Poll> equal, int places) {
        if (equal.stream().anyMatch(poll -> poll.candidate().seniority() == null)) {
            return List.of();
        }
        var ordered =
                equal.stream().sorted(Comparator.comparing(Ranking::since)).toList();
        var last = since(ordered.get(places - 1));
        var afterwards = since(ordered.get(places));
        return last.equals(afterwards)
                ? ordered.stream().filter(poll -> since(poll).isBefore(last)).toList()
                : ordered.subList(0, places);
    }

    /** Of those whom seniority left undecided, those between whom the lot decides: the same date at the cut. */
    private static List<Poll> level(List<Poll> rest, int places) {
        if (rest.stream().anyMatch(poll -> poll.candidate().seniority() == null)) {
            return rest;
        }
        var ordered = rest.stream().sorted(Comparator.comparing(Ranking::since)).toList();
        var cut = since(ordered.get(places - 1));
        return ordered.stream().filter(poll -> since(poll).equals(cut)).toList();
    }

    /** Those who are equal in the order in which a lot drew them, null where none was drawn between just these. */
    private @Nullable List<Poll> drawn(List<Poll> equal) {
        var ids = Set.copyOf(ids(equal));
        for (var lot : lots) {
            if (new HashSet<>(lot.drawn()).equals(ids)) {
                return equal.stream()
                        .sorted(Comparator.comparingInt(
                                poll -> lot.drawn().indexOf(poll.candidate().id())))
                        .toList();
            }
        }
        return null;
    }

    private static LocalDate since(Poll poll) {
        var seniority = poll.candidate().seniority();
        return seniority == null ? LocalDate.MAX : seniority;
    }

    private static BigDecimal votes(Poll poll) {
        var votes = poll.votes();
        return votes == null ? BigDecimal.ZERO : votes;
    }

    private static List<CandidateId> ids(List<Poll> polls) {
        return polls.stream().map(poll -> poll.candidate().id()).toList();
    }
}

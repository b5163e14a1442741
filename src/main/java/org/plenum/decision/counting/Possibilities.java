package org.plenum.decision.counting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.counting.Counts.Part;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.Tally;

/**
 * The counts that a vote may have had, where not everything is known. No rule gains by a ballot that is not for: the
 * extremes of weight and population for each number of heads therefore stand for all between them.
 */
final class Possibilities {
    private Possibilities() {}

    /** Ballots known by name, and others of whom only the number, or bounds of it, and a common stance are known. */
    static List<Counts> ofNames(
            Roll roll,
            Electorate electorate,
            Map<SeatId, Choice.Stance> ballots,
            Set<SeatId> declined,
            Choice.@Nullable Stance rest) {
        var restOf = Part.of(rest, false);
        var sums = new Counts.Sums();
        for (var seat : electorate.seats()) {
            var right = roll.right(seat);
            if (right == null) {
                throw new IllegalArgumentException("not a voting seat: " + seat);
            }
            var stance = ballots.get(seat);
            var part = stance == null && !declined.contains(seat) ? restOf : Part.of(stance, declined.contains(seat));
            sums.add(part, Totals.of(right));
        }
        var unnamed = electorate.unnamed();
        if (unnamed.atMost() == 0) {
            return List.of(sums.counts());
        }
        var extremes = new Extremes(roll, unnamed.among());
        var possible = new LinkedHashSet<Counts>();
        for (var heads = unnamed.atLeast(); heads <= unnamed.atMost(); heads++) {
            var least = extremes.least(heads);
            var most = extremes.most(heads);
            for (var totals : List.of(
                    least,
                    new Totals(least.heads(), least.weight(), most.population()),
                    new Totals(least.heads(), most.weight(), least.population()),
                    most)) {
                possible.add(sums.with(restOf, totals).counts());
            }
        }
        return List.copyOf(possible);
    }

    /** Numbers alone: for each possible electorate, what is not stated lies with the best or with the worst. */
    static List<Counts> ofNumbers(Roll roll, Electorate electorate, StatedNumbers stated) {
        var least = electorate.seats().size() + electorate.unnamed().atLeast();
        var most = electorate.seats().size() + electorate.unnamed().atMost();
        var possible = new LinkedHashSet<Counts>();
        for (var heads = least; heads <= most; heads++) {
            new Split(heads, stated).tallies().forEach(tally -> possible.add(Counts.ofHeads(roll, tally)));
        }
        return List.copyOf(possible);
    }

    /** One size of the electorate, divided as the minutes state. */
    private static final class Split {
        private final StatedNumbers stated;
        private final int electorate;
        private final int ballotsOpen;

        Split(int heads, StatedNumbers stated) {
            this.stated = stated;
            var named = or0(stated.inFavour())
                    + or0(stated.against())
                    + or0(stated.abstain())
                    + or0(stated.blank())
                    + or0(stated.invalid());
            var voters = stated.voters() == null ? named : Math.max(named, stated.voters());
            // Minutes that count more voters than were there are believed on the voters; the difference is a finding.
            electorate = Math.max(heads, voters + or0(stated.declined()));
            ballotsOpen = stated.voters() == null ? electorate - named - or0(stated.declined()) : voters - named;
        }

        List<Tally> tallies() {
            var tallies = new ArrayList<Tally>();
            if (stated.inFavour() == null) {
                tallies.add(tally(ballotsOpen, 0, 0, 0, 0));
            }
            if (stated.against() == null) {
                tallies.add(tally(0, ballotsOpen, 0, 0, 0));
            }
            if (stated.abstain() == null) {
                tallies.add(tally(0, 0, ballotsOpen, 0, 0));
            }
            if (stated.blank() == null) {
                tallies.add(tally(0, 0, 0, ballotsOpen, 0));
            }
            if (stated.invalid() == null) {
                tallies.add(tally(0, 0, 0, 0, ballotsOpen));
            }
            if (stated.voters() == null || tallies.isEmpty()) {
                tallies.add(tally(0, 0, 0, 0, 0));
            }
            return tallies;
        }

        private Tally tally(int inFavour, int against, int abstain, int blank, int invalid) {
            var ballots = new int[] {
                or0(stated.inFavour()) + inFavour,
                or0(stated.against()) + against,
                or0(stated.abstain()) + abstain,
                or0(stated.blank()) + blank,
                or0(stated.invalid()) + invalid
            };
            var declined = or0(stated.declined());
            var silent = electorate - declined;
            for (var part : ballots) {
                silent -= part;
            }
            return Tally.ofHeads(ballots[0], ballots[1], ballots[2], ballots[3], ballots[4], declined, silent);
        }

        private static int or0(@Nullable Integer number) {
            return number == null ? 0 : number;
        }
    }
}

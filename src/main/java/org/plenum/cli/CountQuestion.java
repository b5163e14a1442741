package org.plenum.cli;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.counting.Electorate;
import org.plenum.decision.counting.Presence;
import org.plenum.decision.counting.Quorum;
import org.plenum.decision.counting.Roll;
import org.plenum.decision.counting.Trial;
import org.plenum.decision.counting.Unnamed;
import org.plenum.decision.counting.VotingRight;
import org.plenum.json.JsonText;
import org.plenum.json.Place;
import org.plenum.json.Read;
import org.plenum.json.Reader;
import org.plenum.json.ResultsJson;
import org.plenum.json.RulesJson;
import org.plenum.json.StrictObject;
import org.plenum.vocabulary.Choice.Stance;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.Texts;

/**
 * A count to be tried without a session: rules, a roll, who is there, and perhaps ballots.
 *
 * @param kind the kind of the item, null where none is meant
 * @param majority the vote's own rule, null for the usual one
 * @param ballots null where only the quorum is asked for
 * @param chair the seat that presides, null where none does
 * @param election the rounds of an election as they were counted; empty where it is a question that is asked
 */
record CountQuestion(
        RulesOfProcedure rules,
        Roll roll,
        int call,
        @Nullable String kind,
        Presence presence,
        @Nullable Rule majority,
        @Nullable Map<SeatId, Stance> ballots,
        @Nullable SeatId chair,
        List<CountedElection.Round> election) {

    /** The count on a question that is asked for. */
    Trial trial() {
        return new Trial(rules, roll, call, kind, presence, majority, ballots, chair);
    }

    private static final Reader<SeatId> SEAT = Read.text(SeatId::new);
    /** The word for a seat that took no part. */
    static final String DECLINED = "declined";

    private record Proxy(SeatId from, SeatId to) {}

    /** A choice in the input: a stance, or none where the seat declined to take part. */
    private record Chosen(@Nullable Stance stance) {}

    /**
     * Reads a question.
     *
     * @throws org.plenum.json.FaultyJson with everything that is wrong with it
     */
    static CountQuestion read(JsonText text) {
        return StrictObject.read(text, CountQuestion::read);
    }

    private static @Nullable CountQuestion read(StrictObject data) {
        var rules = data.optional("rules", RulesJson.RULES, RulesOfProcedure.defaults());
        var rights = data.required("seats", Read.list(Read.object(CountQuestion::right)));
        var call = data.optional("call", Read.number(1, 99), 1);
        var kind = data.optional("kind", Read.text(word -> Texts.name("kind", word)));
        var present = data.required("present", Read.list(SEAT));
        var remote = data.list("remote", SEAT);
        var proxies = data.list("proxies", Read.object(CountQuestion::proxy));
        var recused = data.list("recused", CountQuestion::recused);
        var majority = data.optional("majority", RulesJson.MAJORITY);
        var election = CountedElection.isMeant(data) ? CountedElection.read(data) : null;
        var ballots = CountedElection.isMeant(data)
                ? Map.<SeatId, Chosen>of()
                : data.optional("ballots", Read.map(SeatId::new, CountQuestion::chosen), Map.of());
        if (election != null && data.has("majority")) {
            data.fault("majority", "un'elezione ha la sua regola, election", "an election has its own rule, election");
        }
        var chair = data.optional("chair", SEAT);
        if (rights == null || present == null || !data.place().faults().isEmpty()) {
            return null;
        }
        var check = new CountChecks(data, rights);
        check.seatsOnce();
        check.known("present", present);
        check.known("remote", remote);
        check.known("recused", recused);
        check.known("chair", chair == null ? List.of() : List.of(chair));
        check.remoteAdmitted(rules, remote);
        var inPerson = new LinkedHashSet<>(present);
        remote.forEach(inPerson::remove);
        var there = new LinkedHashSet<>(present);
        there.addAll(remote);
        var givers = new TreeMap<SeatId, SeatId>();
        for (var proxy : proxies) {
            check.proxy(proxy.from(), proxy.to(), there, givers.put(proxy.from(), proxy.to()) != null);
        }
        check.proxyCaps(rules, givers.values());
        var stances = new LinkedHashMap<SeatId, Stance>();
        var declined = new LinkedHashSet<SeatId>();
        ballots.forEach((seat, chosen) -> {
            if (chosen.stance() == null) {
                declined.add(seat);
            } else {
                stances.put(seat, chosen.stance());
            }
        });
        var elsewhere = new LinkedHashSet<>(remote);
        if (rules.recusedLeave()) {
            // Who must leave the room is not there any more, whoever else counts.
            recused.forEach(inPerson::remove);
            recused.forEach(elsewhere::remove);
        }
        var presence = new Presence(
                inPerson, Set.copyOf(elsewhere), givers.keySet(), Set.copyOf(recused), declined, Unnamed.NONE);
        var roll = new Roll(rights);
        check.ballots(
                election == null ? ballots.keySet() : election.voters(),
                Electorate.of(roll, presence).seats(),
                Set.copyOf(recused));
        var rounds = election == null || !data.place().faults().isEmpty()
                ? List.<CountedElection.Round>of()
                : election.count(
                        rules, roll, Quorum.of(rules, roll, call, kind), presence, rules.exemptFromQuorum(kind), data);
        return data.place().faults().isEmpty()
                ? new CountQuestion(
                        rules, roll, call, kind, presence, majority, ballots.isEmpty() ? null : stances, chair, rounds)
                : null;
    }

    private static @Nullable VotingRight right(StrictObject data) {
        var id = data.required("id", SEAT);
        var weight = data.decimal("weight", BigDecimal.ONE);
        var population = data.optional("population", Read.whole(0, Long.MAX_VALUE));
        var office = data.optional("office", Read.text(word -> Texts.name("office", word)));
        var votes = data.flag("votes", true);
        // A roll copied from a transcript may stand here; these do not matter to counting.
        List.of("name", "number", "delegate", "role", "sheet").forEach(data::has);
        if (weight.signum() <= 0) {
            data.fault("weight", "il peso dev'essere positivo", "a weight must be positive");
        }
        return id == null ? null : new VotingRight(id, weight, population, office, votes);
    }

    private static @Nullable Proxy proxy(StrictObject data) {
        var from = data.required("from", SEAT);
        var to = data.required("to", SEAT);
        return from == null || to == null ? null : new Proxy(from, to);
    }

    private static @Nullable SeatId recused(Place place) {
        return place.value().isObject()
                ? Read.object(data -> {
                            data.optionalText("reason");
                            return data.required("seat", SEAT);
                        })
                        .read(place)
                : SEAT.read(place);
    }

    private static @Nullable Chosen chosen(Place place) {
        var words = new LinkedHashMap<String, Chosen>();
        ResultsJson.STANCES.forEach((word, stance) -> words.put(word, new Chosen(stance)));
        words.put(DECLINED, new Chosen(null));
        return Read.word(words).read(place);
    }

    /** The seats that hold proxies, each once for every proxy it holds. */
    static Map<SeatId, Integer> timesHeld(Collection<SeatId> holders) {
        var held = new TreeMap<SeatId, Integer>();
        holders.forEach(holder -> held.merge(holder, 1, Integer::sum));
        return held;
    }
}

package org.plenum.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.counting.Election;
import org.plenum.decision.counting.ElectionFound;
import org.plenum.decision.counting.Electorate;
import org.plenum.decision.counting.Presence;
import org.plenum.decision.counting.Quorum;
import org.plenum.decision.counting.QuorumFound;
import org.plenum.decision.counting.Roll;
import org.plenum.json.ElectionJson;
import org.plenum.json.Place;
import org.plenum.json.Read;
import org.plenum.json.Reader;
import org.plenum.json.ResultsJson;
import org.plenum.json.StrictObject;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.Lot;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SeatId;

/**
 * An election to be tried without a session: its rule, who stands, and the ballots of one round or of several.
 *
 * @param rounds empty where only the quorum is asked for
 */
record CountedElection(ElectionRule rule, List<Candidate> candidates, List<Cast> rounds) {
    private static final Reader<CandidateId> CANDIDATE_ID = Read.text(CandidateId::new);
    private static final List<String> FIELDS = List.of("candidates", "election", "rounds", "lots");

    /**
     * The papers of one round.
     *
     * @param at where the round stands in the input, a JSON pointer
     * @param ballots no choice where the seat declined to take part
     * @param lots drawn after it, in order
     */
    record Cast(String at, Map<SeatId, Chosen> ballots, List<Lot> lots) {}

    /** A choice in the input, or none where the seat declined to take part. */
    record Chosen(@Nullable Choice choice) {}

    /** One round as it was counted, and the quorum that it was held under. */
    record Round(
            QuorumFound quorum,
            int electorate,
            Election election,
            ElectionFound found,
            Outcome outcome,
            Bilingual explanation) {}

    /** Whether the input speaks of an election. */
    static boolean isMeant(StrictObject data) {
        return FIELDS.stream().anyMatch(data::has);
    }

    /** Reads what the input says of an election; null where something is wrong. */
    static @Nullable CountedElection read(StrictObject data) {
        var candidates = data.required("candidates", Read.list(Read.object(CountedElection::candidate)));
        var rule = data.optional("election", ElectionJson.RULE, ElectionRule.ofOne());
        var rounds = data.list(
                "rounds", place -> Read.object(round -> cast(round, true)).read(place));
        if (data.has("rounds")) {
            for (var field : List.of("ballots", "lots")) {
                if (data.has(field)) {
                    data.fault(field, "in rounds oppure qui, non entrambi", "in rounds or here, not both");
                }
            }
        } else if (data.has("ballots") || data.has("lots")) {
            var only = cast(data, false);
            rounds = only == null ? List.of() : List.of(only);
        }
        if (candidates == null) {
            return null;
        }
        var ids = new HashSet<CandidateId>();
        candidates.stream()
                .filter(candidate -> !ids.add(candidate.id()))
                .forEach(twice -> data.fault("candidates", "ripetuto: " + twice.id(), "named twice: " + twice.id()));
        if (candidates.isEmpty()) {
            data.fault("candidates", "serve almeno un candidato", "at least one candidate is needed");
        }
        return new CountedElection(rule, candidates, rounds);
    }

    private static @Nullable Candidate candidate(StrictObject data) {
        var id = data.required("id", CANDIDATE_ID);
        var name = data.optionalText("name");
        var seniority = data.optional("seniority", ElectionJson.DATE);
        return id == null ? null : new Candidate(id, name == null ? id.value() : name, seniority);
    }

    private static @Nullable Cast cast(StrictObject data, boolean ofSeveral) {
        var ballots = data.required("ballots", Read.map(SeatId::new, CountedElection::chosen));
        var lots = data.list("lots", Read.object(lot -> {
            var drawn = lot.required("drawn", Read.list(CANDIDATE_ID));
            lot.optionalText("by");
            return drawn == null ? null : new Lot(drawn);
        }));
        return ballots == null ? null : new Cast(ofSeveral ? data.place().pointer() : "", ballots, lots);
    }

    private static @Nullable Chosen chosen(Place place) {
        if (place.value().isObject()) {
            var preferred = Read.object(data -> data.required("preferences", Read.list(CANDIDATE_ID)))
                    .read(place);
            if (preferred == null) {
                return null;
            }
            try {
                return new Chosen(new Choice.Preferences(preferred));
            } catch (Malformed refused) {
                place.fault(refused);
                return null;
            }
        }
        var words = new LinkedHashMap<String, Chosen>();
        ResultsJson.STANCES.forEach((word, stance) -> words.put(word, new Chosen(stance)));
        words.keySet().removeAll(List.of("for", "against"));
        words.put(CountQuestion.DECLINED, new Chosen(null));
        return Read.word(words).read(place);
    }

    /** Those who cast a ballot, or declined to, in any round. */
    Set<SeatId> voters() {
        var voters = new LinkedHashSet<SeatId>();
        rounds.forEach(round -> voters.addAll(round.ballots().keySet()));
        return voters;
    }

    /**
     * Counts round after round, each as the one before it left things.
     *
     * @param presence who is there in every round
     * @param exempt whether no quorum is needed
     * @param data where what cannot be is noted
     */
    List<Round> count(
            RulesOfProcedure rules, Roll roll, Quorum quorum, Presence presence, boolean exempt, StrictObject data) {
        var counted = new ArrayList<Round>();
        var election = Election.first(rule, candidates, rules, roll);
        for (var cast : rounds) {
            if (!counted.isEmpty()) {
                var before = counted.getLast();
                if (before.outcome() == Outcome.NO_QUORUM
                        || !(before.found().next() instanceof ElectionFound.AnotherRound another)) {
                    data.place()
                            .faults()
                            .add(
                                    cast.at(),
                                    "la votazione precedente non ne lascia un'altra da tenere",
                                    "the round before it leaves no further round to hold");
                    return counted;
                }
                election = election.next(another);
            }
            var round = round(cast, election, quorum, presence, exempt, data);
            if (round == null) {
                return counted;
            }
            counted.add(round);
        }
        return counted;
    }

    private static @Nullable Round round(
            Cast cast, Election election, Quorum quorum, Presence presence, boolean exempt, StrictObject data) {
        var faults = data.place().faults();
        var choices = new HashMap<SeatId, Choice>();
        var declined = new LinkedHashSet<SeatId>();
        for (var ballot : cast.ballots().entrySet()) {
            var choice = ballot.getValue().choice();
            if (choice == null) {
                declined.add(ballot.getKey());
                continue;
            }
            try {
                election.check(choice);
            } catch (Malformed refused) {
                faults.add(cast.at() + "/ballots/" + ballot.getKey(), refused);
                return null;
            }
            choices.put(ballot.getKey(), choice);
        }
        var there = new Presence(
                presence.inPerson(),
                presence.remote(),
                presence.represented(),
                presence.recused(),
                declined,
                presence.unnamed());
        var voters = Electorate.of(election.roll(), there).seats();
        var found = election.found(voters, choices, declined, List.of());
        var lots = new ArrayList<Lot>();
        for (var lot : cast.lots()) {
            if (!(found.next() instanceof ElectionFound.DrawLots draw)
                    || !Set.copyOf(draw.among()).equals(Set.copyOf(lot.drawn()))) {
                faults.add(
                        cast.at() + "/lots/" + lots.size(),
                        "non è tra i soli candidati a parità di voti",
                        "it is not between just those who are equal");
                return null;
            }
            lots.add(lot);
            found = election.found(voters, choices, declined, lots);
        }
        var held = quorum.found(there);
        return exempt
                ? new Round(held, voters.size(), election, found, found.outcome(), found.explain())
                : new Round(held, voters.size(), election, found, found.outcome(held.met()), found.explain(held));
    }
}

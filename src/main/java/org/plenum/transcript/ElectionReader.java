package org.plenum.transcript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.json.ElectionJson;
import org.plenum.json.Place;
import org.plenum.json.Read;
import org.plenum.json.Reader;
import org.plenum.json.StrictObject;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.SeatId;

/** Reads what makes a vote an election: candidates, or the round that it follows, and what the minutes say of votes. */
final class ElectionReader {
    private static final int MOST = 1_000_000;
    private static final Reader<CandidateId> CANDIDATE = Read.text(CandidateId::new);
    private static final List<String> FIELDS = List.of("election", "preferred", "lot");

    private final Known known;
    private final boolean secret;
    private Map<CandidateId, Integer> votes = Map.of();
    private List<CandidateId> elected = List.of();

    ElectionReader(Known known, boolean secret) {
        this.known = known;
        this.secret = secret;
    }

    /** The part of {@code declared} that speaks of candidates. */
    void declared(StrictObject data) {
        votes = data.optional("votes", Read.map(CandidateId::new, Read.number(0, MOST)), Map.of());
        elected = data.list("elected", CANDIDATE);
    }

    /** The election; null where the vote is on a question. */
    Deed.@Nullable Contest contest(StrictObject data) {
        var candidates = data.list("candidates", ElectionJson.CANDIDATE);
        var after = data.optional("after", known.earlierVote());
        if (!data.has("candidates") && !data.has("after")) {
            FIELDS.stream().filter(data::has).forEach(field -> onlyOfElections(data, field));
            if (!votes.isEmpty() || !elected.isEmpty()) {
                onlyOfElections(data, "declared");
            }
            return null;
        }
        if (data.has("candidates") && data.has("after")) {
            data.fault("after", "candidates oppure after, non entrambi", "candidates or after, not both");
        }
        var rule = data.optional("election", ElectionJson.RULE);
        var preferred = new LinkedHashMap<SeatId, List<CandidateId>>();
        var rest = new CandidateId[1];
        if (data.has("preferred")) {
            if (secret) {
                data.impossible(
                        "preferred",
                        "in una votazione segreta non si scrive chi ha votato come: indicare i numeri in declared",
                        "in a secret vote nobody's choice is written: give the numbers in declared");
            }
            var lists = data.optional("preferred", Read.map(CandidateId::new, this::listed), Map.of());
            lists.forEach((candidate, listed) -> {
                if (listed.rest()) {
                    if (rest[0] != null) {
                        data.impossible(
                                "preferred",
                                "\"rest\" può stare in un solo elenco",
                                "\"rest\" can stand in one list only");
                    }
                    rest[0] = candidate;
                }
                listed.seats()
                        .forEach(seat -> preferred
                                .computeIfAbsent(seat, _ -> new ArrayList<>())
                                .add(candidate));
            });
        }
        var lot = data.optional("lot", Read.object(this::drawn));
        return new Deed.Contest(rule, candidates, after, preferred, rest[0], votes, elected, lot);
    }

    private static void onlyOfElections(StrictObject data, String field) {
        data.impossible(
                field,
                "solo in un'elezione, che indica candidates oppure after",
                "only in an election, which names candidates or after");
    }

    private record Listed(boolean rest, List<SeatId> seats) {}

    private @Nullable Listed listed(Place place) {
        if (place.value().isString() && place.value().stringValue().equals("rest")) {
            return new Listed(true, List.of());
        }
        var seats = Read.list(known::readSeat).read(place);
        return seats == null ? null : new Listed(false, seats);
    }

    private Deed.@Nullable Drawn drawn(StrictObject data) {
        var order = data.required("drawn", Read.list(CANDIDATE));
        var by = data.optional("by", known::readAnybody);
        return order == null ? null : new Deed.Drawn(order, by);
    }
}

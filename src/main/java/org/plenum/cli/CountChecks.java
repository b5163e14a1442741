package org.plenum.cli;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plenum.decision.counting.VotingRight;
import org.plenum.json.StrictObject;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SeatId;

/** What the parts of a count to be tried must not say against one another. */
final class CountChecks {
    private final StrictObject data;
    private final List<VotingRight> rights;
    private final Map<SeatId, VotingRight> roll = new HashMap<>();

    CountChecks(StrictObject data, List<VotingRight> rights) {
        this.data = data;
        this.rights = rights;
        rights.forEach(right -> roll.put(right.seat(), right));
    }

    /** No seat stands on the roll twice, and there is one at all. */
    void seatsOnce() {
        if (rights.isEmpty()) {
            data.fault("seats", "serve almeno un componente", "at least one seat is needed");
        }
        twice(rights.stream().map(VotingRight::seat).toList())
                .forEach(seat -> data.fault("seats", "ripetuto: " + seat, "named twice: " + seat));
    }

    /** Every seat named in a field is on the roll, and named once. */
    void known(String field, List<SeatId> named) {
        for (var seat : named) {
            if (!roll.containsKey(seat)) {
                data.fault(field, "non è tra i componenti: " + seat, "not a seat of the roll: " + seat);
            }
        }
        twice(named).forEach(seat -> data.fault(field, "ripetuto: " + seat, "named twice: " + seat));
    }

    /** Nobody attends from elsewhere where the rules do not admit it. */
    void remoteAdmitted(RulesOfProcedure rules, List<SeatId> remote) {
        if (!rules.remote() && !remote.isEmpty()) {
            data.fault(
                    "remote",
                    "le regole non ammettono la presenza da remoto",
                    "the rules do not admit remote attendance");
        }
    }

    /** A proxy is given once, by a seat that is absent, to one that is there. */
    void proxy(SeatId from, SeatId to, Set<SeatId> there, boolean again) {
        known("proxies", from.equals(to) ? List.of(from) : List.of(from, to));
        if (again) {
            data.fault("proxies", "ha già dato delega: " + from, "has given a proxy already: " + from);
        }
        if (there.contains(from)) {
            data.fault("proxies", "è presente e ha dato delega: " + from, "is present and has given a proxy: " + from);
        }
        if (!there.contains(to)) {
            data.fault("proxies", "ha ricevuto delega ma è assente: " + to, "holds a proxy but is absent: " + to);
        }
    }

    /** Nobody holds more proxies than rules that speak of proxies allow; rules that leave them out are not asked. */
    void proxyCaps(RulesOfProcedure rules, Collection<SeatId> holders) {
        var stated = data.place().value().path("rules");
        if (stated.has("proxiesPerHolder") || stated.has("preset")) {
            CountQuestion.timesHeld(holders).forEach((holder, held) -> {
                if (held > rules.proxiesPerHolder()) {
                    data.fault(
                            "proxies",
                            holder + " ha " + held + " deleghe, ammesse " + rules.proxiesPerHolder(),
                            holder + " holds " + held + " proxies, allowed " + rules.proxiesPerHolder());
                }
            });
        }
    }

    /** Every ballot is of a seat that may vote. */
    void ballots(Set<SeatId> voters, Set<SeatId> electorate, Set<SeatId> recused) {
        for (var seat : voters) {
            var right = roll.get(seat);
            if (right == null) {
                ballot(seat, "non è tra i componenti", "not a seat of the roll");
            } else if (!right.votes()) {
                ballot(seat, "non ha diritto di voto", "has no vote");
            } else if (recused.contains(seat)) {
                ballot(seat, "si è astenuto per obbligo e non può votare", "is recused and may not vote");
            } else if (!electorate.contains(seat)) {
                ballot(seat, "è assente e non può votare", "is absent and may not vote");
            }
        }
    }

    private void ballot(SeatId seat, String it, String en) {
        data.fault("ballots", seat + " " + it, seat + " " + en);
    }

    private static Set<SeatId> twice(List<SeatId> named) {
        var seen = new HashSet<SeatId>();
        return named.stream().filter(seat -> !seen.add(seat)).collect(Collectors.toSet());
    }
}

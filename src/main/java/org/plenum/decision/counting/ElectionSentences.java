package org.plenum.decision.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.counting.ElectionFound.AnotherRound;
import org.plenum.decision.counting.ElectionFound.Complete;
import org.plenum.decision.counting.ElectionFound.DrawLots;
import org.plenum.decision.counting.ElectionFound.Elected;
import org.plenum.decision.counting.ElectionFound.Unknown;
import org.plenum.decision.counting.ElectionFound.Vacant;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.CandidateId;

/** What a round of an election came to, in one sentence. */
final class ElectionSentences {
    private ElectionSentences() {}

    static Bilingual of(ElectionFound found) {
        var parts = new ArrayList<Bilingual>();
        found.elected().forEach(elected -> parts.add(elected(elected)));
        if (found.elected().isEmpty()) {
            parts.add(nobody(found));
        }
        var next = next(found);
        if (next != null) {
            parts.add(next);
        }
        return new Bilingual(
                parts.stream().map(Bilingual::it).collect(Collectors.joining("; ")),
                parts.stream().map(Bilingual::en).collect(Collectors.joining("; ")));
    }

    private static Bilingual elected(Elected elected) {
        var poll = polled(elected.poll());
        return switch (elected.how()) {
            case VOTES -> new Bilingual("elezione di " + poll.it(), "elected: " + poll.en());
            case SENIORITY ->
                new Bilingual(
                        "elezione di " + poll.it() + ", a parità per anzianità",
                        "elected: " + poll.en() + ", of those equal the more senior");
            case LOT ->
                new Bilingual(
                        "elezione di " + poll.it() + ", a parità per sorteggio",
                        "elected: " + poll.en() + ", of those equal by lot");
        };
    }

    private static Bilingual nobody(ElectionFound found) {
        var first = found.polls().isEmpty() ? null : found.polls().getFirst();
        if (first == null || first.totals().heads().signum() == 0) {
            return new Bilingual("nessuna elezione, nessuna preferenza espressa", "nobody elected, nobody preferred");
        }
        var poll = polled(first);
        return new Bilingual(
                "nessuna elezione, più voti a " + poll.it(), "nobody elected, most votes for " + poll.en());
    }

    /** "Rossi, votes 8, needed 8: more than half of 15 ballots". */
    private static Bilingual polled(Poll poll) {
        var name = poll.candidate().name();
        var threshold = poll.election().rule().round(poll.election().round()).threshold();
        if (threshold != null) {
            var held = Sentences.clause(poll.againstThreshold(), threshold);
            return new Bilingual(name + ", " + held.it(), name + ", " + held.en());
        }
        var votes = poll.votes();
        return votes == null
                ? new Bilingual(name, name)
                : new Bilingual(name + ", voti " + Sentences.it(votes), name + ", votes " + Sentences.en(votes));
    }

    private static @Nullable Bilingual next(ElectionFound found) {
        return switch (found.next()) {
            case Complete _ -> null;
            case AnotherRound another -> {
                var names = names(found, another.standing());
                yield new Bilingual(
                        "posti rimasti " + another.places() + ", nuova votazione tra " + names,
                        "places left " + another.places() + ", another round with " + names);
            }
            case DrawLots draw -> {
                var names = names(found, draw.among());
                yield draw.forRunOff()
                        ? new Bilingual(
                                "parità, sorteggio per il ballottaggio tra " + names,
                                "a tie, a lot decides who goes on of " + names)
                        : new Bilingual("parità, sorteggio tra " + names, "a tie, a lot decides between " + names);
            }
            case Vacant vacant ->
                new Bilingual(
                        "posti vacanti " + vacant.places() + ", nessun altro candidato",
                        "places vacant " + vacant.places() + ", nobody else stands");
            case Unknown _ ->
                new Bilingual(
                        "esito non determinabile: non si conoscono tutti i pesi o le popolazioni",
                        "cannot be determined: not all weights or populations are known");
        };
    }

    private static String names(ElectionFound found, List<CandidateId> ids) {
        return found.polls().stream()
                .filter(poll -> ids.contains(poll.candidate().id()))
                .map(poll -> poll.candidate().name())
                .collect(Collectors.joining(", "));
    }
}

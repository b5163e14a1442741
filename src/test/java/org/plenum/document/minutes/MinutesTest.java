package org.plenum.document.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.decision.SessionScenario.SESSION;
import static org.plenum.decision.SessionScenario.seat;
import static org.plenum.decision.SessionScenario.vote;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.plenum.command.SessionCommand.CarryOut;
import org.plenum.command.SessionCommand.OrderRollCall;
import org.plenum.command.SessionCommand.Proclaim;
import org.plenum.command.SessionCommand.Propose;
import org.plenum.decision.SessionScenario;
import org.plenum.document.minutes.Minutes.Kind;
import org.plenum.document.minutes.Minutes.Sentence;
import org.plenum.projection.SessionHistory;
import org.plenum.projection.report.SessionFold;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.When;

/** Minutes as people read them. */
class MinutesTest {
    private static Minutes minutes(SessionHistory history) {
        return Minutes.of(SessionFold.of(history).view(), history.events());
    }

    private static List<Sentence> sentences(Minutes minutes) {
        return minutes.sections().stream()
                .flatMap(section -> section.sentences().stream())
                .toList();
    }

    private static List<String> italian(Minutes minutes) {
        return sentences(minutes).stream().map(sentence -> sentence.text().it()).toList();
    }

    @Test
    void theRealMinutesTellTheMorningInOrder() {
        var minutes = minutes(org.plenum.projection.Minutes.valleSeriana());
        assertThat(italian(minutes))
                .contains(
                        "Presiede Angelo Merici (Comune di Gazzaniga).",
                        "La seduta è aperta.",
                        "Arriva Mario Nappo (Comune di Colzate) alle ore 17:51; presenti 14.")
                .anyMatch(sentence -> sentence.startsWith("All'appello risultano presenti 13 componenti: ")
                        && sentence.contains("; assenti 6: Comune di Albino, "))
                .anyMatch(sentence -> sentence.equals("Favorevoli 12 (Comune di Aviatico, Comune di Casnigo, Comune di"
                        + " Cene, Comune di Fiorano al Serio, Comune di Gandino, Comune di Gazzaniga, Comune di Leffe,"
                        + " Comune di Nembro, Comune di Ranica, Comune di Selvino, Comune di Vertova e Comune di Villa"
                        + " di Serio); contrari 0; astenuti 1 (Comune di Cazzano Sant'Andrea)."));
        assertThat(minutes.warnings()).isEmpty();
    }

    @Test
    void everySentenceNamesItsEventsAndEveryBallotIsNamed() {
        var history = org.plenum.projection.Minutes.valleSeriana();
        var minutes = minutes(history);
        assertThat(sentences(minutes))
                .allMatch(sentence -> !sentence.positions().isEmpty());
        var named = sentences(minutes).stream()
                .flatMap(sentence -> sentence.positions().stream())
                .distinct()
                .sorted()
                .toList();
        // The roll, and what the attendance sheet says, are told by what is compared with them.
        assertThat(named)
                .containsAll(LongStream.rangeClosed(4, history.head()).boxed().toList());
    }

    @Test
    void votesAreToldUnderTheirItems() {
        var minutes = minutes(org.plenum.projection.Minutes.council("""
            { "do": "open" }, { "do": "rollcall", "present": ["a", "b", "c", "d"] },
            { "do": "item", "number": "1" },
            { "do": "vote", "id": "v", "item": "1", "subject": "Budget 2026", "method": "roll-call",
              "for": ["a", "b"], "against": ["c"], "abstain": ["d"] },
            { "do": "close" }\
            """));
        var item = minutes.sections().stream()
                .filter(section -> "1".equals(section.number()))
                .findFirst()
                .orElseThrow();
        assertThat(item.title().it()).isEqualTo("Budget");
        assertThat(item.sentences())
                .extracting(sentence -> sentence.text().en())
                .contains(
                        "A vote is taken by roll call: “Budget 2026”. Present 4, entitled to vote 4. Majority needed"
                                + " (assumed): more for than against.",
                        "For 2 (Ada and Bea); against 1 (Cle); abstaining 1 (Dea).");
        assertThat(minutes.sections().getLast().sentences().getLast().text().it())
                .isEqualTo("La seduta è chiusa.");
    }

    @Test
    void whatTwoPersonsDidAndHowSeatsWereCalledIsTold() {
        var proclaim = new Proclaim(SESSION, vote("v"), Outcome.CARRIED);
        var scenario = SessionScenario.live(3, rules -> rules.twoPersons(Set.of("proclaim")))
                .openWith("a", "b", "c")
                .openVote("v")
                .accepted(new OrderRollCall(SESSION, vote("v"), List.of(seat("c"), seat("a"), seat("b"))))
                .cast("v", "a+", "b+", "c+")
                .closeVote("v")
                .accepted(new Propose(SESSION, proclaim, new FreeText("{}")));
        var proposal = scenario.state().position();
        scenario.accepted(new CarryOut(SESSION, proposal, proclaim, When.NOT_STATED, new Actor("clerk")));
        var told = sentences(minutes(SessionHistory.of(scenario.history())));
        assertThat(told)
                .extracting(sentence -> sentence.text().en())
                .anyMatch(sentence ->
                        sentence.matches("For the vote .* the seats are called in this order: .*, .*, .*\\."))
                .contains(
                        "Proposed, and waiting for a second person: proclaim the outcome.",
                        "A second person confirms what was proposed at position " + proposal + ".");
        assertThat(told)
                .filteredOn(sentence -> sentence.text().en().startsWith("A second person"))
                .flatExtracting(Sentence::positions)
                .containsExactly(proposal, proposal + 1);
    }

    @Test
    void anOutcomeThatACorrectionChangedIsSaidFirst() {
        var minutes = minutes(org.plenum.projection.Minutes.council("""
            { "do": "open" }, { "do": "rollcall", "present": ["a", "b", "c"] },
            { "do": "vote", "id": "v", "subject": "Budget 2026", "for": ["a", "b"], "against": ["c"] },
            { "do": "close" },
            { "do": "correct", "target": "v", "reason": "Bea was misheard", "against": ["b", "c"], "for": ["a"] }\
            """));
        assertThat(minutes.warnings())
                .extracting(warning -> warning.text().en())
                .containsExactly(
                        "Note: when it closed, the vote “Budget 2026” was counted as carried; after corrections it"
                                + " is rejected. The outcome proclaimed stays on record as it was.");
        assertThat(minutes.sections().getLast().title().it()).isEqualTo("Rettifiche successive");
        assertThat(sentences(minutes))
                .filteredOn(sentence -> sentence.kind() == Kind.CORRECTION)
                .extracting(sentence -> sentence.text().it())
                .anyMatch(sentence -> sentence.startsWith("È rettificato il voto di Bea nella votazione «Budget 2026»:"
                        + " favorevole diviene contrario. Motivo: Bea was misheard"));
    }
}

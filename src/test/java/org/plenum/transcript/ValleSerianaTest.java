package org.plenum.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.SeatArrived;
import org.plenum.event.SessionEvent.SessionOpened;
import org.plenum.event.SessionEvent.VoteOpened;
import org.plenum.vocabulary.Choice.Stance;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Tally;

/** The real minutes that the project ships. */
class ValleSerianaTest {
    private static Transcribed session;

    @BeforeAll
    static void transcribe() {
        session = Transcribed.file("/cases/valle-seriana-2024-11-13.json");
    }

    @Test
    void thirteenArePresentAtEachOfTheFirstThreeVotes() {
        for (var vote : List.of("verbale-2-10", "verbale-10-10", "verbale-18-10")) {
            assertThat(session.vote(vote).electorate().seats()).as(vote).hasSize(13);
        }
    }

    @Test
    void theFirstThreeVotesHaveTheirNumbersAndAbstainingSeats() {
        assertThat(session.count("verbale-2-10").found().heads()).isEqualTo(Tally.ofHeads(12, 0, 1, 0, 0, 0, 0));
        assertThat(session.count("verbale-10-10").found().heads()).isEqualTo(Tally.ofHeads(11, 0, 2, 0, 0, 0, 0));
        assertThat(session.count("verbale-18-10").found().heads()).isEqualTo(Tally.ofHeads(12, 0, 1, 0, 0, 0, 0));
        assertThat(session.choosing("verbale-2-10", Stance.ABSTAIN)).containsExactly("cazzano-sant-andrea");
        assertThat(session.choosing("verbale-10-10", Stance.ABSTAIN)).containsExactly("leffe", "casnigo");
        assertThat(session.choosing("verbale-18-10", Stance.ABSTAIN)).containsExactly("cene");
    }

    @Test
    void fifteenVoteForAtItemFourThoughTheMinutesGiveNoNumber() {
        assertThat(session.vote("piano-poverta-2022").electorate().seats()).hasSize(15);
        assertThat(session.count("piano-poverta-2022").found().heads()).isEqualTo(Tally.ofHeads(15, 0, 0, 0, 0, 0, 0));
        assertThat(session.count("piano-poverta-2022").outcome()).isEqualTo(Outcome.CARRIED);
    }

    @Test
    void colzateComesBeforeItemTwoAndAlbinoBeforeItemThree() {
        var course = session.events().stream()
                .map(event -> switch (event) {
                    case SeatArrived e
                    when e.seat().value().matches("colzate|albino") -> e.seat().value();
                    case SessionEvent.ItemTakenUp e -> "item " + e.number();
                    case VoteOpened e -> "vote " + e.vote();
                    default -> "";
                })
                .filter(word -> !word.isEmpty())
                .toList();
        assertThat(course)
                .containsExactly(
                        "item 1",
                        "vote verbale-2-10",
                        "vote verbale-10-10",
                        "vote verbale-18-10",
                        "colzate",
                        "item 2",
                        "albino",
                        "item 3",
                        "item 4",
                        "vote piano-poverta-2022",
                        "item 5",
                        "item 6");
    }

    @Test
    void whatTheMinutesDoNotSayStaysUnknown() {
        var opening = session.recorded().stream()
                .filter(recorded -> recorded.event() instanceof SessionOpened)
                .findFirst()
                .orElseThrow();
        assertThat(opening.stated()).isNull();
        assertThat(session.events(VoteOpened.class))
                .extracting(VoteOpened::method)
                .containsOnlyNulls();
        assertThat(session.events(SeatArrived.class).stream()
                        .filter(arrived -> arrived.mode() == Mode.REMOTE)
                        .map(arrived -> arrived.seat().value()))
                .containsExactly("aviatico", "selvino");
    }

    @Test
    void onlyTheAssumedRulesAreToBeKnown() {
        assertThat(session.findings()).containsExactly("RULE_ASSUMED rules");
    }
}

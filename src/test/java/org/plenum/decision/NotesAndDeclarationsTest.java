package org.plenum.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.*;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.DeclarationCorrected;
import org.plenum.event.SessionEvent.NoteRecorded;
import org.plenum.event.SessionEvent.VoteClosed;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.DeclaredCounts;
import org.plenum.vocabulary.DeclaredOutcome;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;

/** What only paper minutes bring: notes in their own words, and declared numbers that were put right. */
class NotesAndDeclarationsTest {
    private static final SessionId SESSION = new SessionId("s");
    private static final VoteId VOTE = new VoteId("v");
    private static final FreeText REASON = new FreeText("errore materiale");
    private static final Instant NOW = Instant.parse("2025-01-01T10:00:00Z");

    private final SessionState state = new SessionState();
    private final List<Recorded<SessionEvent>> recorded = new ArrayList<>();

    @Test
    void aNoteStaysWithWhatItIsAboutAlsoAfterTheClosing() {
        convene(Provenance.TRANSCRIBED);
        accepted(new CloseSession(SESSION));
        var closing = state.position();
        accepted(new RecordNote(SESSION, closing, new FreeText("Letto e sottoscritto.")));
        assertThat(recorded.getLast().event())
                .isEqualTo(new NoteRecorded(closing, new FreeText("Letto e sottoscritto.")));
    }

    @Test
    void aNoteAboutNothingIsRefused() {
        convene(Provenance.TRANSCRIBED);
        assertThat(refused(new RecordNote(SESSION, state.position() + 1, REASON)))
                .isEqualTo(new Refusal.UnknownPosition(state.position() + 1));
        assertThat(refused(new RecordNote(SESSION, 0, REASON))).isEqualTo(new Refusal.UnknownPosition(0));
    }

    @Test
    void aLiveSessionHasNoMinutesYetThatCouldDeclareOrAdd() {
        convene(Provenance.LIVE);
        assertThat(refused(new RecordNote(SESSION, 1, REASON))).isEqualTo(new Refusal.OnlyTranscribed());
        openVote();
        assertThat(refused(new CorrectDeclaration(SESSION, VOTE, counts(3, 0), REASON)))
                .isEqualTo(new Refusal.OnlyTranscribed());
    }

    @Test
    void aCorrectedDeclarationKeepsTheOneBeforeAndIsCountedAgain() {
        convene(Provenance.TRANSCRIBED);
        openVote();
        accepted(new DeclareCounts(SESSION, VOTE, counts(1, 2)));
        accepted(new CloseVote(SESSION, VOTE));
        accepted(new CorrectDeclaration(SESSION, VOTE, counts(2, 1), REASON));
        assertThat(recorded.getLast().event())
                .isEqualTo(new DeclarationCorrected(VOTE, counts(1, 2), counts(2, 1), REASON));
        assertThat(recorded.getLast().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(FindingCode.CORRECTED));
        assertThat(VoteCount.of(state, state.vote(VOTE).orElseThrow()).outcome())
                .isEqualTo(Outcome.CARRIED);
    }

    @Test
    void aCorrectedDeclarationIsHeldAgainstTheRecord() {
        convene(Provenance.TRANSCRIBED);
        openVote();
        accepted(new RecordBallots(
                SESSION, VOTE, List.of(new NamedPart(new SeatId("a"), new Part.Cast(Choice.Stance.FOR))), null));
        accepted(new CloseVote(SESSION, VOTE));
        accepted(new CorrectDeclaration(SESSION, VOTE, counts(2, 0), REASON));
        assertThat(recorded.getLast().findings())
                .extracting(finding -> finding.code() + " " + finding.topic())
                .containsExactly("CORRECTED declaration", "COUNT_MISMATCH for");
    }

    @Test
    void whatWouldChangeNothingIsRefused() {
        convene(Provenance.TRANSCRIBED);
        openVote();
        accepted(new DeclareCounts(SESSION, VOTE, counts(3, 0)));
        accepted(new CloseVote(SESSION, VOTE));
        assertThat(refused(new CorrectDeclaration(SESSION, VOTE, counts(3, 0), REASON)))
                .isEqualTo(new Refusal.NothingChanges());
        assertThat(refused(new CorrectDeclaration(SESSION, new VoteId("none"), counts(3, 0), REASON)))
                .isEqualTo(new Refusal.UnknownVote(new VoteId("none")));
    }

    @Test
    void namesOfThoseWhoTookNoPartGoTogetherWithNumbersOfTheOthers() {
        convene(Provenance.TRANSCRIBED);
        openVote();
        accepted(new DeclineToParticipate(SESSION, VOTE, new SeatId("c")));
        accepted(new DeclareCounts(SESSION, VOTE, counts(2, 0)));
        accepted(new CloseVote(SESSION, VOTE));
        var closed = recorded.stream()
                .map(Recorded::event)
                .filter(VoteClosed.class::isInstance)
                .map(VoteClosed.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(closed.outcome()).isEqualTo(Outcome.CARRIED);
        assertThat(closed.counts()).isNotNull();
        assertThat(closed.counts().inFavour()).isEqualByComparingTo("2");
        assertThat(closed.counts().declined()).isEqualByComparingTo("1");
        assertThat(recorded.getLast().findings()).isEmpty();
    }

    private static DeclaredCounts counts(int inFavour, int against) {
        return new DeclaredCounts(
                null,
                null,
                inFavour,
                against,
                null,
                null,
                null,
                null,
                null,
                inFavour > against ? DeclaredOutcome.CARRIED : DeclaredOutcome.REJECTED);
    }

    private void convene(Provenance provenance) {
        var seats = Stream.of("a", "b", "c").map(id -> Seat.of(id, id)).toList();
        accepted(new ConveneSession(
                SESSION,
                new AssemblyId("body"),
                "Body",
                "Seduta",
                LocalDate.of(2024, 5, 6),
                ZoneId.of("Europe/Rome"),
                provenance,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                seats,
                null,
                Map.of()));
        accepted(new OpenSession(SESSION));
        accepted(new CallRoll(
                SESSION,
                seats.stream()
                        .map(seat -> new RollEntry(seat.id(), Mode.NOT_STATED, null))
                        .toList(),
                List.of()));
    }

    private void openVote() {
        accepted(new OpenVote(
                SESSION, VOTE, List.of(), "Oggetto", Method.SHOW_OF_HANDS, null, false, null, null, null, null));
    }

    private void accepted(SessionCommand command) {
        switch (SessionDecision.decide(state, command, When.NOT_STATED, NOW)) {
            case Decision.Refused<SessionEvent>(var why) -> throw new AssertionError(command + ": " + why);
            case Decision.Accepted<SessionEvent>(var facts, var _) ->
                facts.forEach(fact -> {
                    var next = new Recorded<>(
                            state.position() + 1, NOW, fact.stated(), Actor.LOCAL, fact.findings(), fact.event());
                    state.evolve(next);
                    recorded.add(next);
                });
        }
    }

    private Refusal refused(SessionCommand command) {
        return switch (SessionDecision.decide(state, command, When.NOT_STATED, NOW)) {
            case Decision.Refused<SessionEvent>(var why) -> why;
            case Decision.Accepted<SessionEvent>(var facts, var _) -> throw new AssertionError(command + ": " + facts);
        };
    }
}

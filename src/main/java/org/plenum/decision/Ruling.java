package org.plenum.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.plenum.command.RefusalNames;
import org.plenum.decision.SessionState.Mark;
import org.plenum.event.SessionEvent;
import org.plenum.vocabulary.Finding;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionStage;
import org.plenum.vocabulary.Span;
import org.plenum.vocabulary.StatedTime;

/**
 * One decision in the making. What is forbidden ends it with a refusal; only in a transcribed session a breach of the
 * rules of procedure becomes a finding instead, and what the minutes state is recorded.
 */
final class Ruling {
    private final SessionState state;
    private final boolean transcribed;
    private final Instant now;
    private final @Nullable StatedTime stated;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Fact<SessionEvent>> facts = new ArrayList<>();
    private @Nullable Refusal refusal;

    Ruling(SessionState state, Provenance provenance, @Nullable StatedTime stated, Instant now) {
        this.state = state;
        this.transcribed = provenance == Provenance.TRANSCRIBED;
        this.stated = stated;
        this.now = now;
    }

    /** When the fact is stated to have happened. */
    @Nullable StatedTime stated() {
        return stated;
    }

    /** Ends the decision if something is wrong, or notes the breach in a transcribed session. */
    Ruling forbid(boolean wrong, Supplier<? extends Refusal> why) {
        if (wrong && refusal == null) {
            switch (why.get()) {
                case Refusal.Breach breach
                when transcribed ->
                    findings.add(new Finding(
                            breach.finding(),
                            RefusalNames.of(breach),
                            breach.seats(),
                            breach.expected(),
                            breach.found()));
                case Refusal other -> refusal = other;
            }
        }
        return this;
    }

    /** The session must be in one of these stages. */
    Ruling during(SessionStage... allowed) {
        return forbid(
                !List.of(allowed).contains(state.stage()),
                () -> new Refusal.WrongState(state.stage(), List.of(allowed)));
    }

    /** No vote may be open. */
    Ruling betweenVotes() {
        state.openVote()
                .ifPresent(vote -> forbid(
                        true, () -> new Refusal.AnotherVoteOpen(vote.opened().vote())));
        return this;
    }

    /** The seat must be on the roll. */
    Ruling enrolled(SeatId seat) {
        return forbid(!state.roll().containsKey(seat), () -> new Refusal.UnknownSeat(seat));
    }

    /** The stated time must not lie wholly before what the same seat did last. */
    Ruling after(SeatId seat) {
        return after(state.lastOf(seat), List.of(seat));
    }

    /** The stated time must not lie wholly before the session's own last opening, pause or end. */
    Ruling afterLifecycle() {
        return after(state.lastLifecycle(), List.of());
    }

    private Ruling after(@Nullable Mark earlier, List<SeatId> seats) {
        if (stated == null || earlier == null) {
            return this;
        }
        return forbid(
                span(stated).whollyBefore(earlier.span()),
                () -> new Refusal.TimeBeforeEarlierEvent(stated, earlier.position(), seats));
    }

    /** The stated time must not lie wholly in the future; in minutes it should follow what was stated before. */
    Ruling inTime() {
        if (stated == null) {
            return this;
        }
        var span = span(stated);
        forbid(span.from().isAfter(now), () -> new Refusal.TimeInFuture(stated));
        var latest = state.latestStated();
        if (transcribed && latest != null && span.whollyBefore(latest.span()) && !hasFound(FindingCode.TIME_DISORDER)) {
            notice(new Finding(
                    FindingCode.TIME_DISORDER,
                    "order",
                    List.of(),
                    "not before position " + latest.position(),
                    stated.written()));
        }
        return this;
    }

    /** Something to be known, which forbids nothing. */
    Ruling notice(Finding finding) {
        findings.add(finding);
        return this;
    }

    /** Whether nothing has ended the decision yet. */
    boolean stands() {
        return refusal == null;
    }

    /** Ends the decision. */
    Decision<SessionEvent> refuse(Refusal why) {
        return new Decision.Refused<>(refusal == null ? why : refusal);
    }

    /** Adds an event; the findings so far go with the first. */
    Ruling add(SessionEvent event) {
        facts.add(new Fact<>(event, stated, List.copyOf(findings)));
        findings.clear();
        return this;
    }

    /** Adds an event if nothing has ended the decision, and ends it. */
    Decision<SessionEvent> then(Supplier<? extends SessionEvent> event) {
        if (refusal != null) {
            return new Decision.Refused<>(refusal);
        }
        add(event.get());
        return done();
    }

    /** Ends the decision with an event and a secret choice that goes into its urn with it. */
    Decision<SessionEvent> depositing(SessionEvent event, Deposit deposit) {
        if (refusal != null) {
            return new Decision.Refused<>(refusal);
        }
        add(event);
        return new Decision.Accepted<>(facts, deposit);
    }

    /** Ends the decision with what was added. */
    Decision<SessionEvent> done() {
        if (refusal != null) {
            return new Decision.Refused<>(refusal);
        }
        // Where there is nothing to record, nothing is wrong with it either.
        if (!findings.isEmpty() && !facts.isEmpty()) {
            throw new IllegalStateException("findings without an event: " + findings);
        }
        return new Decision.Accepted<>(facts);
    }

    private boolean hasFound(FindingCode code) {
        return findings.stream().anyMatch(finding -> finding.code() == code);
    }

    private Span span(StatedTime time) {
        return time.in(state.convened().zone());
    }
}

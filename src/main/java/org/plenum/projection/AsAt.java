package org.plenum.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.event.SessionEvent.VotesDeclared;
import org.plenum.vocabulary.LocalPoint;
import org.plenum.vocabulary.Span;

/**
 * A history as at a time: which of the known facts had happened by then. Facts stand in the order of their effective time
 * (as stated, corrections applied; else, live, as recorded), ties in the order of the record; a fact of unknown time
 * stands beside the one recorded before it, and at the head of the record not before the session's day.
 */
public final class AsAt {
    private final LocalPoint time;
    private final SessionHistory known;
    private final BitSet happened = new BitSet();
    private final List<Recorded<SessionEvent>> facts = new ArrayList<>();
    private boolean byOrderAlone;

    private AsAt(LocalPoint time, SessionHistory known) {
        this.time = time;
        this.known = known;
    }

    private record Effective(Instant time, Recorded<SessionEvent> fact) {}

    static AsAt of(SessionHistory known, LocalPoint time) {
        var asAt = new AsAt(time, known);
        if (!known.isEmpty()) {
            asAt.evaluate();
        }
        return asAt;
    }

    /** The time asked about. */
    public LocalPoint time() {
        return time;
    }

    /** All that is known, of whatever time. */
    public SessionHistory known() {
        return known;
    }

    /** Whether the fact at a position had happened. Knowledge without a time of its own counts as always known. */
    public boolean happened(long position) {
        return happened.get((int) position);
    }

    /**
     * What had happened, as it should have been recorded, in the order of time: the convening, the roll and the rules
     * first, corrections left out because they are applied.
     */
    public List<Recorded<SessionEvent>> facts() {
        return List.copyOf(facts);
    }

    /**
     * Whether the answer rests on the order of the record: the time of some fact is unknown, or too close to the time
     * asked about to tell.
     */
    public boolean restsOnOrder() {
        return byOrderAlone;
    }

    private void evaluate() {
        var sessionTime = known.time();
        var asked = time.in(sessionTime.zone());
        var corrected = new CorrectedFacts(known.events());
        var effective = new ArrayList<Effective>();
        var before = sessionTime.dawn();
        for (var recorded : known.events()) {
            var position = (int) recorded.position();
            if (isFrame(recorded.event())) {
                happened.set(position);
                facts.add(recorded);
                continue;
            }
            if (isKnowledge(recorded.event())) {
                happened.set(position);
                continue;
            }
            var fact = corrected.of(recorded);
            if (fact == null) {
                continue;
            }
            var span = sessionTime.span(fact.stated(), fact.recordedAt());
            before = effective(span, before);
            if (!before.isAfter(asked.from())) {
                happened.set(position);
                effective.add(new Effective(before, fact));
            }
            byOrderAlone |= span.from().equals(Instant.MIN) || span.overlaps(asked);
        }
        effective.stream()
                .sorted(Comparator.comparing(Effective::time)
                        .thenComparingLong(e -> e.fact().position()))
                .forEach(e -> facts.add(e.fact()));
    }

    private static Instant effective(Span span, Instant before) {
        if (!span.from().equals(Instant.MIN)) {
            return span.from();
        }
        return before.isBefore(span.until()) ? before : span.until().minusNanos(1);
    }

    /** What frames the sitting and has no time in it. */
    private static boolean isFrame(SessionEvent event) {
        return event instanceof SessionConvened
                || event instanceof SeatsEnrolled
                || event instanceof RulesFrozen
                || event instanceof SheetDeclared;
    }

    /** What is said later about the sitting: it has no time in it either. */
    private static boolean isKnowledge(SessionEvent event) {
        return event instanceof CountsDeclared
                || event instanceof VotesDeclared
                || event instanceof NoteRecorded
                || event instanceof AttendanceCorrected
                || event instanceof BallotCorrected
                || event instanceof ProclamationCorrected
                || event instanceof StatementCorrected
                || event instanceof DeclarationCorrected;
    }
}

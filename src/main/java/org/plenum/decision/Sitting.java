package org.plenum.decision;

import static org.plenum.vocabulary.SessionStage.ADJOURNED;
import static org.plenum.vocabulary.SessionStage.CONVENED;
import static org.plenum.vocabulary.SessionStage.OPEN;
import static org.plenum.vocabulary.SessionStage.SUSPENDED;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand.AdjournSession;
import org.plenum.command.SessionCommand.CloseToPublic;
import org.plenum.command.SessionCommand.ConveneSession;
import org.plenum.command.SessionCommand.DeclareDeserted;
import org.plenum.command.SessionCommand.SuspendSession;
import org.plenum.command.SessionCommand.VerifyQuorum;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.vocabulary.Finding;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.LocalPoint;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SheetMark;
import org.plenum.vocabulary.StatedTime;

/** The session itself: called, opened, paused, ended; with the public or without; with its quorum or not. */
final class Sitting {
    private Sitting() {}

    static Decision<SessionEvent> convene(SessionState state, ConveneSession c, Ruling ruling) {
        if (state.isConvened()) {
            return ruling.refuse(new Refusal.SessionExists(c.session()));
        }
        AssemblyDecision.wrongWith(c.roll()).ifPresent(wrong -> ruling.forbid(true, () -> wrong));
        Agendas.check(c.agenda(), ruling);
        if (c.rules() != null) {
            AssemblyDecision.unknownIn(c.rules()).ifPresent(wrong -> ruling.forbid(true, () -> wrong));
        }
        ruling.forbid(
                c.call() < 1 || (c.call() == 1 && c.secondCallOf() != null),
                () -> new Refusal.CallMismatch(c.call(), c.secondCallOf()));
        var president = c.president();
        if (president != null) {
            ruling.forbid(
                    c.roll().stream().noneMatch(seat -> seat.id().equals(president)),
                    () -> new Refusal.UnknownSeat(president));
        }
        for (var seat : c.sheet().keySet()) {
            ruling.forbid(c.roll().stream().map(Seat::id).noneMatch(seat::equals), () -> new Refusal.UnknownSeat(seat));
        }
        if (!ruling.stands()) {
            return ruling.done();
        }
        ruling.add(new SessionConvened(
                c.session(),
                c.assembly(),
                c.assemblyName(),
                c.title(),
                c.date(),
                c.zone(),
                c.provenance(),
                c.call(),
                c.secondCallOf(),
                c.place(),
                c.scheduled(),
                c.president(),
                c.clerk(),
                c.source(),
                c.agenda()));
        Chunks.ofSeats(c.roll()).forEach(seats -> ruling.add(new SeatsEnrolled(seats)));
        for (var marks : Chunks.of(
                List.copyOf(c.sheet().entrySet()), e -> Chunks.bytes(e.getKey().value()))) {
            ruling.add(new SheetDeclared(inOrder(marks)));
        }
        var rules = c.rules();
        if (rules == null) {
            ruling.notice(Finding.about(FindingCode.RULE_ASSUMED, "rules", List.of()));
        }
        return ruling.then(() -> new RulesFrozen(rules == null ? RulesOfProcedure.defaults() : rules, rules == null));
    }

    private static Map<SeatId, SheetMark> inOrder(List<Map.Entry<SeatId, SheetMark>> marks) {
        var map = new LinkedHashMap<SeatId, SheetMark>();
        marks.forEach(mark -> map.put(mark.getKey(), mark.getValue()));
        return map;
    }

    static Decision<SessionEvent> open(SessionState state, Ruling ruling) {
        // A session may be put off before it was ever opened.
        var putOff = state.stage() == ADJOURNED && !state.wasOpened();
        return (putOff ? ruling.afterLifecycle() : ruling.during(CONVENED))
                .inTime()
                .then(SessionOpened::new);
    }

    static Decision<SessionEvent> suspend(SuspendSession c, Ruling ruling) {
        return ruling.during(OPEN)
                .betweenVotes()
                .afterLifecycle()
                .inTime()
                .then(() -> new SessionSuspended(c.reason()));
    }

    static Decision<SessionEvent> resume(Ruling ruling) {
        return ruling.during(SUSPENDED, ADJOURNED).afterLifecycle().inTime().then(SessionResumed::new);
    }

    static Decision<SessionEvent> adjourn(SessionState state, AdjournSession c, Ruling ruling) {
        var to = c.to().resolve(state.convened().date(), null);
        if (to != null) {
            // A time that the clocks never show is refused here, before it is recorded.
            to.in(state.convened().zone());
        }
        return ruling.during(CONVENED, OPEN, SUSPENDED)
                .betweenVotes()
                .afterLifecycle()
                .inTime()
                .then(() -> new SessionAdjourned(to));
    }

    static Decision<SessionEvent> desert(SessionState state, DeclareDeserted c, Ruling ruling, Instant now) {
        var quorum = Quorums.found(state);
        ruling.during(CONVENED, OPEN, SUSPENDED)
                .betweenVotes()
                .forbid(
                        Boolean.TRUE.equals(quorum.met()),
                        () -> new Refusal.QuorumIsMet(quorum.present(), quorum.required()))
                .forbid(
                        graceIsRunning(state, ruling.stated(), now),
                        () -> new Refusal.GraceNotOver(Objects.requireNonNull(endOfGrace(state))))
                .afterLifecycle()
                .inTime();
        Comparisons.sheet(state).forEach(ruling::notice);
        return ruling.then(() -> new SessionDeserted(Quorums.voting(state), c.reason()));
    }

    private static boolean graceIsRunning(SessionState state, @Nullable StatedTime stated, Instant now) {
        var end = endOfGrace(state);
        if (end == null || state.stage() != CONVENED) {
            return false;
        }
        var zone = state.convened().zone();
        var span = state.spanOf(stated, now);
        return span.until().isBefore(end.in(zone).from().plusNanos(1));
    }

    private static @Nullable StatedTime endOfGrace(SessionState state) {
        var scheduled = state.convened().scheduled();
        if (scheduled == null) {
            return null;
        }
        var end = state.convened().date().atTime(scheduled).plus(state.rules().grace());
        return StatedTime.at(new LocalPoint(end, end.getSecond() != 0, null));
    }

    static Decision<SessionEvent> close(SessionState state, Ruling ruling) {
        ruling.during(OPEN, SUSPENDED).betweenVotes().afterLifecycle().inTime();
        Comparisons.sheet(state).forEach(ruling::notice);
        return ruling.then(SessionClosed::new);
    }

    static Decision<SessionEvent> closeToPublic(SessionState state, CloseToPublic c, Ruling ruling) {
        return ruling.during(CONVENED, OPEN, SUSPENDED)
                .forbid(state.isClosedToPublic(), () -> new Refusal.PublicityUnchanged(true))
                .inTime()
                .then(() -> new SittingClosedToPublic(c.reason()));
    }

    static Decision<SessionEvent> reopenToPublic(SessionState state, Ruling ruling) {
        return ruling.during(CONVENED, OPEN, SUSPENDED)
                .forbid(!state.isClosedToPublic(), () -> new Refusal.PublicityUnchanged(false))
                .inTime()
                .then(SittingReopened::new);
    }

    static Decision<SessionEvent> verifyQuorum(SessionState state, VerifyQuorum c, Ruling ruling) {
        if (c.requestedBy() != null) {
            ruling.enrolled(c.requestedBy());
        }
        return ruling.during(CONVENED, OPEN, SUSPENDED)
                .inTime()
                .then(() -> new QuorumVerified(Quorums.found(state), c.requestedBy()));
    }
}

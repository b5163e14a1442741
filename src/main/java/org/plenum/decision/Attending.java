package org.plenum.decision;

import static org.plenum.vocabulary.SessionStage.ADJOURNED;
import static org.plenum.vocabulary.SessionStage.CONVENED;
import static org.plenum.vocabulary.SessionStage.OPEN;
import static org.plenum.vocabulary.SessionStage.SUSPENDED;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand.CallRoll;
import org.plenum.command.SessionCommand.ChangeMode;
import org.plenum.command.SessionCommand.CountRoll;
import org.plenum.command.SessionCommand.DeclarePresence;
import org.plenum.command.SessionCommand.GiveProxy;
import org.plenum.command.SessionCommand.NoteUnnamed;
import org.plenum.command.SessionCommand.RegisterArrival;
import org.plenum.command.SessionCommand.RegisterDeparture;
import org.plenum.command.SessionCommand.ReplaceDelegate;
import org.plenum.command.SessionCommand.RevokeProxy;
import org.plenum.command.SessionCommand.RollEntry;
import org.plenum.decision.Attendance.Certainty;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.Finding;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Movement;
import org.plenum.vocabulary.SeatId;

/** Which seats are there: the roll, arrivals and departures, modes, delegates, proxies. */
final class Attending {
    private Attending() {}

    private static Ruling whileSitting(Ruling ruling) {
        return ruling.during(CONVENED, OPEN, SUSPENDED, ADJOURNED);
    }

    static Decision<SessionEvent> callRoll(SessionState state, CallRoll c, Ruling ruling) {
        whileSitting(ruling).betweenVotes();
        var answered = new LinkedHashMap<SeatId, RollEntry>();
        for (var entry : c.present()) {
            ruling.enrolled(entry.seat());
            ruling.forbid(answered.put(entry.seat(), entry) != null, () -> new Refusal.SeatNamedTwice(entry.seat()));
        }
        for (var seat : c.absent()) {
            ruling.enrolled(seat);
            ruling.forbid(answered.containsKey(seat), () -> new Refusal.SeatNamedTwice(seat));
        }
        if (!ruling.stands()) {
            return ruling.done();
        }
        answered.values().stream()
                .filter(entry -> !state.attendance().isNamed(entry.seat()))
                .forEach(entry -> admit(state, entry.seat(), entry.mode(), entry.delegate(), answered, ruling));
        answered.values().stream()
                .filter(entry -> state.attendance().isNamed(entry.seat()) && changesMode(state, entry))
                .forEach(entry -> remoteAllowed(state, entry.seat(), entry.mode(), ruling));
        ruling.inTime();
        if (!ruling.stands()) {
            return ruling.done();
        }
        ruling.add(new RollCalled(answered.size()));
        for (var entry : answered.values()) {
            if (!state.attendance().isNamed(entry.seat())) {
                ruling.add(new SeatArrived(entry.seat(), entry.mode(), entry.delegate()));
                continue;
            }
            if (changesMode(state, entry)) {
                ruling.add(new AttendanceModeChanged(entry.seat(), entry.mode()));
            }
            if (entry.delegate() != null && !entry.delegate().equals(state.delegateOf(entry.seat()))) {
                ruling.add(new DelegateReplaced(entry.seat(), entry.delegate()));
            }
        }
        // Whoever was taken for present and does not answer must have left unseen.
        state.attendance().named().stream()
                .filter(seat -> !answered.containsKey(seat))
                .forEach(seat -> ruling.add(new SeatDeparted(seat, null, true)));
        return ruling.done();
    }

    private static boolean changesMode(SessionState state, RollEntry entry) {
        var how = state.attendance().find(entry.seat()).orElseThrow().mode();
        return entry.mode() != Mode.NOT_STATED && entry.mode() != how;
    }

    static Decision<SessionEvent> countRoll(SessionState state, CountRoll c, Ruling ruling) {
        whileSitting(ruling).betweenVotes().inTime();
        if (!state.isTranscribed()) {
            return ruling.refuse(new Refusal.OnlyTranscribed());
        }
        var most = state.roll().size();
        ruling.forbid(c.present() < 0, () -> new Refusal.CountOutOfRange(c.present(), most));
        if (ruling.stands() && c.present() > most) {
            // Whoever answered, it cannot have been more than the roll has seats.
            ruling.notice(Comparisons.present("present", most, c.present()));
        }
        if (ruling.stands()) {
            ruling.notice(unnamed(c.present()));
        }
        return ruling.then(() -> new RollCounted(c.present()));
    }

    static Decision<SessionEvent> arrive(SessionState state, RegisterArrival c, Ruling ruling) {
        whileSitting(ruling).enrolled(c.seat());
        if (!ruling.stands()) {
            return ruling.done();
        }
        ruling.forbid(state.attendance().of(c.seat()) == Certainty.PRESENT, () -> new Refusal.AlreadyPresent(c.seat()));
        admit(state, c.seat(), c.mode(), c.delegate(), Map.of(), ruling);
        return ruling.after(c.seat()).inTime().then(() -> new SeatArrived(c.seat(), c.mode(), c.delegate()));
    }

    private static void admit(
            SessionState state,
            SeatId seat,
            Mode mode,
            @Nullable Delegate delegate,
            Map<SeatId, RollEntry> together,
            Ruling ruling) {
        remoteAllowed(state, seat, mode, ruling);
        var acting = delegate == null ? state.delegateOf(seat) : delegate;
        if (acting == null || state.rules().onePersonManySeats()) {
            return;
        }
        for (var other : state.attendance().named()) {
            ruling.forbid(
                    !other.equals(seat) && isSamePerson(acting, state.delegateOf(other)),
                    () -> new Refusal.PersonActsForAnother(acting.name(), seat, other));
        }
        for (var other : together.values()) {
            if (other.seat().equals(seat)) {
                // Those called before this one; those after are held against it in their turn.
                break;
            }
            var person = other.delegate() == null ? state.delegateOf(other.seat()) : other.delegate();
            ruling.forbid(
                    !state.attendance().isNamed(other.seat()) && isSamePerson(acting, person),
                    () -> new Refusal.PersonActsForAnother(acting.name(), seat, other.seat()));
        }
    }

    private static boolean isSamePerson(Delegate one, @Nullable Delegate other) {
        return other != null && one.name().equalsIgnoreCase(other.name());
    }

    private static void remoteAllowed(SessionState state, SeatId seat, Mode mode, Ruling ruling) {
        ruling.forbid(mode == Mode.REMOTE && !state.rules().remote(), () -> new Refusal.RemoteNotAllowed(seat));
    }

    static Decision<SessionEvent> depart(SessionState state, RegisterDeparture c, Ruling ruling) {
        return whileSitting(ruling)
                .enrolled(c.seat())
                .forbid(state.attendance().of(c.seat()) == Certainty.ABSENT, () -> new Refusal.NotPresent(c.seat()))
                .after(c.seat())
                .inTime()
                .then(() -> new SeatDeparted(c.seat(), c.reason(), false));
    }

    static Decision<SessionEvent> changeMode(SessionState state, ChangeMode c, Ruling ruling) {
        present(state, c.seat(), ruling);
        var how = state.attendance().find(c.seat());
        remoteAllowed(state, c.seat(), c.mode(), ruling);
        return ruling.forbid(how.isPresent() && how.get().mode() == c.mode(), () -> new Refusal.AlreadySo(c.seat()))
                .after(c.seat())
                .inTime()
                .then(() -> new AttendanceModeChanged(c.seat(), c.mode()));
    }

    static Decision<SessionEvent> replaceDelegate(SessionState state, ReplaceDelegate c, Ruling ruling) {
        present(state, c.seat(), ruling);
        if (!ruling.stands()) {
            return ruling.done();
        }
        admit(state, c.seat(), Mode.NOT_STATED, c.delegate(), Map.of(), ruling);
        return ruling.forbid(
                        Objects.equals(state.delegateOf(c.seat()), c.delegate()), () -> new Refusal.AlreadySo(c.seat()))
                .after(c.seat())
                .inTime()
                .then(() -> new DelegateReplaced(c.seat(), c.delegate()));
    }

    private static void present(SessionState state, SeatId seat, Ruling ruling) {
        whileSitting(ruling)
                .enrolled(seat)
                .forbid(state.attendance().of(seat) == Certainty.ABSENT, () -> new Refusal.NotPresent(seat));
    }

    static Decision<SessionEvent> noteUnnamed(SessionState state, NoteUnnamed c, Ruling ruling) {
        whileSitting(ruling).inTime();
        if (!state.isTranscribed()) {
            return ruling.refuse(new Refusal.OnlyTranscribed());
        }
        var attendance = state.attendance();
        var most = switch (c.movement()) {
            case ARRIVED -> state.roll().size() - attendance.count();
            case DEPARTED -> attendance.neverStated() ? state.roll().size() : attendance.count();
            case RETURNED -> attendance.unnamedDeparted();
        };
        ruling.forbid(
                c.count() < 1,
                () -> new Refusal.CountOutOfRange(c.count(), state.roll().size()));
        if (!ruling.stands()) {
            return ruling.done();
        }
        if (c.count() > most) {
            ruling.notice(new Finding(
                    FindingCode.PRESENT_MISMATCH,
                    "unnamed",
                    List.of(),
                    Integer.toString(most),
                    Integer.toString(c.count())));
        }
        if (c.movement() != Movement.RETURNED) {
            ruling.notice(unnamed(c.count()));
        }
        return ruling.then(() -> new UnnamedMoved(c.movement(), c.count()));
    }

    private static Finding unnamed(int count) {
        return new Finding(FindingCode.UNNAMED_COUNT, "unnamed", List.of(), null, Integer.toString(count));
    }

    static Decision<SessionEvent> noteAbsent(SessionState state, List<SeatId> absent, Ruling ruling) {
        absent.forEach(ruling::enrolled);
        return missed(state, Set.copyOf(absent), ruling);
    }

    static Decision<SessionEvent> noteAbsentAllBut(SessionState state, List<SeatId> present, Ruling ruling) {
        present.forEach(ruling::enrolled);
        var absent = new HashSet<>(state.attendance().named());
        present.forEach(absent::remove);
        return missed(state, absent, ruling);
    }

    private static Decision<SessionEvent> missed(SessionState state, Collection<SeatId> absent, Ruling ruling) {
        if (!state.isTranscribed()) {
            return ruling.refuse(new Refusal.OnlyTranscribed());
        }
        if (!ruling.stands()) {
            return ruling.done();
        }
        for (var seat : state.attendance().named()) {
            if (absent.contains(seat)) {
                ruling.notice(Finding.about(FindingCode.ABSENT_STATED, "absent", List.of(seat)));
                ruling.add(new SeatDeparted(seat, null, true));
            }
        }
        return ruling.done();
    }

    static Decision<SessionEvent> declarePresence(SessionState state, DeclarePresence c, Ruling ruling) {
        if (!state.isTranscribed()) {
            return ruling.refuse(new Refusal.OnlyTranscribed());
        }
        var most = state.roll().size();
        ruling.forbid(c.present() < 0, () -> new Refusal.CountOutOfRange(c.present(), most));
        ruling.inTime();
        var voting = Quorums.voting(state);
        if (ruling.stands() && voting != null && voting != c.present()) {
            ruling.notice(Comparisons.present("present", voting, c.present()));
        } else if (ruling.stands() && c.present() > most) {
            // Whoever was there, it cannot have been more than the roll has seats.
            ruling.notice(Comparisons.present("present", most, c.present()));
        }
        return ruling.then(() -> new PresenceDeclared(c.present()));
    }

    static Decision<SessionEvent> giveProxy(SessionState state, GiveProxy c, Ruling ruling) {
        whileSitting(ruling).enrolled(c.from()).enrolled(c.to());
        if (!ruling.stands()) {
            return ruling.done();
        }
        var proxies = state.proxies();
        var cap = state.rules().proxiesPerHolder();
        var held = proxies.values().stream().filter(c.to()::equals).count();
        return ruling.forbid(cap == 0, () -> new Refusal.ProxiesNotAllowed(c.from(), c.to()))
                .forbid(cap > 0 && held >= cap, () -> new Refusal.ProxyCapReached(c.from(), c.to(), cap))
                .forbid(
                        state.attendance().of(c.from()) == Certainty.PRESENT,
                        () -> new Refusal.ProxyGiverPresent(c.from(), c.to()))
                .forbid(
                        state.attendance().of(c.to()) == Certainty.ABSENT,
                        () -> new Refusal.ProxyHolderAbsent(c.from(), c.to()))
                .forbid(
                        c.from().equals(c.to())
                                || proxies.containsKey(c.to())
                                || proxies.containsValue(c.from())
                                || !state.countingRoll().votes(c.from())
                                || !state.countingRoll().votes(c.to()),
                        () -> new Refusal.ProxyChain(c.from(), c.to()))
                .forbid(proxies.containsKey(c.from()), () -> new Refusal.ProxyAlreadyGiven(c.from(), c.to()))
                .inTime()
                .then(() -> new ProxyGiven(c.from(), c.to()));
    }

    static Decision<SessionEvent> revokeProxy(SessionState state, RevokeProxy c, Ruling ruling) {
        return whileSitting(ruling)
                .enrolled(c.from())
                .forbid(!state.proxies().containsKey(c.from()), () -> new Refusal.NoSuchProxy(c.from()))
                .inTime()
                .then(() -> new ProxyRevoked(c.from()));
    }
}

package org.plenum.transcript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenum.command.SessionCommand.CorrectAttendance;
import org.plenum.command.SessionCommand.RollEntry;
import org.plenum.event.SessionEvent.SeatArrived;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.When;

/** Puts right who answered a roll: arrivals that it recorded are struck, or get another mode or delegate. */
final class RollCorrection {
    private final SessionId session;
    private final Rehearsal rehearsal;
    private final Map<SeatId, Arrival> arrivals = new LinkedHashMap<>();
    private final List<SeatId> answered;

    private record Arrival(long position, SeatArrived event) {}

    RollCorrection(SessionId session, Rehearsal rehearsal, DoneStep target) {
        this.session = session;
        this.rehearsal = rehearsal;
        for (var recorded : target.recorded()) {
            if (recorded.event() instanceof SeatArrived arrived) {
                arrivals.put(arrived.seat(), new Arrival(recorded.position(), arrived));
            }
        }
        answered = target.deed() instanceof Deed.CallRoll(var present, var _)
                ? present.stream().map(RollEntry::seat).toList()
                : List.of();
    }

    void apply(Deed.CorrectRoll c, When when) {
        var missing = new ArrayList<>(c.absent());
        var before = rehearsal.ofStep().size();
        if (c.present() != null) {
            c.present().forEach(entry -> change(entry, c, when));
            var present = c.present().stream().map(RollEntry::seat).toList();
            answered.stream().filter(seat -> !present.contains(seat)).forEach(missing::add);
        }
        missing.stream().distinct().filter(answered::contains).forEach(seat -> strike(seat, c, when));
        if (!rehearsal.isRefused() && rehearsal.ofStep().size() == before) {
            rehearsal.refuse("la rettifica non cambia nulla", "the correction changes nothing");
        }
    }

    private void change(RollEntry entry, Deed.CorrectRoll c, When when) {
        if (!answered.contains(entry.seat())) {
            rehearsal.refuse(
                    "l'appello non ha registrato l'arrivo di " + entry.seat()
                            + ": aggiungere un passo \"arrive\" dove avvenne",
                    "the roll call recorded no arrival of " + entry.seat()
                            + ": add an \"arrive\" step where it happened");
            return;
        }
        var arrival = arrivals.get(entry.seat());
        var was = arrival == null ? null : arrival.event();
        var mode = entry.mode() == Mode.NOT_STATED || (was != null && was.mode() == entry.mode()) ? null : entry.mode();
        var delegate = entry.delegate() == null || (was != null && Objects.equals(was.delegate(), entry.delegate()))
                ? null
                : entry.delegate();
        if (mode != null || delegate != null) {
            correct(entry.seat(), false, mode, delegate, c, when);
        }
    }

    private void strike(SeatId seat, Deed.CorrectRoll c, When when) {
        correct(seat, true, null, null, c, when);
    }

    private void correct(
            SeatId seat,
            boolean struck,
            @Nullable Mode mode,
            @Nullable Delegate delegate,
            Deed.CorrectRoll c,
            When when) {
        var arrival = arrivals.get(seat);
        if (arrival == null) {
            rehearsal.refuse(
                    seat + " era già presente prima dell'appello: rettificare il suo arrivo",
                    seat + " was there before the roll call: correct its arrival");
            return;
        }
        rehearsal.submit(
                new CorrectAttendance(
                        session, arrival.position(), struck, null, When.NOT_STATED, mode, delegate, c.reason()),
                when);
    }
}

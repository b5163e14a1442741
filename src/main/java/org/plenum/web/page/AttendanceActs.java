package org.plenum.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.command.SessionCommand.CallRoll;
import org.plenum.command.SessionCommand.ChangeMode;
import org.plenum.command.SessionCommand.GiveProxy;
import org.plenum.command.SessionCommand.NoteAttendee;
import org.plenum.command.SessionCommand.RegisterArrival;
import org.plenum.command.SessionCommand.RegisterDeparture;
import org.plenum.command.SessionCommand.ReplaceDelegate;
import org.plenum.command.SessionCommand.RevokeProxy;
import org.plenum.command.SessionCommand.RollEntry;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The acts by which it is recorded who is there, and for whom. */
@Controller
@RequestMapping("/sessions/{session}/acts")
class AttendanceActs {
    @PostMapping("/arrive")
    ModelAndView arrive(
            Act act,
            @RequestParam String seat,
            @RequestParam(defaultValue = "in-person") String mode,
            @RequestParam @Nullable String delegate) {
        return act.giveOn(
                seat,
                "done.arrive",
                () -> new RegisterArrival(
                        act.session(),
                        new SeatId(seat),
                        Words.read(Mode.class, "mode", mode),
                        FormFields.delegate(delegate)));
    }

    @PostMapping("/depart")
    ModelAndView depart(Act act, @RequestParam String seat, @RequestParam @Nullable String reason) {
        return act.giveOn(
                seat,
                "done.depart",
                () -> new RegisterDeparture(act.session(), new SeatId(seat), FormFields.text(reason)));
    }

    @PostMapping("/mode")
    ModelAndView mode(Act act, @RequestParam String seat, @RequestParam String mode) {
        return act.giveOn(
                seat,
                "done.mode",
                () -> new ChangeMode(act.session(), new SeatId(seat), Words.read(Mode.class, "mode", mode)));
    }

    @PostMapping("/delegate")
    ModelAndView delegate(Act act, @RequestParam String seat, @RequestParam String delegate) {
        return act.giveOn(
                seat,
                "done.delegate",
                () -> new ReplaceDelegate(act.session(), new SeatId(seat), Delegate.named(delegate)));
    }

    /** Each seat's answer comes as {@code roll.albino=in-person}, {@code remote} or {@code absent}. */
    @PostMapping("/roll-call")
    ModelAndView rollCall(Act act, @RequestParam Map<String, String> fields) {
        return act.give("done.rollCall", () -> {
            var entries = new ArrayList<RollEntry>();
            fields.forEach((name, answer) -> {
                if (name.startsWith("roll.") && !answer.equals("absent")) {
                    entries.add(
                            new RollEntry(new SeatId(name.substring(5)), Words.read(Mode.class, "mode", answer), null));
                }
            });
            return new CallRoll(act.session(), entries, List.of());
        });
    }

    @PostMapping("/proxy")
    ModelAndView proxy(Act act, @RequestParam String from, @RequestParam @Nullable String to) {
        return act.give(
                "done.proxy",
                () -> to == null || to.isBlank()
                        ? new RevokeProxy(act.session(), new SeatId(from))
                        : new GiveProxy(act.session(), new SeatId(from), new SeatId(to)));
    }

    @PostMapping("/attendee")
    ModelAndView attendee(
            Act act,
            @RequestParam String name,
            @RequestParam @Nullable String role,
            @RequestParam @Nullable String affiliation,
            @RequestParam(defaultValue = "true") boolean present) {
        return act.give(
                "done.attendee",
                () -> new NoteAttendee(
                        act.session(), name, FormFields.word(role), FormFields.word(affiliation), present));
    }
}

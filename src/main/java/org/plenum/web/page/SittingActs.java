package org.plenum.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.command.SessionCommand.AdjournSession;
import org.plenum.command.SessionCommand.AppointScrutineers;
import org.plenum.command.SessionCommand.CloseSession;
import org.plenum.command.SessionCommand.CloseToPublic;
import org.plenum.command.SessionCommand.DeclareDeserted;
import org.plenum.command.SessionCommand.HandOverChair;
import org.plenum.command.SessionCommand.OpenSession;
import org.plenum.command.SessionCommand.RecordStatement;
import org.plenum.command.SessionCommand.ReopenToPublic;
import org.plenum.command.SessionCommand.ReplaceClerk;
import org.plenum.command.SessionCommand.ResumeSession;
import org.plenum.command.SessionCommand.SuspendSession;
import org.plenum.command.SessionCommand.VerifyQuorum;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.SeatId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The acts that carry a session from its opening to its close, and who presides, records and counts. */
@Controller
@RequestMapping("/sessions/{session}/acts")
class SittingActs {
    @PostMapping("/open")
    ModelAndView open(Act act) {
        return act.give("done.open", () -> new OpenSession(act.session()));
    }

    @PostMapping("/suspend")
    ModelAndView suspend(Act act, @RequestParam @Nullable String reason) {
        return act.give("done.suspend", () -> new SuspendSession(act.session(), FormFields.text(reason)));
    }

    @PostMapping("/resume")
    ModelAndView resume(Act act) {
        return act.give("done.resume", () -> new ResumeSession(act.session()));
    }

    @PostMapping("/adjourn")
    ModelAndView adjourn(Act act, @RequestParam @Nullable String day, @RequestParam @Nullable String hour) {
        return act.give("done.adjourn", () -> new AdjournSession(act.session(), FormFields.time(day, hour)));
    }

    @PostMapping("/desert")
    ModelAndView desert(Act act, @RequestParam @Nullable String reason) {
        return act.give("done.desert", () -> new DeclareDeserted(act.session(), FormFields.text(reason)));
    }

    @PostMapping("/close")
    ModelAndView close(Act act) {
        return act.give("done.close", () -> new CloseSession(act.session()));
    }

    @PostMapping("/quorum")
    ModelAndView quorum(Act act, @RequestParam @Nullable String by) {
        return act.give("done.quorum", () -> new VerifyQuorum(act.session(), FormFields.seat(by)));
    }

    @PostMapping("/publicity")
    ModelAndView publicity(Act act, @RequestParam boolean closed, @RequestParam @Nullable String reason) {
        return act.give(
                "done.publicity",
                () -> closed
                        ? new CloseToPublic(act.session(), FormFields.text(reason))
                        : new ReopenToPublic(act.session()));
    }

    @PostMapping("/chair")
    ModelAndView chair(Act act, @RequestParam String who) {
        return act.give("done.chair", () -> new HandOverChair(act.session(), FormFields.participant(who)));
    }

    @PostMapping("/recorder")
    ModelAndView recorder(Act act, @RequestParam String who) {
        return act.give("done.recorder", () -> new ReplaceClerk(act.session(), FormFields.participant(who)));
    }

    @PostMapping("/scrutineers")
    ModelAndView scrutineers(Act act, @RequestParam(defaultValue = "") List<String> seats) {
        return act.give(
                "done.scrutineers",
                () -> new AppointScrutineers(
                        act.session(), seats.stream().map(SeatId::new).toList()));
    }

    @PostMapping("/statement")
    ModelAndView statement(Act act, @RequestParam String speaker, @RequestParam String text) {
        return act.give(
                "done.statement",
                () -> new RecordStatement(act.session(), FormFields.participant(speaker), new FreeText(text)));
    }
}

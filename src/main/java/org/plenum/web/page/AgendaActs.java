package org.plenum.web.page;

import org.plenum.command.SessionCommand.AmendAgenda;
import org.plenum.command.SessionCommand.ApproveMinutes;
import org.plenum.command.SessionCommand.ConcludeItem;
import org.plenum.command.SessionCommand.TakeUpItem;
import org.plenum.vocabulary.Conclusion;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The acts on the agenda: its items taken up and concluded, its lines changed, minutes approved. */
@Controller
@RequestMapping("/sessions/{session}/acts")
class AgendaActs {
    @PostMapping("/take-up")
    ModelAndView takeUp(Act act, @RequestParam String number) {
        return act.give("done.takeUp", () -> new TakeUpItem(act.session(), new ItemNumber(number)));
    }

    @PostMapping("/conclude")
    ModelAndView conclude(Act act, @RequestParam String number, @RequestParam String how) {
        return act.give(
                "done.conclude",
                () -> new ConcludeItem(
                        act.session(), new ItemNumber(number), Words.read(Conclusion.class, "how", how)));
    }

    /** The agenda as a list of lines, each a number, a blank and a title. */
    @PostMapping("/agenda")
    ModelAndView agenda(Act act, @RequestParam String agenda) {
        return act.give("done.agenda", () -> new AmendAgenda(act.session(), AgendaText.read(agenda)));
    }

    @PostMapping("/minutes")
    ModelAndView minutes(Act act, @RequestParam String approved, @RequestParam String vote) {
        return act.give(
                "done.minutes", () -> new ApproveMinutes(act.session(), new SessionId(approved), new VoteId(vote)));
    }
}

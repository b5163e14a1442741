package org.plenum.web.page;

import org.jspecify.annotations.Nullable;
import org.plenum.command.SessionCommand.ConfirmProposal;
import org.plenum.command.SessionCommand.CorrectAttendance;
import org.plenum.command.SessionCommand.CorrectBallot;
import org.plenum.command.SessionCommand.CorrectProclamation;
import org.plenum.command.SessionCommand.CorrectStatement;
import org.plenum.command.SessionCommand.WithdrawProposal;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;
import org.plenum.vocabulary.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The acts that put right what was recorded, and those by which a second person confirms. */
@Controller
@RequestMapping("/sessions/{session}/acts")
class CorrectionActs {
    @PostMapping("/confirm")
    ModelAndView confirm(Act act, @RequestParam long proposal) {
        return act.give("done.confirm", () -> new ConfirmProposal(act.session(), proposal));
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(Act act, @RequestParam long proposal) {
        return act.give("done.withdraw", () -> new WithdrawProposal(act.session(), proposal, null));
    }

    @PostMapping("/correct-attendance")
    ModelAndView correctAttendance(
            Act act,
            @RequestParam long target,
            @RequestParam(defaultValue = "false") boolean struck,
            @RequestParam @Nullable String meant,
            @RequestParam @Nullable String mode,
            @RequestParam String reason) {
        // The time in this form is the one that was meant, not the time of the correction.
        return act.giveNow(
                "done.correct",
                () -> new CorrectAttendance(
                        act.session(),
                        target,
                        struck,
                        struck ? null : FormFields.seat(meant),
                        struck ? When.NOT_STATED : act.stated(),
                        struck ? null : FormFields.mode(mode),
                        null,
                        new FreeText(reason)));
    }

    @PostMapping("/correct-ballot")
    ModelAndView correctBallot(
            Act act,
            @RequestParam String vote,
            @RequestParam String seat,
            @RequestParam String to,
            @RequestParam String reason) {
        return act.give(
                "done.correct",
                () -> new CorrectBallot(
                        act.session(),
                        new VoteId(vote),
                        new SeatId(seat),
                        to.equals("none") ? null : Words.read(Choice.Stance.class, "to", to),
                        new FreeText(reason)));
    }

    @PostMapping("/correct-proclamation")
    ModelAndView correctProclamation(
            Act act, @RequestParam String vote, @RequestParam String to, @RequestParam String reason) {
        return act.give(
                "done.correct",
                () -> new CorrectProclamation(
                        act.session(), new VoteId(vote), Words.read(Outcome.class, "to", to), new FreeText(reason)));
    }

    @PostMapping("/correct-statement")
    ModelAndView correctStatement(
            Act act,
            @RequestParam long target,
            @RequestParam @Nullable String speaker,
            @RequestParam @Nullable String text,
            @RequestParam String reason) {
        return act.give(
                "done.correct",
                () -> new CorrectStatement(
                        act.session(),
                        target,
                        FormFields.participantIfAny(speaker),
                        FormFields.text(text),
                        new FreeText(reason)));
    }
}

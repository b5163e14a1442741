package org.plenum.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.*;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Conclusion;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;
import org.plenum.vocabulary.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The acts of president and clerk: each a form of its own, so that all of them work without scripts. An act leads back to
 * the page it came from, which says why where it was refused.
 */
@Controller
@RequestMapping("/sessions/{session}/acts")
class RoomActions {
    /** What all forms of acts send: where they come from, the form's own key, and the time stated where one is. */
    record Form(
            @Nullable String back,
            @Nullable String key,
            @Nullable String at) {
        String backOr(String otherwise) {
            return back == null || back.isBlank() ? otherwise : back;
        }
    }

    private interface Asking {
        SessionCommand command();
    }

    private final PageDesk desk;

    RoomActions(PageDesk desk) {
        this.desk = desk;
    }

    private String act(String session, Form form, String done, Locale locale, RedirectAttributes flash, Asking asking) {
        var said = desk.said(locale);
        try {
            var when = PageDesk.when(form.at());
            var trouble = desk.trouble(desk.give(asking.command(), when, form.key()), said);
            if (trouble != null) {
                flash.addFlashAttribute("trouble", trouble);
            } else {
                flash.addFlashAttribute("done", said.say(done));
            }
        } catch (Malformed malformed) {
            flash.addFlashAttribute("trouble", desk.sentence(malformed, said));
        }
        return "redirect:" + OwnAddress.checked(form.backOr("/sessions/" + session));
    }

    // ---- the session

    @PostMapping("/open")
    String open(@PathVariable String session, @ModelAttribute Form form, Locale locale, RedirectAttributes flash) {
        return act(session, form, "done.open", locale, flash, () -> new OpenSession(new SessionId(session)));
    }

    @PostMapping("/suspend")
    String suspend(@PathVariable String session, @ModelAttribute Form form, Locale locale, RedirectAttributes flash) {
        return act(
                session, form, "done.suspend", locale, flash, () -> new SuspendSession(new SessionId(session), null));
    }

    @PostMapping("/resume")
    String resume(@PathVariable String session, @ModelAttribute Form form, Locale locale, RedirectAttributes flash) {
        return act(session, form, "done.resume", locale, flash, () -> new ResumeSession(new SessionId(session)));
    }

    @PostMapping("/adjourn")
    String adjourn(@PathVariable String session, @ModelAttribute Form form, Locale locale, RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.adjourn",
                locale,
                flash,
                () -> new AdjournSession(new SessionId(session), When.NOT_STATED));
    }

    @PostMapping("/desert")
    String desert(@PathVariable String session, @ModelAttribute Form form, Locale locale, RedirectAttributes flash) {
        return act(
                session, form, "done.desert", locale, flash, () -> new DeclareDeserted(new SessionId(session), null));
    }

    @PostMapping("/close")
    String close(@PathVariable String session, @ModelAttribute Form form, Locale locale, RedirectAttributes flash) {
        return act(session, form, "done.close", locale, flash, () -> new CloseSession(new SessionId(session)));
    }

    @PostMapping("/quorum")
    String quorum(@PathVariable String session, @ModelAttribute Form form, Locale locale, RedirectAttributes flash) {
        return act(session, form, "done.quorum", locale, flash, () -> new VerifyQuorum(new SessionId(session), null));
    }

    @PostMapping("/publicity")
    String publicity(
            @PathVariable String session,
            @RequestParam boolean closed,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.publicity",
                locale,
                flash,
                () -> closed
                        ? new CloseToPublic(new SessionId(session), null)
                        : new ReopenToPublic(new SessionId(session)));
    }

    // ---- the agenda

    @PostMapping("/take-up")
    String takeUp(
            @PathVariable String session,
            @RequestParam String number,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.takeUp",
                locale,
                flash,
                () -> new TakeUpItem(new SessionId(session), new ItemNumber(number)));
    }

    @PostMapping("/conclude")
    String conclude(
            @PathVariable String session,
            @RequestParam String number,
            @RequestParam String how,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.conclude",
                locale,
                flash,
                () -> new ConcludeItem(
                        new SessionId(session), new ItemNumber(number), Words.read(Conclusion.class, "how", how)));
    }

    @PostMapping("/statement")
    String statement(
            @PathVariable String session,
            @RequestParam String speaker,
            @RequestParam String text,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.statement",
                locale,
                flash,
                () -> new RecordStatement(new SessionId(session), participant(speaker), new FreeText(text)));
    }

    /** Forms write a seat as {@code seat:albino} and a person as {@code name:Anna Neri}. */
    private static Participant participant(String written) {
        return written.startsWith("seat:")
                ? new Participant.OfSeat(new SeatId(written.substring(5)))
                : new Participant.Named(written.startsWith("name:") ? written.substring(5) : written);
    }

    // ---- who is there

    @PostMapping("/arrive")
    String arrive(
            @PathVariable String session,
            @RequestParam String seat,
            @RequestParam(defaultValue = "in-person") String mode,
            @RequestParam @Nullable String delegate,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.arrive",
                locale,
                flash,
                () -> new RegisterArrival(
                        new SessionId(session),
                        new SeatId(seat),
                        Words.read(Mode.class, "mode", mode),
                        delegate == null || delegate.isBlank() ? null : Delegate.named(delegate)));
    }

    @PostMapping("/depart")
    String depart(
            @PathVariable String session,
            @RequestParam String seat,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.depart",
                locale,
                flash,
                () -> new RegisterDeparture(new SessionId(session), new SeatId(seat), null));
    }

    @PostMapping("/mode")
    String mode(
            @PathVariable String session,
            @RequestParam String seat,
            @RequestParam String mode,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.mode",
                locale,
                flash,
                () -> new ChangeMode(new SessionId(session), new SeatId(seat), Words.read(Mode.class, "mode", mode)));
    }

    @PostMapping("/delegate")
    String delegate(
            @PathVariable String session,
            @RequestParam String seat,
            @RequestParam String delegate,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.delegate",
                locale,
                flash,
                () -> new ReplaceDelegate(new SessionId(session), new SeatId(seat), Delegate.named(delegate)));
    }

    /** Each seat's answer comes as {@code roll.albino=in-person}, {@code remote} or {@code absent}. */
    @PostMapping("/roll-call")
    String rollCall(
            @PathVariable String session,
            @RequestParam Map<String, String> fields,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(session, form, "done.rollCall", locale, flash, () -> {
            var entries = new ArrayList<RollEntry>();
            fields.forEach((name, answer) -> {
                if (name.startsWith("roll.") && !answer.equals("absent")) {
                    entries.add(
                            new RollEntry(new SeatId(name.substring(5)), Words.read(Mode.class, "mode", answer), null));
                }
            });
            return new CallRoll(new SessionId(session), entries, List.of());
        });
    }

    @PostMapping("/proxy")
    String proxy(
            @PathVariable String session,
            @RequestParam String from,
            @RequestParam @Nullable String to,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.proxy",
                locale,
                flash,
                () -> to == null || to.isBlank()
                        ? new RevokeProxy(new SessionId(session), new SeatId(from))
                        : new GiveProxy(new SessionId(session), new SeatId(from), new SeatId(to)));
    }

    @PostMapping("/attendee")
    String attendee(
            @PathVariable String session,
            @RequestParam String name,
            @RequestParam @Nullable String role,
            @RequestParam(defaultValue = "true") boolean present,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.attendee",
                locale,
                flash,
                () -> new NoteAttendee(
                        new SessionId(session), name, role == null || role.isBlank() ? null : role, null, present));
    }

    // ---- votes

    @PostMapping("/open-vote")
    String openVote(
            @PathVariable String session,
            @RequestParam String subject,
            @RequestParam String method,
            @RequestParam @Nullable String majority,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.openVote",
                locale,
                flash,
                () -> new OpenVote(
                        new SessionId(session),
                        null,
                        List.of(),
                        subject,
                        Words.read(Method.class, "method", method),
                        Majorities.named(majority),
                        false,
                        null,
                        null,
                        null,
                        null));
    }

    @PostMapping("/ballot")
    String ballot(
            @PathVariable String session,
            @RequestParam String vote,
            @RequestParam String seat,
            @RequestParam String choice,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.ballot",
                locale,
                flash,
                () -> new CastBallot(
                        new SessionId(session),
                        new VoteId(vote),
                        new SeatId(seat),
                        Words.read(Choice.Stance.class, "choice", choice)));
    }

    /** By exception: the rest one way, and each seat named as {@code part.leffe=abstain} another. */
    @PostMapping("/record")
    String record(
            @PathVariable String session,
            @RequestParam String vote,
            @RequestParam(defaultValue = "for") String rest,
            @RequestParam Map<String, String> fields,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(session, form, "done.record", locale, flash, () -> {
            var named = new ArrayList<NamedPart>();
            fields.forEach((name, part) -> {
                if (name.startsWith("part.") && !part.isEmpty()) {
                    named.add(new NamedPart(new SeatId(name.substring(5)), part(part)));
                }
            });
            return new RecordBallots(
                    new SessionId(session), new VoteId(vote), named, rest.equals("nothing") ? null : part(rest));
        });
    }

    private static Part part(String word) {
        return word.equals("declined")
                ? new Part.Declined()
                : new Part.Cast(Words.read(Choice.Stance.class, "choice", word));
    }

    @PostMapping("/decline")
    String decline(
            @PathVariable String session,
            @RequestParam String vote,
            @RequestParam String seat,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.decline",
                locale,
                flash,
                () -> new DeclineToParticipate(new SessionId(session), new VoteId(vote), new SeatId(seat)));
    }

    @PostMapping("/recuse")
    String recuse(
            @PathVariable String session,
            @RequestParam String seat,
            @RequestParam @Nullable String item,
            @RequestParam @Nullable String vote,
            @RequestParam String reason,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.recuse",
                locale,
                flash,
                () -> new Recuse(
                        new SessionId(session),
                        new SeatId(seat),
                        item == null || item.isBlank() ? null : new ItemNumber(item),
                        vote == null || vote.isBlank() ? null : new VoteId(vote),
                        new FreeText(reason)));
    }

    @PostMapping("/close-vote")
    String closeVote(
            @PathVariable String session,
            @RequestParam String vote,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.closeVote",
                locale,
                flash,
                () -> new CloseVote(new SessionId(session), new VoteId(vote)));
    }

    @PostMapping("/proclaim")
    String proclaim(
            @PathVariable String session,
            @RequestParam String vote,
            @RequestParam String outcome,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.proclaim",
                locale,
                flash,
                () -> new Proclaim(
                        new SessionId(session), new VoteId(vote), Words.read(Outcome.class, "outcome", outcome)));
    }

    @PostMapping("/annul")
    String annul(
            @PathVariable String session,
            @RequestParam String vote,
            @RequestParam String reason,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.annul",
                locale,
                flash,
                () -> new AnnulVote(new SessionId(session), new VoteId(vote), new FreeText(reason)));
    }

    // ---- what is put right

    @PostMapping("/correct-attendance")
    String correctAttendance(
            @PathVariable String session,
            @RequestParam long target,
            @RequestParam(defaultValue = "false") boolean struck,
            @RequestParam @Nullable String meant,
            @RequestParam @Nullable String mode,
            @RequestParam String reason,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        // The time in this form is the one that was meant, not the time of the correction.
        var now = new Form(form.back(), form.key(), null);
        return act(
                session,
                now,
                "done.correct",
                locale,
                flash,
                () -> new CorrectAttendance(
                        new SessionId(session),
                        target,
                        struck,
                        struck || meant == null || meant.isBlank() ? null : new SeatId(meant),
                        struck ? When.NOT_STATED : PageDesk.when(form.at()),
                        struck || mode == null || mode.isBlank() ? null : Words.read(Mode.class, "mode", mode),
                        null,
                        new FreeText(reason)));
    }

    @PostMapping("/correct-ballot")
    String correctBallot(
            @PathVariable String session,
            @RequestParam String vote,
            @RequestParam String seat,
            @RequestParam String to,
            @RequestParam String reason,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.correct",
                locale,
                flash,
                () -> new CorrectBallot(
                        new SessionId(session),
                        new VoteId(vote),
                        new SeatId(seat),
                        to.equals("none") ? null : Words.read(Choice.Stance.class, "to", to),
                        new FreeText(reason)));
    }
}

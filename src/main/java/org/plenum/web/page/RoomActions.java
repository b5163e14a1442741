package org.plenum.web.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.*;
import org.plenum.command.SessionCommand.ConfirmProposal;
import org.plenum.command.SessionCommand.OpenElection;
import org.plenum.command.SessionCommand.OpenRound;
import org.plenum.command.SessionCommand.OrderRollCall;
import org.plenum.command.SessionCommand.RecordLot;
import org.plenum.command.SessionCommand.WithdrawProposal;
import org.plenum.event.SessionEvent.CommandProposed;
import org.plenum.ledger.Answer;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Conclusion;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;
import org.plenum.vocabulary.Words;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.OwnAddress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The acts of president and clerk: each a form of its own, so that all of them work without scripts. An act leads back to
 * the page it came from, which says why where it was refused; a script that stays in its page is told just that.
 */
@Controller
@RequestMapping("/sessions/{session}/acts")
class RoomActions {
    /**
     * What all forms of acts send: where they come from, the form's own key, and the time stated where one is; and whether
     * a script sends them, which stays in its page and asks only for what is to be said there.
     */
    record Form(
            @Nullable String back,
            @Nullable String key,
            @Nullable String at,
            @Nullable Boolean inPage) {
        String backOr(String otherwise) {
            return back == null || back.isBlank() ? otherwise : back;
        }
    }

    private interface Asking {
        SessionCommand command();
    }

    private final PageDesk desk;
    private final Rooms rooms;
    private final CurrentPerson people;

    RoomActions(PageDesk desk, Rooms rooms, CurrentPerson people) {
        this.desk = desk;
        this.rooms = rooms;
        this.people = people;
    }

    private ModelAndView act(
            String session, Form form, String done, Locale locale, RedirectAttributes flash, Asking asking) {
        return act(session, form, said -> said.say(done), locale, flash, asking);
    }

    /** An act on one seat: whoever gave it reads of which, for on a long roll that is not seen. */
    private ModelAndView actOn(
            String seat,
            String session,
            Form form,
            String done,
            Locale locale,
            RedirectAttributes flash,
            Asking asking) {
        return act(session, form, said -> said.say(done, nameOf(session, seat)), locale, flash, asking);
    }

    private String nameOf(String session, String seat) {
        return rooms.look(
                        new SessionId(session),
                        people.ofPage(),
                        room -> Scenes.shortName(Scenes.nameOf(room, new SeatId(seat))))
                .orElse(seat);
    }

    private ModelAndView act(
            String session,
            Form form,
            Function<Said, String> done,
            Locale locale,
            RedirectAttributes flash,
            Asking asking) {
        var said = desk.said(locale);
        var back = OwnAddress.checked(form.backOr("/sessions/" + session));
        var notice = notice(form, done, said, asking);
        if (Boolean.TRUE.equals(form.inPage())) {
            return new ModelAndView("parts :: notice", Map.of(notice.name(), notice.words()));
        }
        flash.addFlashAttribute(notice.name(), notice.words());
        return new ModelAndView("redirect:" + back);
    }

    /** What an act was answered with. */
    private record Notice(String name, String words) {}

    private Notice notice(Form form, Function<Said, String> done, Said said, Asking asking) {
        try {
            var when = PageDesk.when(form.at());
            var answer = desk.give(asking.command(), when, form.key());
            var trouble = desk.trouble(answer, said);
            if (trouble != null) {
                return new Notice("trouble", trouble);
            }
            var proposed = answer instanceof Answer.Accepted accepted && accepted.event() instanceof CommandProposed;
            return new Notice("done", proposed ? said.say("done.proposed") : done.apply(said));
        } catch (Malformed malformed) {
            return new Notice("trouble", desk.sentence(malformed, said));
        }
    }

    // ---- the session

    @PostMapping("/open")
    ModelAndView open(
            @PathVariable String session, @ModelAttribute Form form, Locale locale, RedirectAttributes flash) {
        return act(session, form, "done.open", locale, flash, () -> new OpenSession(new SessionId(session)));
    }

    @PostMapping("/suspend")
    ModelAndView suspend(
            @PathVariable String session,
            @RequestParam @Nullable String reason,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.suspend",
                locale,
                flash,
                () -> new SuspendSession(new SessionId(session), text(reason)));
    }

    @PostMapping("/resume")
    ModelAndView resume(
            @PathVariable String session, @ModelAttribute Form form, Locale locale, RedirectAttributes flash) {
        return act(session, form, "done.resume", locale, flash, () -> new ResumeSession(new SessionId(session)));
    }

    @PostMapping("/adjourn")
    ModelAndView adjourn(
            @PathVariable String session,
            @RequestParam @Nullable String day,
            @RequestParam @Nullable String hour,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.adjourn",
                locale,
                flash,
                () -> new AdjournSession(new SessionId(session), until(day, hour)));
    }

    /** A day and an hour, as two fields state them; an hour alone says nothing. */
    private static When until(@Nullable String day, @Nullable String hour) {
        return day == null || day.isBlank()
                ? When.NOT_STATED
                : When.at(day.strip() + "T" + (hour == null || hour.isBlank() ? "00:00" : hour.strip()));
    }

    private static @Nullable FreeText text(@Nullable String written) {
        return written == null || written.isBlank() ? null : new FreeText(written);
    }

    @PostMapping("/desert")
    ModelAndView desert(
            @PathVariable String session,
            @RequestParam @Nullable String reason,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.desert",
                locale,
                flash,
                () -> new DeclareDeserted(new SessionId(session), text(reason)));
    }

    @PostMapping("/close")
    ModelAndView close(
            @PathVariable String session, @ModelAttribute Form form, Locale locale, RedirectAttributes flash) {
        return act(session, form, "done.close", locale, flash, () -> new CloseSession(new SessionId(session)));
    }

    @PostMapping("/quorum")
    ModelAndView quorum(
            @PathVariable String session,
            @RequestParam @Nullable String by,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.quorum",
                locale,
                flash,
                () -> new VerifyQuorum(new SessionId(session), by == null || by.isBlank() ? null : new SeatId(by)));
    }

    @PostMapping("/publicity")
    ModelAndView publicity(
            @PathVariable String session,
            @RequestParam boolean closed,
            @RequestParam @Nullable String reason,
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
                        ? new CloseToPublic(new SessionId(session), text(reason))
                        : new ReopenToPublic(new SessionId(session)));
    }

    // ---- the agenda

    @PostMapping("/take-up")
    ModelAndView takeUp(
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
    ModelAndView conclude(
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

    /** The agenda as a list of lines, each a number, a blank and a title. */
    @PostMapping("/agenda")
    ModelAndView agenda(
            @PathVariable String session,
            @RequestParam String agenda,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.agenda",
                locale,
                flash,
                () -> new AmendAgenda(new SessionId(session), AgendaText.read(agenda)));
    }

    @PostMapping("/minutes")
    ModelAndView minutes(
            @PathVariable String session,
            @RequestParam String approved,
            @RequestParam String vote,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.minutes",
                locale,
                flash,
                () -> new ApproveMinutes(new SessionId(session), new SessionId(approved), new VoteId(vote)));
    }

    // ---- who presides, records and counts

    @PostMapping("/chair")
    ModelAndView chair(
            @PathVariable String session,
            @RequestParam String who,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.chair",
                locale,
                flash,
                () -> new HandOverChair(new SessionId(session), participant(who)));
    }

    @PostMapping("/recorder")
    ModelAndView recorder(
            @PathVariable String session,
            @RequestParam String who,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.recorder",
                locale,
                flash,
                () -> new ReplaceClerk(new SessionId(session), participant(who)));
    }

    @PostMapping("/scrutineers")
    ModelAndView scrutineers(
            @PathVariable String session,
            @RequestParam(defaultValue = "") List<String> seats,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.scrutineers",
                locale,
                flash,
                () -> new AppointScrutineers(
                        new SessionId(session), seats.stream().map(SeatId::new).toList()));
    }

    @PostMapping("/statement")
    ModelAndView statement(
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
    ModelAndView arrive(
            @PathVariable String session,
            @RequestParam String seat,
            @RequestParam(defaultValue = "in-person") String mode,
            @RequestParam @Nullable String delegate,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return actOn(
                seat,
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
    ModelAndView depart(
            @PathVariable String session,
            @RequestParam String seat,
            @RequestParam @Nullable String reason,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return actOn(
                seat,
                session,
                form,
                "done.depart",
                locale,
                flash,
                () -> new RegisterDeparture(new SessionId(session), new SeatId(seat), text(reason)));
    }

    @PostMapping("/mode")
    ModelAndView mode(
            @PathVariable String session,
            @RequestParam String seat,
            @RequestParam String mode,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return actOn(
                seat,
                session,
                form,
                "done.mode",
                locale,
                flash,
                () -> new ChangeMode(new SessionId(session), new SeatId(seat), Words.read(Mode.class, "mode", mode)));
    }

    @PostMapping("/delegate")
    ModelAndView delegate(
            @PathVariable String session,
            @RequestParam String seat,
            @RequestParam String delegate,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return actOn(
                seat,
                session,
                form,
                "done.delegate",
                locale,
                flash,
                () -> new ReplaceDelegate(new SessionId(session), new SeatId(seat), Delegate.named(delegate)));
    }

    /** Each seat's answer comes as {@code roll.albino=in-person}, {@code remote} or {@code absent}. */
    @PostMapping("/roll-call")
    ModelAndView rollCall(
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
    ModelAndView proxy(
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
    ModelAndView attendee(
            @PathVariable String session,
            @RequestParam String name,
            @RequestParam @Nullable String role,
            @RequestParam @Nullable String affiliation,
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
                () -> new NoteAttendee(new SessionId(session), name, word(role), word(affiliation), present));
    }

    private static @Nullable String word(@Nullable String written) {
        return written == null || written.isBlank() ? null : written;
    }

    // ---- votes

    @PostMapping("/open-vote")
    ModelAndView openVote(
            @PathVariable String session,
            @RequestParam String subject,
            @RequestParam String method,
            @RequestParam @Nullable String majority,
            @RequestParam(defaultValue = "false") boolean procedural,
            @RequestParam @Nullable String follows,
            @RequestParam @Nullable String repeats,
            @RequestParam @Nullable String mover,
            @RequestParam @Nullable String seconder,
            @RequestParam @Nullable String across,
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
                        procedural,
                        voteOf(follows),
                        voteOf(repeats),
                        by(mover),
                        by(seconder),
                        AcrossForm.read(across)));
    }

    private static @Nullable VoteId voteOf(@Nullable String written) {
        return written == null || written.isBlank() ? null : new VoteId(written);
    }

    private static @Nullable Participant by(@Nullable String written) {
        return written == null || written.isBlank() ? null : participant(written);
    }

    /** Candidates stand one a line, with a date of seniority after a semicolon where one counts. */
    @PostMapping("/open-election")
    ModelAndView openElection(
            @PathVariable String session,
            @RequestParam String subject,
            @RequestParam String method,
            @RequestParam String candidates,
            @RequestParam int places,
            @RequestParam int preferences,
            @RequestParam String rounds,
            @RequestParam String ties,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.openVote",
                locale,
                flash,
                () -> new OpenElection(
                        new SessionId(session),
                        null,
                        List.of(),
                        subject,
                        Words.read(Method.class, "method", method),
                        new ElectionRule(
                                places,
                                preferences,
                                Elections.rounds(rounds),
                                Words.read(ElectionRule.Ties.class, "ties", ties),
                                Measure.HEADS),
                        Elections.candidates(candidates),
                        null));
    }

    @PostMapping("/next-round")
    ModelAndView nextRound(
            @PathVariable String session,
            @RequestParam String vote,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.openVote",
                locale,
                flash,
                () -> new OpenRound(new SessionId(session), null, new VoteId(vote), null, null));
    }

    /** Each candidate's turn comes as {@code order.rossi=2}. */
    @PostMapping("/lot")
    ModelAndView lot(
            @PathVariable String session,
            @RequestParam String vote,
            @RequestParam String by,
            @RequestParam Map<String, String> fields,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.lot",
                locale,
                flash,
                () -> new RecordLot(
                        new SessionId(session),
                        new VoteId(vote),
                        Elections.inOrder(fields),
                        new Participant.Named(by)));
    }

    /** The seats are called from one of them on, around the roll. */
    @PostMapping("/order")
    ModelAndView order(
            @PathVariable String session,
            @RequestParam String vote,
            @RequestParam List<String> seat,
            @RequestParam String from,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(session, form, "done.order", locale, flash, () -> {
            var order = new ArrayList<>(seat.stream().map(SeatId::new).toList());
            Collections.rotate(order, -Math.max(0, seat.indexOf(from)));
            return new OrderRollCall(new SessionId(session), new VoteId(vote), order);
        });
    }

    @PostMapping("/ballot")
    ModelAndView ballot(
            @PathVariable String session,
            @RequestParam String vote,
            @RequestParam String seat,
            @RequestParam String choice,
            @RequestParam @Nullable List<String> candidate,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return actOn(
                seat,
                session,
                form,
                "done.ballot",
                locale,
                flash,
                () -> new CastBallot(
                        new SessionId(session),
                        new VoteId(vote),
                        new SeatId(seat),
                        BallotPages.choice(choice, candidate == null ? List.of() : candidate)));
    }

    /** By exception: the rest one way, and each seat named as {@code part.leffe=abstain} another. */
    @PostMapping("/record")
    ModelAndView record(
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
    ModelAndView decline(
            @PathVariable String session,
            @RequestParam String vote,
            @RequestParam String seat,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return actOn(
                seat,
                session,
                form,
                "done.decline",
                locale,
                flash,
                () -> new DeclineToParticipate(new SessionId(session), new VoteId(vote), new SeatId(seat)));
    }

    @PostMapping("/recuse")
    ModelAndView recuse(
            @PathVariable String session,
            @RequestParam String seat,
            @RequestParam @Nullable String item,
            @RequestParam @Nullable String vote,
            @RequestParam String reason,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return actOn(
                seat,
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
    ModelAndView closeVote(
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
    ModelAndView proclaim(
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
    ModelAndView annul(
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

    // ---- what a second person must confirm

    @PostMapping("/confirm")
    ModelAndView confirm(
            @PathVariable String session,
            @RequestParam long proposal,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.confirm",
                locale,
                flash,
                () -> new ConfirmProposal(new SessionId(session), proposal));
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(
            @PathVariable String session,
            @RequestParam long proposal,
            @ModelAttribute Form form,
            Locale locale,
            RedirectAttributes flash) {
        return act(
                session,
                form,
                "done.withdraw",
                locale,
                flash,
                () -> new WithdrawProposal(new SessionId(session), proposal, null));
    }

    // ---- what is put right

    @PostMapping("/correct-attendance")
    ModelAndView correctAttendance(
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
        var now = new Form(form.back(), form.key(), null, form.inPage());
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
    ModelAndView correctBallot(
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

    @PostMapping("/correct-proclamation")
    ModelAndView correctProclamation(
            @PathVariable String session,
            @RequestParam String vote,
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
                () -> new CorrectProclamation(
                        new SessionId(session),
                        new VoteId(vote),
                        Words.read(Outcome.class, "to", to),
                        new FreeText(reason)));
    }

    @PostMapping("/correct-statement")
    ModelAndView correctStatement(
            @PathVariable String session,
            @RequestParam long target,
            @RequestParam @Nullable String speaker,
            @RequestParam @Nullable String text,
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
                () -> new CorrectStatement(
                        new SessionId(session), target, by(speaker), text(text), new FreeText(reason)));
    }
}

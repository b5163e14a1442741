package org.plenum.web.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.command.SessionCommand.AnnulVote;
import org.plenum.command.SessionCommand.CastBallot;
import org.plenum.command.SessionCommand.CloseVote;
import org.plenum.command.SessionCommand.DeclineToParticipate;
import org.plenum.command.SessionCommand.NamedPart;
import org.plenum.command.SessionCommand.OpenElection;
import org.plenum.command.SessionCommand.OpenRound;
import org.plenum.command.SessionCommand.OpenVote;
import org.plenum.command.SessionCommand.OrderRollCall;
import org.plenum.command.SessionCommand.Part;
import org.plenum.command.SessionCommand.Proclaim;
import org.plenum.command.SessionCommand.RecordBallots;
import org.plenum.command.SessionCommand.RecordLot;
import org.plenum.command.SessionCommand.Recuse;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The acts on votes, from opening to proclamation, and the ballots that the president and the clerk record. */
@Controller
@RequestMapping("/sessions/{session}/acts")
class VoteActs {
    @PostMapping("/open-vote")
    ModelAndView openVote(
            Act act,
            @RequestParam String subject,
            @RequestParam String method,
            @RequestParam @Nullable String majority,
            @RequestParam(defaultValue = "false") boolean procedural,
            @RequestParam @Nullable String follows,
            @RequestParam @Nullable String repeats,
            @RequestParam @Nullable String mover,
            @RequestParam @Nullable String seconder,
            @RequestParam @Nullable String across) {
        return act.give(
                "done.openVote",
                () -> new OpenVote(
                        act.session(),
                        null,
                        List.of(),
                        subject,
                        Words.read(Method.class, "method", method),
                        Majorities.named(majority),
                        procedural,
                        FormFields.vote(follows),
                        FormFields.vote(repeats),
                        FormFields.participantIfAny(mover),
                        FormFields.participantIfAny(seconder),
                        AcrossForm.read(across)));
    }

    /** Candidates stand one a line, with a date of seniority after a semicolon where one counts. */
    @PostMapping("/open-election")
    ModelAndView openElection(
            Act act,
            @RequestParam String subject,
            @RequestParam String method,
            @RequestParam String candidates,
            @RequestParam int places,
            @RequestParam int preferences,
            @RequestParam String rounds,
            @RequestParam String ties) {
        return act.give(
                "done.openVote",
                () -> new OpenElection(
                        act.session(),
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
    ModelAndView nextRound(Act act, @RequestParam String vote) {
        return act.give("done.openVote", () -> new OpenRound(act.session(), null, new VoteId(vote), null, null));
    }

    /** Each candidate's turn comes as {@code order.rossi=2}. */
    @PostMapping("/lot")
    ModelAndView lot(
            Act act, @RequestParam String vote, @RequestParam String by, @RequestParam Map<String, String> fields) {
        return act.give(
                "done.lot",
                () -> new RecordLot(
                        act.session(), new VoteId(vote), Elections.inOrder(fields), new Participant.Named(by)));
    }

    /** The seats are called from one of them on, around the roll. */
    @PostMapping("/order")
    ModelAndView order(Act act, @RequestParam String vote, @RequestParam List<String> seat, @RequestParam String from) {
        return act.give("done.order", () -> {
            var order = new ArrayList<>(seat.stream().map(SeatId::new).toList());
            Collections.rotate(order, -Math.max(0, seat.indexOf(from)));
            return new OrderRollCall(act.session(), new VoteId(vote), order);
        });
    }

    @PostMapping("/ballot")
    ModelAndView ballot(
            Act act,
            @RequestParam String vote,
            @RequestParam String seat,
            @RequestParam String choice,
            @RequestParam @Nullable List<String> candidate) {
        return act.giveOn(
                seat,
                "done.ballot",
                () -> new CastBallot(
                        act.session(),
                        new VoteId(vote),
                        new SeatId(seat),
                        BallotPages.choice(choice, candidate == null ? List.of() : candidate)));
    }

    /** By exception: the rest one way, and each seat named as {@code part.leffe=abstain} another. */
    @PostMapping("/record")
    ModelAndView record(
            Act act,
            @RequestParam String vote,
            @RequestParam(defaultValue = "for") String rest,
            @RequestParam Map<String, String> fields) {
        return act.give("done.record", () -> {
            var named = new ArrayList<NamedPart>();
            fields.forEach((name, part) -> {
                if (name.startsWith("part.") && !part.isEmpty()) {
                    named.add(new NamedPart(new SeatId(name.substring(5)), part(part)));
                }
            });
            return new RecordBallots(
                    act.session(), new VoteId(vote), named, rest.equals("nothing") ? null : part(rest));
        });
    }

    private static Part part(String word) {
        return word.equals("declined")
                ? new Part.Declined()
                : new Part.Cast(Words.read(Choice.Stance.class, "choice", word));
    }

    @PostMapping("/decline")
    ModelAndView decline(Act act, @RequestParam String vote, @RequestParam String seat) {
        return act.giveOn(
                seat,
                "done.decline",
                () -> new DeclineToParticipate(act.session(), new VoteId(vote), new SeatId(seat)));
    }

    @PostMapping("/recuse")
    ModelAndView recuse(
            Act act,
            @RequestParam String seat,
            @RequestParam @Nullable String item,
            @RequestParam @Nullable String vote,
            @RequestParam String reason) {
        return act.giveOn(
                seat,
                "done.recuse",
                () -> new Recuse(
                        act.session(),
                        new SeatId(seat),
                        FormFields.item(item),
                        FormFields.vote(vote),
                        new FreeText(reason)));
    }

    @PostMapping("/close-vote")
    ModelAndView closeVote(Act act, @RequestParam String vote) {
        return act.give("done.closeVote", () -> new CloseVote(act.session(), new VoteId(vote)));
    }

    @PostMapping("/proclaim")
    ModelAndView proclaim(Act act, @RequestParam String vote, @RequestParam String outcome) {
        return act.give(
                "done.proclaim",
                () -> new Proclaim(act.session(), new VoteId(vote), Words.read(Outcome.class, "outcome", outcome)));
    }

    @PostMapping("/annul")
    ModelAndView annul(Act act, @RequestParam String vote, @RequestParam String reason) {
        return act.give("done.annul", () -> new AnnulVote(act.session(), new VoteId(vote), new FreeText(reason)));
    }
}

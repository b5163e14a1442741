package org.plenum.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.*;
import org.plenum.command.SessionCommand.CastBallot;
import org.plenum.command.SessionCommand.DeclareVotes;
import org.plenum.command.SessionCommand.OpenElection;
import org.plenum.command.SessionCommand.OpenRound;
import org.plenum.command.SessionCommand.RecordLot;
import org.plenum.decision.VoteCount;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;

/** Turns votes, and what was put right about them, into commands. */
final class VoteTranslator {
    private final SessionId session;
    private final Rehearsal rehearsal;
    private final Consumer<Participant> note;
    /** How each vote divided the seats, as corrected so far. */
    private final Map<String, Division> divisions = new HashMap<>();

    VoteTranslator(SessionId session, Rehearsal rehearsal, Consumer<Participant> note) {
        this.session = session;
        this.rehearsal = rehearsal;
        this.note = note;
    }

    /** Whether a vote was recorded; one that was refused has been told of already. */
    boolean isKnown(VoteId vote) {
        return divisions.containsKey(vote.value());
    }

    // ---- a vote

    void tell(Deed.Vote vote, When when) {
        var contest = vote.contest();
        if (Stream.of(vote.follows(), vote.repeats(), contest == null ? null : contest.after())
                .flatMap(Stream::ofNullable)
                .anyMatch(id -> !isKnown(id))) {
            return;
        }
        var drawn = contest == null ? null : contest.lot();
        Stream.of(vote.mover(), vote.seconder(), drawn == null ? null : drawn.by())
                .flatMap(Stream::ofNullable)
                .forEach(note);
        tellAbsent(vote);
        var opened = rehearsal.submit(contest == null ? question(vote) : election(vote, contest), when);
        vote.recused()
                .forEach(recusal ->
                        rehearsal.submit(new Recuse(session, recusal.seat(), null, vote.id(), recusal.reason())));
        tellBallots(vote);
        if (contest != null) {
            tellPreferences(vote.id(), contest);
        }
        if (vote.declared() != null) {
            rehearsal.submit(new DeclareCounts(session, vote.id(), vote.declared()));
        }
        if (contest != null && !(contest.votes().isEmpty() && contest.elected().isEmpty())) {
            rehearsal.submit(new DeclareVotes(session, vote.id(), contest.votes(), contest.elected()));
        }
        // A time that runs against the order is told once, of the opening.
        var disorder = opened.stream()
                .flatMap(recorded -> recorded.findings().stream())
                .anyMatch(finding -> finding.code() == FindingCode.TIME_DISORDER);
        rehearsal.submit(new CloseVote(session, vote.id()), disorder ? When.NOT_STATED : when);
        if (drawn != null) {
            rehearsal.submit(new RecordLot(session, vote.id(), drawn.order(), drawn.by()));
        }
        if (!rehearsal.isRefused()) {
            divisions.put(vote.id().value(), vote.division());
        }
    }

    private OpenVote question(Deed.Vote vote) {
        return new OpenVote(
                session,
                vote.id(),
                vote.items(),
                vote.subject(),
                vote.method(),
                vote.majority(),
                false,
                vote.follows(),
                vote.repeats(),
                vote.mover(),
                vote.seconder(),
                vote.across());
    }

    private SessionCommand election(Deed.Vote vote, Deed.Contest contest) {
        return contest.after() == null
                ? new OpenElection(
                        session,
                        vote.id(),
                        vote.items(),
                        vote.subject(),
                        vote.method(),
                        contest.rule(),
                        contest.candidates(),
                        vote.repeats())
                : new OpenRound(session, vote.id(), contest.after(), vote.subject(), vote.method());
    }

    /** A ballot for each seat that minutes name, and for everybody else where they say what the rest did. */
    private void tellPreferences(VoteId id, Deed.Contest contest) {
        contest.preferred()
                .forEach((seat, preferred) ->
                        rehearsal.submit(new CastBallot(session, id, seat, new Choice.Preferences(preferred))));
        var rest = contest.rest();
        var state = rehearsal.state().vote(id).orElse(null);
        if (rest == null || state == null) {
            return;
        }
        if (state.electorate().unnamed().atMost() > 0) {
            rehearsal.refuse(
                    "non si sa per nome chi era presente: indicare i numeri in declared",
                    "nobody knows by name who was present: give the numbers in declared");
            return;
        }
        List.copyOf(state.electorate().seats()).stream()
                .filter(seat -> !state.hasCast(seat) && !state.declined().contains(seat))
                .forEach(seat ->
                        rehearsal.submit(new CastBallot(session, id, seat, new Choice.Preferences(List.of(rest)))));
    }

    private void tellAbsent(Deed.Vote vote) {
        var division = vote.division();
        if (!division.seats(Stand.ABSENT).isEmpty()) {
            rehearsal.submit(new NoteAbsent(session, division.seats(Stand.ABSENT)));
        }
        if (division.rest() == Stand.ABSENT) {
            var there = Stream.concat(
                            division.named().values().stream().flatMap(List::stream),
                            vote.recused().stream().map(Deed.Recusal::seat))
                    .distinct()
                    .toList();
            rehearsal.submit(new NoteAbsentAllBut(session, there));
        }
    }

    private void tellBallots(Deed.Vote vote) {
        var division = vote.division();
        var named = new ArrayList<NamedPart>();
        division.named()
                .forEach((stand, seats) ->
                        part(stand).ifPresent(part -> seats.forEach(seat -> named.add(new NamedPart(seat, part)))));
        var rest = division.rest() == null ? null : part(division.rest()).orElse(null);
        if (!named.isEmpty() || rest != null) {
            rehearsal.submit(new RecordBallots(session, vote.id(), named, rest));
        }
    }

    private static Optional<Part> part(Stand stand) {
        return stand == Stand.DECLINED
                ? Optional.of(new Part.Declined())
                : stand.stance().map(Part.Cast::new);
    }

    // ---- what was put right

    void correct(Deed.CorrectVote c, When when) {
        var before = divisions.get(c.target());
        if (before == null) {
            return;
        }
        var vote = new VoteId(c.target());
        var state = rehearsal.state().vote(vote).orElseThrow();
        if (VoteCount.isByNumbers(state)
                && !c.division().isEmpty()
                && c.division().rest() == null) {
            rehearsal.refuse(
                    "di questa votazione si conoscono solo i numeri: rettificare declared, o elencare tutti con \"rest\"",
                    "of this vote only numbers are known: correct declared, or list everybody with \"rest\"");
            return;
        }
        var changes = new VoteCorrection(before, c.division(), state).changes();
        var count = rehearsal.ofStep().size();
        changes.forEach((seat, stand) -> {
            var to = stand.flatMap(Stand::stance).orElse(null);
            if (to != state.ballots().get(seat)) {
                rehearsal.submit(new CorrectBallot(session, vote, seat, (Choice) to, c.reason()), when);
            }
        });
        if (c.declared() != null) {
            rehearsal.submit(new CorrectDeclaration(session, vote, c.declared(), c.reason()), when);
        }
        if (!rehearsal.isRefused() && rehearsal.ofStep().size() == count) {
            rehearsal.refuse("la rettifica non cambia nulla", "the correction changes nothing");
        }
        divisions.put(c.target(), corrected(before, c.division()));
    }

    private static Division corrected(Division before, Division correction) {
        var named = new LinkedHashMap<>(before.named());
        named.putAll(correction.named());
        @Nullable Stand rest = correction.rest() == null ? before.rest() : correction.rest();
        return new Division(named, rest);
    }
}

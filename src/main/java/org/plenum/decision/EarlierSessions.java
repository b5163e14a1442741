package org.plenum.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.plenum.command.EarlierSession;
import org.plenum.command.EarlierSession.StagedVote;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.OpenVote;
import org.plenum.command.SessionCommand.OpenVoteAcross;
import org.plenum.decision.Ties.WhoSat;
import org.plenum.decision.counting.Staging;
import org.plenum.event.SessionEvent;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.Stage;
import org.plenum.vocabulary.VoteId;

/** Votes in which earlier sessions have a part: minutes that those approve who sat then, and questions in stages. */
public final class EarlierSessions {
    private EarlierSessions() {}

    /** Where earlier sessions are looked up. */
    public interface Lookup {
        /** What the session tells; empty where there is none of that name. */
        Optional<EarlierSession> of(SessionId session);
    }

    /** The command with what happened in the earlier session that it names, if it names one. */
    public static SessionCommand inform(SessionCommand command, Lookup sessions) {
        return command instanceof OpenVote open
                        && open.across() != null
                        && open.across().session() != null
                ? new OpenVoteAcross(
                        open.session(),
                        open,
                        sessions.of(open.across().session()).orElse(null))
                : command;
    }

    /** What later sessions may ask of this one. */
    public static EarlierSession of(SessionState state) {
        var convened = state.convened();
        var staged = new LinkedHashMap<VoteId, StagedVote>();
        state.votes().forEach((id, vote) -> {
            var staging = vote.ties().staging();
            if (staging != null) {
                var outcome = vote.outcome();
                staged.put(
                        id,
                        new StagedVote(
                                staging.stages(),
                                staging.earlier(),
                                outcome != null && outcome != Outcome.UNDETERMINED && !vote.isAnnulled(),
                                outcome == Outcome.CARRIED,
                                outcome != null && Boolean.TRUE.equals(staging.adopted(outcome))));
            }
        });
        return new EarlierSession(
                convened.session(),
                convened.assembly(),
                convened.date(),
                state.position(),
                List.copyOf(state.sat()),
                !state.attendance().neverStated() && !state.attendance().wasEverUncertain(),
                staged);
    }

    /** The ties of a vote that names no earlier session: those of the vote that it repeats, or a first stage. */
    static Ties ties(SessionState state, OpenVote c, Ruling ruling) {
        var across = c.across();
        if (across == null) {
            var repeated = Optional.ofNullable(c.repeats())
                    .flatMap(state::vote)
                    .map(VoteState::ties)
                    .orElse(Ties.NONE);
            ruling.forbid(repeated.staging() != null && c.majority() != null, Refusal.StageBringsMajority::new);
            return repeated;
        }
        var session = across.session();
        if (session != null) {
            ruling.forbid(true, () -> new Refusal.EarlierSessionNeeded(session));
            return Ties.NONE;
        }
        ruling.forbid(c.majority() != null, Refusal.StageBringsMajority::new);
        return new Ties(null, new Staging(Objects.requireNonNull(across.stages()), List.of()));
    }

    static Decision<SessionEvent> open(SessionState state, OpenVoteAcross c, Ruling ruling) {
        var across = c.vote().across();
        var named = across == null ? null : across.session();
        if (across == null || named == null) {
            return Voting.open(state, c.vote(), ruling);
        }
        var earlier = c.earlier();
        if (earlier == null) {
            return ruling.refuse(new Refusal.UnknownSession(named));
        }
        if (named.equals(state.convened().session())
                || !earlier.assembly().equals(state.convened().assembly())) {
            return ruling.refuse(new Refusal.NotEarlierSession(named));
        }
        var stage = across.vote();
        if (stage != null) {
            return nextStage(state, c, earlier, stage, ruling);
        }
        if (!earlier.namesCertain()) {
            return ruling.refuse(new Refusal.WhoSatUnknown(named));
        }
        var whoSat = new WhoSat(named, earlier.upTo(), new LinkedHashSet<>(earlier.sat()));
        return Voting.open(state, c.vote(), null, new Ties(whoSat, null), ruling);
    }

    private static Decision<SessionEvent> nextStage(
            SessionState state, OpenVoteAcross c, EarlierSession earlier, VoteId vote, Ruling ruling) {
        var session = earlier.session();
        var before = earlier.staged().get(vote);
        if (before == null) {
            return ruling.refuse(new Refusal.NotAStage(session, vote));
        }
        if (!before.decided()) {
            return ruling.refuse(new Refusal.StageNotDecided(session, vote));
        }
        if (before.adopted()) {
            return ruling.refuse(new Refusal.DecidedByStages(session, vote));
        }
        var stages = new ArrayList<>(before.earlier());
        stages.add(new Stage(session, vote, earlier.date(), before.carried(), earlier.upTo()));
        var staging = new Staging(before.stages(), stages);
        var date = state.convened().date();
        var notBefore = staging.notBefore();
        var notAfter = staging.notAfter();
        ruling.forbid(c.vote().majority() != null, Refusal.StageBringsMajority::new);
        ruling.forbid(
                (notBefore != null && date.isBefore(notBefore)) || (notAfter != null && date.isAfter(notAfter)),
                () -> new Refusal.StageOutOfTerm(date, notBefore, notAfter));
        return Voting.open(state, c.vote(), null, new Ties(null, staging), ruling);
    }
}

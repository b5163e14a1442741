package org.plenum.projection.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.Latest;
import org.plenum.decision.SessionState;
import org.plenum.decision.VoteState;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.projection.Moment;
import org.plenum.projection.PlacedFinding;
import org.plenum.projection.Replay;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;

/**
 * The results of a session's votes in the making, event by event. One thread at a time may use it; its views never
 * change, and what has not changed is not made again.
 */
public final class ResultsFold {
    private final Map<VoteId, VoteTrack> tracks = new LinkedHashMap<>();
    private final List<PlacedFinding> absentStated = new ArrayList<>();
    private final List<PlacedFinding> named = new ArrayList<>();
    private final Latest<VoteResult.Attendants> there = new Latest<>();
    private @Nullable ResultsView view;

    /** Takes in the event that a replay has just taken in. */
    public void apply(Replay replay, Recorded<SessionEvent> recorded) {
        var state = replay.state();
        var position = recorded.position();
        switch (recorded.event()) {
            case VoteOpened e -> {
                var track = new VoteTrack(state, vote(state, e.vote()), recorded, there);
                // Who is called absent at a vote was missed just before it opened.
                absentStated.forEach(early -> track.found(early.position(), List.of(early.finding())));
                // What was noticed as candidates were named was noticed about this vote.
                named.forEach(early -> track.found(early.position(), List.of(early.finding())));
                named.clear();
                tracks.put(e.vote(), track);
                found(e.vote(), recorded);
            }
            case BallotCast e -> found(e.vote(), recorded);
            case BallotChanged e -> found(e.vote(), recorded);
            case BallotCorrected e -> {
                track(e.vote()).recount(state, vote(state, e.vote()));
                found(e.vote(), recorded);
            }
            case CountsDeclared e -> {
                track(e.vote()).recount(state, vote(state, e.vote()));
                found(e.vote(), recorded);
            }
            case VotesDeclared e -> {
                track(e.vote()).recount(state, vote(state, e.vote()));
                found(e.vote(), recorded);
            }
            case LotDrawn e -> {
                track(e.vote()).drawn(state, vote(state, e.vote()), e, recorded);
                found(e.vote(), recorded);
            }
            case DeclarationCorrected e -> {
                track(e.vote()).recount(state, vote(state, e.vote()));
                found(e.vote(), recorded);
            }
            case SecretBallotCast e -> found(e.vote(), recorded);
            case UrnOpened e -> found(e.vote(), recorded);
            case UnnamedBallotsRecorded e -> found(e.vote(), recorded);
            case ParticipationDeclined e -> found(e.vote(), recorded);
            case SeatRecused e -> recused(state, e, recorded);
            case VoteClosed e -> {
                track(e.vote()).closed(state, recorded, Objects.requireNonNull(replay.counted(), "counted at closing"));
                found(e.vote(), recorded);
            }
            case OutcomeProclaimed e -> {
                track(e.vote()).proclaimed(Moment.of(recorded));
                found(e.vote(), recorded);
            }
            case ProclamationCorrected e -> {
                track(e.vote()).proclaimed(Moment.of(recorded));
                found(e.vote(), recorded);
            }
            case VoteAnnulled e -> {
                track(e.vote()).annulled(new VoteResult.Annulment(Moment.of(recorded), e.reason()));
                found(e.vote(), recorded);
            }
            case MinutesApproved e -> found(e.vote(), recorded);
            case SeatArrived e -> arrived(state, e.seat());
            case SeatDeparted _ -> {}
            case CandidatesNamed _, WhoSatNamed _, StageNamed _ ->
                recorded.findings().forEach(finding -> named.add(new PlacedFinding(position, finding)));
            case RollCallOrdered _,
                    OfProposal _,
                    OfConvening _,
                    OfSitting _,
                    OfPresence _,
                    OfOffice _,
                    OfProxy _,
                    OfAgenda _,
                    OfStatement _ -> {}
        }
        keepAbsentStated(recorded, position);
    }

    /** The votes as they stand. */
    public ResultsView view(SessionState state) {
        var known = view;
        if (known == null) {
            var byVote = new LinkedHashMap<VoteId, VoteResult>();
            tracks.forEach((id, track) -> byVote.put(id, track.view(state, vote(state, id))));
            known = new ResultsView(byVote);
            view = known;
        }
        return known;
    }

    private void found(VoteId vote, Recorded<SessionEvent> recorded) {
        track(vote).found(recorded.position(), recorded.findings());
        view = null;
    }

    private void recused(SessionState state, SeatRecused e, Recorded<SessionEvent> recorded) {
        for (var entry : tracks.entrySet()) {
            var vote = vote(state, entry.getKey());
            var concerned = entry.getKey().equals(e.vote())
                    || (vote.isOpen()
                            && e.item() != null
                            && vote.opened().items().contains(e.item()));
            if (concerned) {
                found(entry.getKey(), recorded);
            }
        }
    }

    /** Where the rules admit newcomers, an arrival changes the electorate of the vote that is open. */
    private void arrived(SessionState state, SeatId seat) {
        state.openVote().filter(vote -> vote.admits(seat)).ifPresent(vote -> {
            track(vote.opened().vote()).touched();
            view = null;
        });
    }

    private void keepAbsentStated(Recorded<SessionEvent> recorded, long position) {
        var stated = recorded.event() instanceof SeatDeparted departed
                && departed.inferred()
                && recorded.findings().stream().anyMatch(finding -> finding.code() == FindingCode.ABSENT_STATED);
        if (stated) {
            recorded.findings().forEach(finding -> absentStated.add(new PlacedFinding(position, finding)));
        } else {
            absentStated.clear();
        }
    }

    private VoteTrack track(VoteId vote) {
        var track = tracks.get(vote);
        if (track == null) {
            throw new IllegalStateException("no vote " + vote);
        }
        return track;
    }

    private static VoteState vote(SessionState state, VoteId vote) {
        return state.vote(vote).orElseThrow(() -> new IllegalStateException("no vote " + vote));
    }
}

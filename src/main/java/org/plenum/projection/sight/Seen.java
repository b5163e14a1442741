package org.plenum.projection.sight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.BallotCast;
import org.plenum.event.SessionEvent.BallotChanged;
import org.plenum.event.SessionEvent.SecretBallotCast;
import org.plenum.projection.SessionHistory;
import org.plenum.projection.report.ReportAsAt;
import org.plenum.projection.report.SessionFold;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.results.ResultsView;
import org.plenum.projection.results.VoteResult;
import org.plenum.vocabulary.LocalPoint;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;

/**
 * One session as somebody may see it. Whoever answers people has this and nothing else of a session, so no answer can tell
 * more than the rule of visibility allows: the report of now or of any moment, the journal, and whether anything is
 * withheld at all.
 */
public final class Seen {
    private final Sight sight;
    private final Supplier<SessionHistory> whole;
    private final long head;
    private final Set<VoteId> behindDoors;
    private final @Nullable SessionHistory inPublic;
    private final SessionReport now;
    private final Set<VoteId> running;

    /** What the public knows of a session, to be made once for all who know no more. */
    public record InPublic(SessionHistory known, SessionReport report, Set<VoteId> behindDoors) {
        /** The public's knowledge of a history in which the public was out at times. */
        public static InPublic of(SessionHistory whole) {
            var votes = PublicRecord.votesBehindDoors(whole.events());
            var known = PublicRecord.of(whole, votes);
            return new InPublic(known, SessionFold.of(known).view(), votes);
        }
    }

    /**
     * A session seen by somebody.
     *
     * @param report the whole session's
     * @param whole its history, asked for only where a question needs it; it may have gone on since
     * @param inPublic what the public knows, where it knows less than those inside
     */
    public Seen(SessionReport report, Supplier<SessionHistory> whole, @Nullable InPublic inPublic, Sight sight) {
        var outside = sight.closedSittings() ? null : inPublic;
        this.sight = sight;
        this.whole = whole;
        this.head = report.position();
        this.inPublic = outside == null ? null : outside.known();
        this.behindDoors = outside == null ? Set.of() : outside.behindDoors();
        this.now = outside == null ? report : outside.report();
        this.running = running(report);
    }

    private Set<VoteId> running(SessionReport report) {
        var running = new LinkedHashSet<VoteId>();
        for (var vote : report.results().votes()) {
            if (isOpen(vote) && !sight.choices(vote.question().method(), true)) {
                running.add(vote.id());
            }
        }
        return running;
    }

    private static boolean isOpen(VoteResult vote) {
        return vote.status() == VoteResult.Status.OPEN;
    }

    /** How much may be seen. */
    public Sight sight() {
        return sight;
    }

    /** The session as it stands. */
    public SessionReport now() {
        return without(now);
    }

    /** How far the whole record goes, what is withheld included. */
    public long head() {
        return head;
    }

    private SessionHistory whole() {
        return whole.get().asKnownAt(head);
    }

    /** Whether nothing at all is withheld: only then may the entries themselves be handed out. */
    public boolean isWhole() {
        return inPublic == null
                && running.isEmpty()
                && whole().events().stream()
                        .noneMatch(recorded -> recorded.event() instanceof SecretBallotCast cast
                                && !sight.participation(Method.SECRET, cast.seat()));
    }

    /**
     * The session at another moment.
     *
     * @param position as known when that event had just been recorded; null for all that is known
     * @param at as at that time; null for what is known of the whole session
     */
    public SessionReport at(@Nullable Long position, @Nullable LocalPoint at) {
        if (position == null && at == null) {
            return now();
        }
        var then = asKnownAt(position);
        return without(at == null ? SessionFold.of(then).view() : ReportAsAt.of(then.asAt(at)));
    }

    /**
     * The events that are known, to fold views of one's own. Choices that may not be seen yet stand in them: whoever shows
     * ballots asks {@link Sight}.
     */
    public List<Recorded<SessionEvent>> events() {
        return asKnownAt(null).events();
    }

    /** The same, as known when the event at a position had just been recorded. */
    public List<Recorded<SessionEvent>> eventsKnownAt(long position) {
        return asKnownAt(position).events();
    }

    private SessionHistory asKnownAt(@Nullable Long position) {
        if (position == null || position >= head) {
            return inPublic == null ? whole() : inPublic;
        }
        var then = whole().asKnownAt(position);
        return inPublic == null ? then : PublicRecord.of(then, behindDoors);
    }

    private SessionReport without(SessionReport report) {
        if (report.results().votes().stream().allMatch(this::isWhole)) {
            return report;
        }
        var votes = new LinkedHashMap<VoteId, VoteResult>();
        report.results().byVote().forEach((id, vote) -> votes.put(id, without(vote)));
        return new SessionReport(
                report.position(),
                report.at(),
                report.session(),
                report.names(),
                report.attendance(),
                report.quorum(),
                new ResultsView(votes),
                report.findings());
    }

    private boolean isWhole(VoteResult vote) {
        return !running.contains(vote.id())
                && sight.participation(vote.question().method());
    }

    private VoteResult without(VoteResult vote) {
        var seen = running.contains(vote.id()) ? vote.withoutChoices(sight.own()) : vote;
        return sight.participation(vote.question().method()) ? seen : seen.withoutParticipation(sight.own());
    }

    /** The journal after a position, at most so many places of it, none left out. */
    public List<SeenEvent> journal(long after, long most) {
        var until = Math.min(head, after + Math.min(most, head));
        var known = whole().events();
        var byPosition = new HashMap<Long, Recorded<SessionEvent>>();
        if (inPublic != null) {
            inPublic.events().forEach(recorded -> byPosition.put(recorded.position(), recorded));
        }
        var events = new ArrayList<SeenEvent>();
        for (var position = after + 1; position <= until; position++) {
            events.add(seen(position, inPublic == null ? known.get((int) position - 1) : byPosition.get(position)));
        }
        return events;
    }

    private SeenEvent seen(long position, @Nullable Recorded<SessionEvent> recorded) {
        var event = recorded == null ? null : recorded.event();
        var hidden = (event instanceof BallotCast cast && hides(cast.vote(), cast.seat()))
                || (event instanceof BallotChanged changed && hides(changed.vote(), changed.seat()));
        var secretly = event instanceof SecretBallotCast secret && !sight.participation(Method.SECRET, secret.seat());
        return new SeenEvent(position, recorded, !hidden, !secretly);
    }

    private boolean hides(VoteId vote, SeatId seat) {
        return running.contains(vote) && !sight.own().contains(seat);
    }
}

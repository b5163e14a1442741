package org.plenum.projection.sight;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.projection.SessionHistory;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.LocalPoint;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.StatedTime;
import org.plenum.vocabulary.VoteId;

/**
 * The record as those know it who had to leave while the sitting was closed to the public. What was said and put to the vote
 * behind closed doors they never learn; how the hall stands (who is there, who presides, which item is at hand) they see
 * when the doors open again, or the sitting ends, and only that it came about in between. Everything folds over this record
 * as over the whole one, so that no view of it can tell more.
 */
final class PublicRecord {
    /** A stretch in which the public was out. */
    private record Behind(
            Recorded<SessionEvent> closing, @Nullable Recorded<SessionEvent> opening) {
        boolean has(long position) {
            return position > closing.position() && (opening == null || position < opening.position());
        }
    }

    private final Set<VoteId> votes;
    private final List<Behind> stretches;
    private final Set<Long> unknown = new HashSet<>();

    private PublicRecord(Set<VoteId> votes, List<Behind> stretches) {
        this.votes = votes;
        this.stretches = stretches;
    }

    /** A vote from its opening to its end; without an end, to the end of the record. */
    private record Course(VoteOpened opened, @Nullable VoteId roundBefore, long from, long until) {
        boolean overlaps(Course other) {
            return from < other.until && other.from < until;
        }

        boolean overlaps(Behind stretch) {
            var opening = stretch.opening();
            return from < (opening == null ? Long.MAX_VALUE : opening.position())
                    && stretch.closing().position() < until;
        }

        boolean dependsOn(Course other) {
            var vote = other.opened.vote();
            return overlaps(other)
                    || vote.equals(opened.follows())
                    || vote.equals(opened.repeats())
                    || vote.equals(roundBefore);
        }
    }

    /** The votes that were open while the public was out, and those that complete, repeat or overlap one. */
    static Set<VoteId> votesBehindDoors(List<Recorded<SessionEvent>> events) {
        var courses = courses(events);
        var stretches = stretches(events);
        var behind = new ArrayList<Course>();
        courses.stream()
                .filter(course -> stretches.stream().anyMatch(course::overlaps))
                .forEach(behind::add);
        for (var next = 0; next < behind.size(); next++) {
            var one = behind.get(next);
            courses.stream()
                    .filter(course -> !behind.contains(course) && course.dependsOn(one))
                    .toList()
                    .forEach(behind::add);
        }
        return behind.stream().map(course -> course.opened().vote()).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Course> courses(List<Recorded<SessionEvent>> events) {
        var courses = new LinkedHashMap<VoteId, Course>();
        var roundsBefore = new HashMap<VoteId, @Nullable VoteId>();
        for (var recorded : events) {
            var event = recorded.event();
            if (event instanceof CandidatesNamed named) {
                roundsBefore.put(named.vote(), named.after());
            } else if (event instanceof VoteOpened opened) {
                var before = roundsBefore.get(opened.vote());
                courses.put(opened.vote(), new Course(opened, before, recorded.position(), Long.MAX_VALUE));
            } else if (event instanceof VoteClosed || event instanceof VoteAnnulled) {
                courses.computeIfPresent(
                        Objects.requireNonNull(voteOf(event)),
                        (_, course) ->
                                new Course(course.opened(), course.roundBefore(), course.from(), recorded.position()));
            }
        }
        return List.copyOf(courses.values());
    }

    private static boolean isIn(Set<VoteId> behind, @Nullable VoteId vote) {
        return vote != null && behind.contains(vote);
    }

    /**
     * What the public knows of a history, or of an earlier part of it.
     *
     * @param votes the votes behind closed doors, as the whole history tells them
     */
    static SessionHistory of(SessionHistory history, Set<VoteId> votes) {
        var known = new PublicRecord(votes, stretches(history.events()));
        var events = new ArrayList<Recorded<SessionEvent>>();
        for (var recorded : history.events()) {
            var seen = known.seen(recorded, history);
            if (seen == null) {
                known.unknown.add(recorded.position());
            } else {
                events.add(seen);
            }
        }
        return SessionHistory.withGaps(events);
    }

    private static List<Behind> stretches(List<Recorded<SessionEvent>> events) {
        var stretches = new ArrayList<Behind>();
        Recorded<SessionEvent> closing = null;
        var closed = false;
        for (var recorded : events) {
            var event = recorded.event();
            if (event instanceof SittingClosedToPublic) {
                closing = recorded;
                closed = true;
            } else if (closing != null && opensDoors(event)) {
                stretches.add(new Behind(closing, recorded));
                closing = null;
                closed = closed && !(event instanceof SittingReopened);
            } else if (closed && closing == null && event instanceof SessionResumed) {
                closing = recorded;
            }
        }
        if (closing != null) {
            stretches.add(new Behind(closing, null));
        }
        return stretches;
    }

    /** Whether the sitting goes on is seen from outside too. */
    private static boolean isFrame(SessionEvent event) {
        return event instanceof SessionOpened || event instanceof SessionSuspended || event instanceof SessionResumed;
    }

    /** The public comes back, or there is nothing left to keep it from. */
    private static boolean opensDoors(SessionEvent event) {
        return event instanceof SittingReopened
                || event instanceof SessionClosed
                || event instanceof SessionAdjourned
                || event instanceof SessionDeserted;
    }

    private boolean opens(Recorded<SessionEvent> recorded) {
        return stretches.stream().anyMatch(stretch -> recorded.equals(stretch.opening()));
    }

    private @Nullable Behind behind(long position) {
        return stretches.stream()
                .filter(stretch -> stretch.has(position))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Recorded<SessionEvent> seen(Recorded<SessionEvent> recorded, SessionHistory history) {
        var event = recorded.event();
        var vote = voteOf(event);
        var about = about(event);
        var aboutBehind = about != null && behind(about) != null;
        if ((vote != null && votes.contains(vote))
                || (about != null && unknown.contains(about))
                || (aboutBehind && event instanceof NoteRecorded)) {
            return null;
        }
        var behind = behind(recorded.position());
        if (behind == null) {
            // What was proposed may be about what went on inside: the public learns that something was.
            var words = event instanceof SeatRecused || event instanceof CommandProposed;
            return aboutBehind || words || opens(recorded) ? masked(recorded) : recorded;
        }
        if (isFrame(event)) {
            return masked(recorded);
        }
        if (behind.opening() == null || isDeliberation(event)) {
            return null;
        }
        return new Recorded<>(
                recorded.position(),
                behind.opening().recordedAt(),
                between(behind, history),
                recorded.actor(),
                List.of(),
                mask(event instanceof SeatRecused recused ? withoutReason(recused) : event));
    }

    private Recorded<SessionEvent> masked(Recorded<SessionEvent> recorded) {
        return new Recorded<>(
                recorded.position(),
                recorded.recordedAt(),
                recorded.stated(),
                recorded.actor(),
                recorded.findings(),
                mask(recorded.event()));
    }

    // ---- times

    private static @Nullable StatedTime between(Behind behind, SessionHistory history) {
        var from = point(behind.closing(), history);
        var until = behind.opening() == null ? null : point(behind.opening(), history);
        var known = from != null || until != null;
        // Minutes may state the doors' times in the wrong order; then they bound nothing.
        var contradict = from != null && until != null && !from.time().isBefore(until.time());
        return known && !contradict ? new StatedTime(null, from, until) : null;
    }

    private static @Nullable LocalPoint point(Recorded<SessionEvent> recorded, SessionHistory history) {
        var convened = history.convened();
        var stated = recorded.stated();
        if (stated != null) {
            return stated.at();
        }
        return convened.provenance() == Provenance.TRANSCRIBED ? null : local(recorded.recordedAt(), convened.zone());
    }

    private static LocalPoint local(Instant instant, ZoneId zone) {
        var local = LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.SECONDS);
        var ambiguous = zone.getRules().getValidOffsets(local).size() > 1;
        return new LocalPoint(local, true, ambiguous ? zone.getRules().getOffset(instant) : null);
    }

    // ---- what each event is

    /** Whether an event tells of what was said, which no later look into the hall shows. Votes are looked at before. */
    private static boolean isDeliberation(SessionEvent event) {
        return event instanceof StatementRecorded
                || event instanceof StatementCorrected
                || event instanceof NoteRecorded
                || event instanceof PresenceDeclared
                || event instanceof CommandProposed
                || event instanceof ProposalConfirmed
                || event instanceof ProposalWithdrawn
                || event instanceof MinutesApproved;
    }

    /** The vote that an event is of. */
    private static @Nullable VoteId voteOf(SessionEvent event) {
        return switch (event) {
            case OfVote e -> e.vote();
            case SeatRecused e -> e.item() == null ? e.vote() : null;
            case MinutesApproved e -> e.vote();
            case OfProposal _,
                    OfConvening _,
                    OfSitting _,
                    OfPresence _,
                    OfOffice _,
                    OfProxy _,
                    OfAgenda _,
                    OfStatement _ -> null;
        };
    }

    /** The position of the earlier event that an event is about. */
    private static @Nullable Long about(SessionEvent event) {
        if (event instanceof AttendanceCorrected e) {
            return e.target();
        }
        if (event instanceof StatementCorrected e) {
            return e.target();
        }
        return event instanceof NoteRecorded e ? (Long) e.about() : null;
    }

    /** The same without words that were meant for those inside, and without the time of what they were about. */
    private SessionEvent mask(SessionEvent event) {
        if (event instanceof CommandProposed(var command, var _)) {
            return new CommandProposed(command, FreeText.withheld());
        }
        if (event instanceof SessionSuspended) {
            return new SessionSuspended(null);
        }
        if (event instanceof SessionDeserted(var present, var _)) {
            return new SessionDeserted(present, null);
        }
        if (event instanceof SeatDeparted(var seat, var _, var inferred)) {
            return new SeatDeparted(seat, null, inferred);
        }
        if (event instanceof AttendanceCorrected(var target, var struck, var seat, var at, var mode, var by, var _)) {
            var known = behind(target) == null ? at : null;
            return new AttendanceCorrected(target, struck, seat, known, mode, by, FreeText.withheld());
        }
        if (event instanceof VoteAnnulled(var vote, var _)) {
            return new VoteAnnulled(vote, FreeText.withheld());
        }
        if (event instanceof BallotCorrected(var vote, var seat, var from, var to, var _)) {
            return new BallotCorrected(vote, seat, from, to, FreeText.withheld());
        }
        if (event instanceof ProclamationCorrected(var vote, var from, var to, var _)) {
            return new ProclamationCorrected(vote, from, to, FreeText.withheld());
        }
        if (event instanceof SeatRecused(var seat, var item, var vote, var reason) && isIn(votes, vote)) {
            return new SeatRecused(seat, item, null, reason);
        }
        return event instanceof DeclarationCorrected(var vote, var from, var to, var _)
                ? new DeclarationCorrected(vote, from, to, FreeText.withheld())
                : event;
    }

    private static SeatRecused withoutReason(SeatRecused recused) {
        return new SeatRecused(recused.seat(), recused.item(), recused.vote(), FreeText.withheld());
    }
}

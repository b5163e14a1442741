package org.plenum.ledger;

import static org.plenum.ledger.LineCursor.ascii;

import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.event.Event;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent.BallotCast;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;

/**
 * Reads by their bytes what every line of a session begins with, and whole lines of open ballots, of which large sessions
 * nearly consist: several times faster than JSON is read in general. A line that is not to the letter what {@link
 * EntryJson#write} makes, in plain ASCII, is not touched; the general reader then says what it is, or what is wrong with it.
 */
final class PlainLine {
    private static final byte[] SESSION = ascii("{\"" + StreamId.Kind.SESSION.word() + "\":\"");
    private static final byte[] POSITION = ascii("\",\"position\":");
    private static final byte[] PREVIOUS = ascii(",\"previous\":\"");
    private static final byte[] BALLOT = ascii("\",\"event\":\"BallotCast\",\"version\":1,\"recordedAt\":\"");
    private static final byte[] ACTOR = ascii("\",\"actor\":\"");
    private static final byte[] VOTE = ascii("\",\"payload\":{\"vote\":\"");
    private static final byte[] SEAT = ascii("\",\"seat\":\"");
    private static final byte[] CHOICE = ascii("\",\"choice\":\"");
    private static final byte[] SALT = ascii("\"},\"salt\":\"");
    private static final byte[] END = ascii("\"}");
    private static final byte[] QUOTE = ascii("\"");

    private static final Repeated<Actor> ACTORS = new Repeated<>(Actor::new);
    private static final Repeated<VoteId> VOTES = new Repeated<>(VoteId::new);
    private static final Repeated<SeatId> SEATS = new Repeated<>(SeatId::new);

    private PlainLine() {}

    /** How a line says it stands in its stream, or null where only the general reader can tell. */
    static EntryLines.@Nullable Header header(byte[] line) {
        var cursor = new LineCursor(line);
        cursor.expect(SESSION);
        var session = cursor.text();
        cursor.expect(POSITION);
        var position = cursor.number();
        cursor.expect(PREVIOUS);
        var previous = cursor.hash();
        cursor.expect(QUOTE);
        return cursor.isPlain()
                ? new EntryLines.Header(new StreamId(StreamId.Kind.SESSION, session), position, previous)
                : null;
    }

    /** The ballot that a line of a stream tells, or null where only the general reader can tell what it says. */
    static @Nullable Recorded<? extends Event> ballot(StreamId stream, long position, byte[] line) {
        if (stream.kind() != StreamId.Kind.SESSION) {
            return null;
        }
        try {
            return ballot(stream.id(), position, new LineCursor(line));
        } catch (DateTimeException | IllegalArgumentException refused) {
            // The general reader meets the same fault, and names it.
            return null;
        }
    }

    private static @Nullable Recorded<BallotCast> ballot(String session, long position, LineCursor cursor) {
        cursor.expect(SESSION);
        cursor.expect(session);
        cursor.expect(POSITION);
        var stated = cursor.number();
        cursor.expect(PREVIOUS);
        cursor.skipHash();
        cursor.expect(BALLOT);
        var recordedAt = cursor.time();
        cursor.expect(ACTOR);
        var actor = cursor.text(ACTORS);
        cursor.expect(VOTE);
        var vote = cursor.text(VOTES);
        cursor.expect(SEAT);
        var seat = cursor.text(SEATS);
        cursor.expect(CHOICE);
        var choice = stance(cursor.text());
        cursor.expect(SALT);
        cursor.salt();
        cursor.expect(END);
        if (!cursor.isPlainToTheEnd()
                || stated != position
                || actor == null
                || vote == null
                || seat == null
                || choice == null) {
            return null;
        }
        return new Recorded<>(position, recordedAt, null, actor, List.of(), new BallotCast(vote, seat, choice));
    }

    private static Choice.@Nullable Stance stance(String word) {
        return switch (word) {
            case "for" -> Choice.Stance.FOR;
            case "against" -> Choice.Stance.AGAINST;
            case "abstain" -> Choice.Stance.ABSTAIN;
            default -> null;
        };
    }
}

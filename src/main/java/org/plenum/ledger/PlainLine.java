package org.plenum.ledger;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenum.event.Event;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent.BallotCast;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;

/**
 * Reads the lines of open ballots, of which large sessions nearly consist, by their bytes: several times faster than JSON
 * is read in general. A line that is not to the letter what {@link EntryJson#write} makes of such a ballot, in plain
 * ASCII, is not touched; the general reader then says what it is, or what is wrong with it.
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

    private static final int HASH_DIGITS = 43;
    private static final int SALT_DIGITS = 22;
    private static final int MOST_DIGITS = 18;
    private static final long NANOS_OF_MICRO = 1_000;

    private static final boolean[] BASE64 = new boolean[128];
    private static final boolean[] IN_TEXT = new boolean[128];

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
                .chars()
                .forEach(c -> BASE64[c] = true);
        IntStream.range(' ', 127).forEach(c -> IN_TEXT[c] = c != '"' && c != '\\');
    }

    private final byte[] line;
    private int at;
    private boolean plain = true;

    private PlainLine(byte[] line) {
        this.line = line;
    }

    /** The ballot that a line of a stream tells, or null where only the general reader can tell what it says. */
    static @Nullable Recorded<? extends Event> read(StreamId stream, long position, byte[] line) {
        if (stream.kind() != StreamId.Kind.SESSION) {
            return null;
        }
        try {
            return new PlainLine(line).ballot(stream.id(), position);
        } catch (DateTimeException | IllegalArgumentException refused) {
            // The general reader meets the same fault, and names it.
            return null;
        }
    }

    private @Nullable Recorded<BallotCast> ballot(String session, long position) {
        expect(SESSION);
        expect(session);
        expect(POSITION);
        plain &= position == number();
        expect(PREVIOUS);
        base64(HASH_DIGITS, 1);
        expect(BALLOT);
        var recordedAt = time();
        expect(ACTOR);
        var actor = text();
        expect(VOTE);
        var vote = text();
        expect(SEAT);
        var seat = text();
        expect(CHOICE);
        var choice = stance(text());
        expect(SALT);
        base64(SALT_DIGITS, 2);
        expect(END);
        if (!plain || at != line.length || choice == null) {
            return null;
        }
        return new Recorded<>(
                position,
                recordedAt,
                null,
                new Actor(actor),
                List.of(),
                new BallotCast(new VoteId(vote), new SeatId(seat), choice));
    }

    private void expect(byte[] expected) {
        var end = at + expected.length;
        plain = plain && end <= line.length && Arrays.equals(line, at, end, expected, 0, expected.length);
        at = end;
    }

    private void expect(String expected) {
        var end = at + expected.length();
        plain = plain && end <= line.length;
        for (var i = 0; plain && i < expected.length(); i++) {
            plain = line[at + i] == expected.charAt(i);
        }
        at = end;
    }

    private void base64(int digits, int padding) {
        var end = at + digits + padding;
        plain = plain && end <= line.length;
        for (var i = at; plain && i < end; i++) {
            plain = i < at + digits ? is(BASE64, line[i]) : line[i] == '=';
        }
        at = end;
    }

    /** What stands until the next quotation mark. */
    private String text() {
        var begin = at;
        while (plain && at < line.length && is(IN_TEXT, line[at])) {
            at++;
        }
        return plain ? new String(line, begin, at - begin, StandardCharsets.ISO_8859_1) : "";
    }

    private long number() {
        var begin = at;
        var number = 0L;
        while (plain && at < line.length && line[at] >= '0' && line[at] <= '9' && at - begin < MOST_DIGITS) {
            number = number * 10 + line[at++] - '0';
        }
        plain &= at > begin && line[begin] != '0';
        return number;
    }

    private Instant time() {
        var begin = at;
        at += EntryJson.TIME.length();
        plain = plain && at <= line.length;
        for (var i = 0; plain && i < EntryJson.TIME.length(); i++) {
            var c = EntryJson.TIME.charAt(i);
            var found = line[begin + i];
            plain = c == '0' ? found >= '0' && found <= '9' : found == c;
        }
        return plain ? instant(line, begin) : Instant.EPOCH;
    }

    /** The time that digits in the form of {@link EntryJson#TIME} tell. */
    private static Instant instant(byte[] digits, int from) {
        var time =
                LocalTime.of(digits(digits, from + 11, 2), digits(digits, from + 14, 2), digits(digits, from + 17, 2));
        var day = LocalDate.of(digits(digits, from, 4), digits(digits, from + 5, 2), digits(digits, from + 8, 2));
        return Instant.ofEpochSecond(
                day.toEpochSecond(time, ZoneOffset.UTC), digits(digits, from + 20, 6) * NANOS_OF_MICRO);
    }

    private static int digits(byte[] text, int from, int count) {
        var number = 0;
        for (var i = from; i < from + count; i++) {
            number = number * 10 + text[i] - '0';
        }
        return number;
    }

    private static boolean is(boolean[] one, byte c) {
        return c >= 0 && one[c];
    }

    private static Choice.@Nullable Stance stance(String word) {
        return switch (word) {
            case "for" -> Choice.Stance.FOR;
            case "against" -> Choice.Stance.AGAINST;
            case "abstain" -> Choice.Stance.ABSTAIN;
            default -> null;
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

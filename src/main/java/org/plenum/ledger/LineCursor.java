package org.plenum.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Goes along the bytes of a line of which the form is known. Once something is not as expected the line is not plain, and
 * nothing that was read of it means anything.
 */
final class LineCursor {
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

    LineCursor(byte[] line) {
        this.line = line;
    }

    /** Whether everything so far was as expected. */
    boolean isPlain() {
        return plain;
    }

    /** Whether everything was as expected, to the end of the line. */
    boolean isPlainToTheEnd() {
        return plain && at == line.length;
    }

    /** Goes over these bytes. */
    void expect(byte[] expected) {
        var end = at + expected.length;
        plain = plain && end <= line.length && Arrays.equals(line, at, end, expected, 0, expected.length);
        at = end;
    }

    /** Goes over these characters, each one byte. */
    void expect(String expected) {
        var end = at + expected.length();
        plain = plain && end <= line.length;
        for (var i = 0; plain && i < expected.length(); i++) {
            plain = line[at + i] == expected.charAt(i);
        }
        at = end;
    }

    /** Reads what stands until the next quotation mark; nothing where it is not plain ASCII. */
    String text() {
        var begin = at;
        skipText();
        return plain ? new String(line, begin, at - begin, StandardCharsets.ISO_8859_1) : "";
    }

    /**
     * Reads a value that stands until the next quotation mark; null where it is not plain ASCII.
     *
     * @throws RuntimeException as making the value does
     */
    <T> @Nullable T text(Repeated<T> values) {
        var begin = at;
        skipText();
        return plain ? values.at(line, begin, at) : null;
    }

    private void skipText() {
        while (plain && at < line.length && is(IN_TEXT, line[at])) {
            at++;
        }
    }

    /** Reads a whole number above 0. */
    long number() {
        var begin = at;
        var number = 0L;
        while (plain && at < line.length && line[at] >= '0' && line[at] <= '9' && at - begin < MOST_DIGITS) {
            number = number * 10 + line[at++] - '0';
        }
        plain &= at > begin && line[begin] != '0';
        return number;
    }

    /** Reads a time in the form of {@link EntryJson#TIME}. */
    Instant time() {
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

    /** Reads a hash in base64; null where it is not one. */
    @Nullable EntryHash hash() {
        var begin = at;
        base64(HASH_DIGITS, 1);
        return plain ? EntryHash.parse(new String(line, begin, at - begin, StandardCharsets.US_ASCII)) : null;
    }

    /** Goes over a hash in base64. */
    void skipHash() {
        base64(HASH_DIGITS, 1);
    }

    /** Goes over a salt in base64. */
    void salt() {
        base64(SALT_DIGITS, 2);
    }

    private void base64(int digits, int padding) {
        var end = at + digits + padding;
        plain = plain && end <= line.length;
        for (var i = at; plain && i < end; i++) {
            plain = i < at + digits ? is(BASE64, line[i]) : line[i] == '=';
        }
        at = end;
    }

    private static boolean is(boolean[] one, byte c) {
        return c >= 0 && one[c];
    }

    /** The bytes of a text in ASCII. */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

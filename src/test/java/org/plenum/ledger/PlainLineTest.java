package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent.BallotCast;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;

/** What is read by its bytes is what the general reader reads, or is left to it. */
class PlainLineTest {
    private static final StreamId STREAM = new StreamId(StreamId.Kind.SESSION, "s-1");
    private static final EntryHash PREVIOUS = EntryHash.of(new byte[] {7});

    private static byte[] line(long position, String actor, String seat, Choice choice) {
        var ballot = new BallotCast(new VoteId("budget"), new SeatId(seat), choice);
        var at = Instant.parse("2026-11-23T23:59:59.000001Z").plusNanos(position * 1_000);
        var recorded = new Recorded<>(position, at, null, new Actor(actor), List.of(), ballot);
        return EntryJson.write(STREAM, recorded, PREVIOUS, SaltSource.random()).line();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOR", "AGAINST", "ABSTAIN"})
    void aBallotIsReadAsInGeneral(Choice.Stance choice) {
        for (var position : new long[] {2, 10, 999_999, 1_000_000_000_000L}) {
            var line = line(position, "clerk@albino", "albino-1", choice);
            assertThat(PlainLine.header(line)).isNotNull().isEqualTo(EntryLines.anyHeader(line));
            assertThat(PlainLine.ballot(STREAM, position, line))
                    .isNotNull()
                    .isEqualTo(EntryJson.readAny(STREAM, position, line, null).recorded());
        }
    }

    @Test
    void whatIsNotPlainIsLeftToTheGeneralReader() {
        var preferences = new Choice.Preferences(List.of(new CandidateId("rossi")));
        for (var line :
                List.of(line(2, "local", "città", Choice.Stance.FOR), line(2, "local", "albino", preferences))) {
            assertThat(PlainLine.ballot(STREAM, 2, line)).isNull();
            assertThat(EntryJson.read(STREAM, 2, line, null).recorded())
                    .isEqualTo(EntryJson.readAny(STREAM, 2, line, null).recorded());
        }
    }

    @Test
    void aChangedByteIsReadAsInGeneralOrNotAtAll() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var good = line(41, "local", "seat-17", Choice.Stance.AGAINST);
        for (var i = 0; i < 20_000; i++) {
            var line = good.clone();
            var at = random.nextInt(line.length);
            line[at] = random.nextBoolean() ? (byte) random.nextInt(256) : good[random.nextInt(good.length)];
            var header = PlainLine.header(line);
            if (header != null) {
                assertThat(header).isEqualTo(EntryLines.anyHeader(line));
            }
            var plain = PlainLine.ballot(STREAM, 41, line);
            if (plain != null) {
                assertThat(plain)
                        .as(new String(line, StandardCharsets.ISO_8859_1))
                        .isEqualTo(EntryJson.readAny(STREAM, 41, line, null).recorded());
            }
        }
        for (var length = 0; length < good.length; length++) {
            assertThat(PlainLine.ballot(STREAM, 41, Arrays.copyOf(good, length)))
                    .isNull();
        }
    }

    @Test
    void aLineOfAnotherPlaceIsNotRead() {
        var line = line(41, "local", "seat-17", Choice.Stance.AGAINST);
        assertThat(PlainLine.ballot(STREAM, 42, line)).isNull();
        assertThat(PlainLine.ballot(new StreamId(StreamId.Kind.SESSION, "s-2"), 41, line))
                .isNull();
        assertThat(PlainLine.ballot(new StreamId(StreamId.Kind.ASSEMBLY, "s-1"), 41, line))
                .isNull();
    }
}

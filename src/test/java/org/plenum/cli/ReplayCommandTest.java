package org.plenum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.ledger.LedgerFactory;
import org.plenum.transcript.Transcriber;
import org.plenum.vocabulary.Actor;
import tools.jackson.databind.json.JsonMapper;

/** The session that ships with Plenum, told from its first event to its last. */
class ReplayCommandTest {
    @TempDir
    static Path data;

    @BeforeAll
    static void record() {
        try (var ledger = LedgerFactory.open(data)) {
            new Transcriber(ledger, Clock.systemUTC()).transcribe(ShippedCase.content(), Actor.LOCAL, null);
        }
    }

    private static Plenum replay(Locale language, String input, String... more) {
        var arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"replay", ShippedCase.SESSION, "--data", data.toString()}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Plenum.speaking(language, input, arguments);
    }

    @Test
    void tellsWhatHappenedWhenAndHowTheQuorumStood() {
        var told = replay(Locale.ENGLISH, "");
        assertThat(told.exit()).isZero();
        assertThat(told.err()).isEmpty();
        assertThat(told.out())
                .containsSubsequence(
                        "#1 The session “Assemblea dei Sindaci del 13 novembre 2024” of ",
                        "is convened for 13 November 2024",
                        "Finding RULE_ASSUMED: No rules of procedure are stated",
                        "Roll call: 13 seats answer.",
                        "Comune di Villa di Serio answers the roll call, mode not stated.",
                        "Quorum: 13 of 19, 10 needed: it is met",
                        "Comune di Colzate arrives, mode not stated.",
                        "Happened at 17:51 (stated time) · recorded on ",
                        "Quorum: 14 of 19, 10 needed: it is met",
                        "closes: 15 for, 0 against, 0 abstaining. Outcome: carried.",
                        "#106 The session is closed.");
        // Within a roll call nobody can say that it was too few.
        assertThat(told.out().lines().filter(line -> line.contains("not met"))).isEmpty();
        assertThat(replay(Locale.ITALIAN, "").out())
                .containsSubsequence(
                        "Appello: rispondono 13 componenti.",
                        "Numero legale: 13 su 19, ne servono 10: c'è",
                        "Arriva Comune di Colzate, modalità non indicata.",
                        "Accaduto alle ore 17:51 (ora dichiarata) · registrato il ");
    }

    @Test
    void stepsByLinesAndWaitsForNobodyOnceTheInputHasEnded() {
        assertThat(positions(replay(Locale.ENGLISH, "", "--step"))).isEqualTo(106);
        assertThat(positions(replay(Locale.ENGLISH, "\n\n", "--step"))).isEqualTo(106);
        assertThat(positions(replay(Locale.ENGLISH, "\nq\n\n", "--step"))).isEqualTo(2);
        var whole = replay(Locale.ENGLISH, "\n".repeat(200), "--step");
        assertThat(positions(whole)).isEqualTo(106);
        assertThat(whole.out()).isEqualTo(replay(Locale.ENGLISH, "").out());
        assertThat(whole.err()).startsWith("[Enter: go on, q: end] ");
    }

    private static long positions(Plenum told) {
        assertThat(told.exit()).isZero();
        return told.out().lines().filter(line -> line.matches(" *#\\d+ .*")).count();
    }

    @Test
    void tellsTheSameAsData() {
        var told = JsonMapper.shared()
                .readTree(replay(Locale.ENGLISH, "", "--json").out());
        assertThat(told.get("session").asString()).isEqualTo(ShippedCase.SESSION);
        assertThat(told.get("events")).hasSize(106);
        var colzate = told.get("events").get(75);
        assertThat(colzate.get("position").asInt()).isEqualTo(76);
        assertThat(colzate.get("stated").get("at").asString()).isEqualTo("2024-11-13T17:51");
        assertThat(colzate.get("sentence").get("it").asString())
                .isEqualTo("Arriva Comune di Colzate, modalità non indicata.");
        assertThat(colzate.get("quorum").toString())
                .isEqualTo("{\"by\":\"heads\",\"present\":14,\"of\":19,\"required\":10,\"met\":true}");
        assertThat(told.get("events").get(0).get("quorum").isNull()).isTrue();
    }
}

package org.plenum.proof.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plenum.proof.checkpoint.LogIdentity;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.note.VerifierKey;

/** Requests that a published witness is tested with, from a Sigsum log whose three heads have 1, 3 and 5 leaves. */
class PublishedRequestsTest {

    private static final String ORIGIN =
            "sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562";
    private static final String HEAD_1 = head(
            1,
            "KgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "UgIom7fPZTqpxWWhyjWduBvTvGVqsokMbqTArsQilegKoFBJQjUFAmQ0+YeSPM3wfUQMFSzVnnNuWRTYrajXpNUbIQY=");
    private static final String SIGNATURE_3 =
            "UgIom2VbtIcdFbwFAy1n7s6IkAxIY6J/GQOTuZF2ORV39d75cbAj2aQYwyJre36kezNobZs4SUUdrcawfAB8WVrx6go=";
    private static final String HEAD_3 = head(3, "RcCI1Nk56ZcSmIEfIn0SleqtV7uvrlXNccFx595Iwl0=", SIGNATURE_3);
    private static final String HEAD_5 = head(
            5,
            "QrtXrQZCCvpIgsSmOsah7HdICzMLLyDfxToMql9WTjY=",
            "UgIomw/EOJmWi0i1FQsOj+etB7F8IccFam/jgd6wzRns4QPVmyEZtdvl1U2KEmLOZ/ASRcWJi0tW90dJWAShei7sDww=");
    private static final String FROM_1_TO_3 = "old 1\n"
            + "KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
            + "KgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
    private static final String FROM_1_TO_5 = "old 1\n"
            + "KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
            + "+fUDV+k970B4I3uKrqJM4aP1lloPZP8mvr2Z4wRw2LI=\n"
            + "KgQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
    private static final String FROM_3_TO_5 = "old 3\n"
            + "KgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
            + "KgMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
            + "wgiIFdZfYNv6WU1OllBKsWnLYIS/DBMqt8Uh/S4OukE=\n"
            + "KgQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";

    private final LogIdentity log;
    private TreeHead latest = TreeHead.NONE;

    PublishedRequestsTest() throws NoteRefused {
        log = new LogIdentity(
                ORIGIN, List.of(VerifierKey.parse(ORIGIN + "+5202289b+Af/cLU2Y5BJNP+r3iMDC+av9eWCD0fBJVDfzAux5zxAP")));
    }

    @Test
    void theWholeConversationGoesAsPublished() {
        assertThat(status("old 0\n", HEAD_1)).isEqualTo(200);
        assertThat(status(FROM_1_TO_3, HEAD_3.replace("Vrx6go=", "Vrx6gx="))).isEqualTo(403);
        assertThat(status(FROM_1_TO_3, HEAD_3.replace("9e562", "9e563"))).isEqualTo(404);
        assertThat(status("old 1\n", HEAD_3)).isEqualTo(422);
        assertThat(status(
                        FROM_1_TO_3.replace(
                                "KgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                                "KgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABA="),
                        HEAD_3))
                .isEqualTo(422);
        assertThat(status(FROM_1_TO_3, HEAD_3)).isEqualTo(200);
        assertThat(decide(FROM_1_TO_5, HEAD_5)).isEqualTo(new Decision.Refuse(new Refusal.OtherLatest(3)));
        assertThat(status(FROM_3_TO_5, HEAD_5)).isEqualTo(200);
        assertThat(decide("old 0\n", HEAD_5)).isEqualTo(new Decision.Refuse(new Refusal.OtherLatest(5)));
    }

    private int status(String proof, String head) {
        return switch (decide(proof, head)) {
            case Decision.Cosign cosign -> {
                latest = cosign.remember();
                yield 200;
            }
            case Decision.Refuse refuse -> refuse.refusal().status();
        };
    }

    private Decision decide(String proof, String head) {
        return Witness.decide(
                (proof + "\n" + head).getBytes(StandardCharsets.UTF_8),
                origin -> origin.equals(ORIGIN) ? Optional.of(new KnownLog(log, latest)) : Optional.empty());
    }

    private static String head(int size, String root, String signature) {
        return ORIGIN + "\n" + size + "\n" + root + "\n\n— " + ORIGIN + " " + signature + "\n";
    }
}

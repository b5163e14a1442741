package org.plenum.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who waits after failing, and who does not. */
class AttemptsTest {
    private static final String HALL = "203.0.113.7";
    private static final String HOME = "198.51.100.4";

    private Instant now = Instant.parse("2024-11-13T17:00:00Z");
    private final Attempts attempts = new Attempts(() -> now);

    private void fail(int times, String account, String address) {
        for (var i = 0; i < times; i++) {
            attempts.failed(account, address);
        }
    }

    @Test
    void anAccountThatFailedTooOftenWaitsWhereItFailedAndNowhereElse() {
        fail(Attempts.OF_ACCOUNT_AT_ADDRESS - 1, "anna", HALL);
        assertThat(attempts.wait("anna", HALL)).isEmpty();
        fail(1, " Anna ", HALL);
        assertThat(attempts.wait("anna", HALL)).contains(Attempts.WITHIN);
        assertThat(attempts.wait("anna", HOME)).as("its owner, at home").isEmpty();
        assertThat(attempts.wait("bruno", HALL)).as("the others in the hall").isEmpty();
        now = now.plus(Attempts.WITHIN);
        assertThat(attempts.wait("anna", HALL)).isEmpty();
    }

    @Test
    void anAccountThatFailsFromEverywhereWaitsEverywhere() {
        for (var i = 0; i < Attempts.OF_ACCOUNT; i++) {
            attempts.failed("anna", "198.51.100." + i);
        }
        assertThat(attempts.wait("anna", HOME)).isPresent();
        assertThat(attempts.wait("bruno", HOME)).isEmpty();
    }

    @Test
    void aHallOfThreeHundredWhoMistypeOnceKeepsNobodyOut() {
        for (var delegate = 0; delegate < 300; delegate++) {
            attempts.failed("delegate" + delegate, HALL);
        }
        for (var delegate = 0; delegate < 300; delegate++) {
            assertThat(attempts.wait("delegate" + delegate, HALL)).isEmpty();
        }
    }

    @Test
    void anAddressThatTriesEveryNameWaits() {
        for (var i = 0; i < Attempts.OF_ADDRESS; i++) {
            attempts.failed("name" + i, HALL);
        }
        assertThat(attempts.wait("anna", HALL)).isPresent();
        assertThat(attempts.wait("anna", HOME)).isEmpty();
    }

    @Test
    void anAddressOfVersionSixIsItsNetworks() {
        fail(Attempts.OF_ACCOUNT_AT_ADDRESS, "anna", "2001:db8:1:2::1");
        assertThat(attempts.wait("anna", "2001:db8:1:2:ffff::9")).isPresent();
        assertThat(attempts.wait("anna", "2001:db8:1:3::1")).isEmpty();
        assertThat(attempts.wait("anna", "unknown:what-a-proxy-says")).isEmpty();
    }

    @Test
    void comingInForgetsTheAccountsFailures() {
        fail(Attempts.OF_ACCOUNT_AT_ADDRESS - 1, "anna", HALL);
        attempts.succeeded("anna", HALL);
        fail(Attempts.OF_ACCOUNT_AT_ADDRESS - 1, "anna", HALL);
        assertThat(attempts.wait("anna", HALL)).isEmpty();
    }

    @Test
    void wrongSecretsMakeNobodyWaitWhoHasAPassword() {
        for (var i = 0; i < Attempts.OF_ADDRESS; i++) {
            assertThat(attempts.wrongSecret(HALL)).isEmpty();
            now = now.plus(Duration.ofMillis(1));
        }
        assertThat(attempts.wrongSecret(HALL)).isPresent();
        assertThat(attempts.wrongSecret(HOME)).isEmpty();
        assertThat(attempts.wait("anna", HALL)).isEmpty();
    }
}

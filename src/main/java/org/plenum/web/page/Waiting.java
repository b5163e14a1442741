package org.plenum.web.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/** What is answered to somebody who tried too often. */
final class Waiting {
    private static final int TOO_MANY = 429;

    private Waiting() {}

    /** Tells when to try again, to programs; returns the sentence for people. */
    static String tell(Duration wait, HttpServletResponse response, Said said) {
        response.setStatus(TOO_MANY);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        return said.say("signIn.wait", wait.toMinutes() + 1);
    }
}

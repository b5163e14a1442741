package org.plenum.web.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.SessionId;
import org.plenum.web.live.SessionPulse.Ears;
import org.plenum.web.live.SessionPulse.Mark;
import org.plenum.web.security.Senders;
import org.plenum.web.security.Stay;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Keeps a page told, by server-sent events, for as long as it is open and whoever opened it stays signed in. One virtual
 * thread for each page writes to it; a page that does not read stops that thread alone.
 */
@Component
public final class NewsStream {
    /** Long enough to spare the network, short enough that nothing in between gives up the connection. */
    private static final long PING_MILLIS = 15_000;

    /** A page is told at most so often; what happens meanwhile is told at once afterwards. */
    private static final long REST_MILLIS = 80;

    private static final byte[] HERE = utf8(": here\nretry: 1000\n\n");
    private static final byte[] STILL_HERE = utf8(": still here\n\n");

    /** Has the page ask for itself, so that it learns what it may still see. */
    private static final byte[] ASK = utf8("event: changed\ndata:\n\n");

    private final SessionPulse pulse;
    private final Senders senders;

    NewsStream(SessionPulse pulse, Senders senders) {
        this.pulse = pulse;
        this.senders = senders;
    }

    /**
     * Answers until one side leaves.
     *
     * @param last what the page was told last, as it says itself; null where it was told nothing
     * @param telling the events that tell a page how things are at a mark; empty where it sees no difference
     */
    public void follow(
            SessionId session,
            Ears ears,
            @Nullable String last,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Mark, byte[]> telling)
            throws IOException, InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        var stay = new Stay(senders, request);
        var out = response.getOutputStream();
        var told = Mark.read(last);
        out.write(HERE);
        response.flushBuffer();
        while (pulse.isRunning()) {
            var now = pulse.await(session, told, ears, PING_MILLIS);
            var goesOn = stay.goesOn();
            var news = SessionPulse.isNews(now, told);
            var events = !goesOn ? ASK : news ? telling.apply(now) : STILL_HERE;
            told = news ? now : told;
            try {
                out.write(events);
                response.flushBuffer();
            } catch (IOException gone) {
                // The page was closed, or its network is: there is nobody left to tell.
                return;
            }
            if (!goesOn) {
                return;
            }
            Thread.sleep(REST_MILLIS);
        }
    }

    /** Text as events carry it. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Keeps a page told, by server-sent events, for as long as it is open and whoever opened it stays signed in. One virtual
 * thread for each page writes to it; a page that does not read stops that thread alone.
 */
@Component
public final class NewsStream {
    private static final Logger LOG = LoggerFactory.getLogger(NewsStream.class);

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
     * Answers until one side leaves, or who asked is no longer let in.
     *
     * @param last what the page was told last, as it says itself; null where it was told nothing
     * @param telling the event, without its id, that tells a page how things are at a mark; empty where it sees no difference
     */
    public void follow(
            SessionId session,
            Ears ears,
            @Nullable String last,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Mark, byte[]> telling)
            throws InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        var stay = new Stay(senders, request);
        var told = Mark.read(last);
        try {
            tell(response, HERE);
            while (pulse.isRunning()) {
                var now = pulse.await(session, told, ears, PING_MILLIS);
                if (!SessionPulse.isNews(now, told)) {
                    tell(response, STILL_HERE);
                } else if (stay.goesOn()) {
                    var event = telling.apply(now);
                    if (event.length > 0) {
                        tell(response, utf8("id: " + now + "\n"), event);
                    }
                    told = now;
                } else {
                    tell(response, ASK);
                    return;
                }
                Thread.sleep(REST_MILLIS);
            }
        } catch (IOException gone) {
            // The page was closed, or its network is: there is nobody left to tell.
            LOG.debug("{} left", session, gone);
        }
    }

    private static void tell(HttpServletResponse response, byte[]... parts) throws IOException {
        for (var part : parts) {
            response.getOutputStream().write(part);
        }
        response.flushBuffer();
    }

    /** Text as events carry it. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

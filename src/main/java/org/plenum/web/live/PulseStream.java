package org.plenum.web.live;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.Words;
import org.plenum.web.live.SessionPulse.Ears;
import org.plenum.web.live.SessionPulse.Mark;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Tells a page that its session has moved on, as server-sent events. It tells no more than that: what there is to see, the
 * page asks for itself, and is answered by the rule of visibility. One virtual thread per page writes to it; a page that
 * does not read stops that thread alone.
 */
@Controller
class PulseStream {
    /** Long enough to spare the network, short enough that nothing in between gives up the connection. */
    private static final long PING_MILLIS = 15_000;

    /** A page is told at most so often; what happens meanwhile is told at once afterwards. */
    private static final long REST_MILLIS = 80;

    private final SessionPulse pulse;

    PulseStream(SessionPulse pulse) {
        this.pulse = pulse;
    }

    @GetMapping("/sessions/{session}/pulse")
    void follow(
            @PathVariable String session,
            @RequestParam(defaultValue = "0.0") String after,
            @RequestParam(defaultValue = "all") String ears,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        var out = response.getOutputStream();
        var id = new SessionId(session);
        var heard = Words.read(Ears.class, "ears", ears);
        var told = Mark.read(last == null ? after : last);
        out.write(": here\nretry: 1000\n\n".getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        while (pulse.isRunning()) {
            var now = pulse.await(id, told, heard, PING_MILLIS);
            var news = SessionPulse.isNews(now, told);
            var text = news ? "id: " + now + "\nevent: changed\ndata: " + now + "\n\n" : ": still here\n\n";
            told = news ? now : told;
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                response.flushBuffer();
            } catch (IOException gone) {
                // The page was closed, or its network is: there is nobody left to tell.
                return;
            }
            Thread.sleep(REST_MILLIS);
        }
    }
}

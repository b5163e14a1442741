package org.plenum.web.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.SessionId;
import org.plenum.web.live.SessionPulse.Ears;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Tells a page that its session has moved on. It tells no more than that: what there is to see, the page asks for itself, and
 * is answered by the rule of visibility.
 */
@Controller
class PulseStream {
    private final NewsStream news;

    PulseStream(NewsStream news) {
        this.news = news;
    }

    @GetMapping("/sessions/{session}/pulse")
    void follow(
            @PathVariable String session,
            @RequestParam(defaultValue = "0.0") String after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        news.follow(
                new SessionId(session),
                Ears.ALL,
                last == null ? after : last,
                request,
                response,
                now -> NewsStream.utf8("event: changed\ndata: " + now + "\n\n"));
    }
}

package org.plenum.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.SessionId;
import org.plenum.web.live.NewsStream;
import org.plenum.web.live.SessionPulse.Ears;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The delegates' page, as server-sent events at its own address. A vote opens for a thousand phones at once: what they show
 * differs in who they are, so it is written once with {@link Blanks} and filled in for each.
 */
@Controller
@RequestMapping(path = "/sessions/{session}/ballot", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
class BallotStream {
    /** An identifier that stands in addresses as it is. */
    private static final Pattern PLAIN = Pattern.compile("[\\w.-]*");

    private final BallotPages pages;
    private final NewsStream news;
    private final PageWriter writer;

    BallotStream(BallotPages pages, NewsStream news, PageWriter writer) {
        this.pages = pages;
        this.news = news;
        this.writer = writer;
    }

    @GetMapping
    void ballot(
            @PathVariable String session,
            @RequestParam @Nullable String seat,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        var frame = Objects.requireNonNull((Frame.Around) model.getAttribute("frame"));
        var phone = new Phone(session, seat, frame, locale, request, response);
        var page = new ToldPage(phone::now);
        news.follow(new SessionId(session), Ears.PROCEEDINGS, last, request, response, _ -> page.tell());
    }

    /** All that a page depends on besides the scene, with blanks for what is one person's own. */
    private record Shown(
            BallotPages.View ballot, List<Scene.Place> seats, Frame.Around frame, String key, String token) {}

    /** One delegate's page. */
    private final class Phone {
        private final String session;
        private final @Nullable String seat;
        private final Frame.Around frame;
        private final Locale locale;
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final CsrfToken token;

        /** The key of the ballot that the page would send, and of which vote. */
        private String key = newKey();

        private @Nullable String vote;

        Phone(
                String session,
                @Nullable String seat,
                Frame.Around frame,
                Locale locale,
                HttpServletRequest request,
                HttpServletResponse response) {
            this.session = session;
            this.seat = seat;
            this.frame = frame;
            this.locale = locale;
            this.request = request;
            this.response = response;
            var deferred = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
            // Asked for now: once the answer has begun, none could be made.
            this.token =
                    new DefaultCsrfToken(deferred.getHeaderName(), deferred.getParameterName(), deferred.getToken());
        }

        ToldPage.Telling now() {
            var now = pages.now(session, seat, null, locale);
            if (!Objects.equals(vote, now.ballot().vote())) {
                vote = now.ballot().vote();
                key = newKey();
            }
            var blanks = new Blanks();
            var alike = now.ballot().stage() != BallotPages.Stage.NO_SEAT
                    && now.seats().stream()
                            .allMatch(place -> PLAIN.matcher(place.seat()).matches());
            if (!alike) {
                return new ToldPage.Telling(
                        write(now, now.ballot(), now.seats(), frame, key, token.getToken()), blanks);
            }
            var ballot = now.ballot().withBlanks(blanks);
            var seats =
                    now.seats().stream().map(place -> place.withBlanks(blanks)).toList();
            var around = frame.withBlanks(blanks);
            var ownKey = blanks.leaveAny(key);
            var ownToken = blanks.leaveAny(token.getToken());
            return new ToldPage.Telling(
                    now.written()
                            .once(
                                    new Shown(ballot, seats, around, ownKey, ownToken),
                                    () -> write(now, ballot, seats, around, ownKey, ownToken)),
                    blanks);
        }

        private byte[] write(
                BallotPages.Now now,
                BallotPages.View ballot,
                List<Scene.Place> seats,
                Frame.Around around,
                String key,
                String csrf) {
            request.setAttribute(
                    CsrfToken.class.getName(),
                    new DefaultCsrfToken(token.getHeaderName(), token.getParameterName(), csrf));
            var model = Map.of(
                    "scene",
                    now.scene(),
                    "pulse",
                    now.pulse(),
                    "ballot",
                    ballot,
                    "seats",
                    seats,
                    "frame",
                    around,
                    "key",
                    key);
            var page = writer.write("ballot", model, locale, request, response);
            return ToldPage.event(new String(page, StandardCharsets.UTF_8));
        }
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}

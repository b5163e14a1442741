package org.plenum.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.SessionId;
import org.plenum.web.live.NewsStream;
import org.plenum.web.live.SessionPulse.Ears;
import org.plenum.web.security.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Pages that many see alike, as server-sent events at their own addresses: the page itself at once, and again whenever it
 * has changed. It is written once for all who see the same, so that a thousand screens show what is news while it is.
 */
@Controller
@RequestMapping(path = "/sessions/{session}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
class RoomStreams {
    private final RoomPages pages;
    private final Rooms rooms;
    private final PageDesk desk;
    private final CurrentPerson people;
    private final NewsStream news;
    private final PageWriter writer;

    RoomStreams(RoomPages pages, Rooms rooms, PageDesk desk, CurrentPerson people, NewsStream news, PageWriter writer) {
        this.pages = pages;
        this.rooms = rooms;
        this.desk = desk;
        this.people = people;
        this.news = news;
        this.writer = writer;
    }

    @GetMapping
    void door(
            @PathVariable String session,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        Runnable fill = () -> pages.door(session, locale, model);
        var page = new Page(new SessionId(session), "session", fill, model, locale, request, response);
        news.follow(page.session, Ears.PROCEEDINGS, last, request, response, _ -> page.tell());
    }

    @GetMapping("/wall")
    void wall(
            @PathVariable String session,
            @RequestParam(defaultValue = "dark") String theme,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        Runnable fill = () -> pages.wall(session, theme, locale, model);
        var page = new Page(new SessionId(session), "wall", fill, model, locale, request, response);
        news.follow(page.session, Ears.ALL, last, request, response, _ -> page.tell());
    }

    /** A page as one screen is told it. */
    private final class Page {
        private final SessionId session;
        private final String name;
        private final Runnable fill;
        private final Model model;
        private final Locale locale;
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private byte[] shown = {};

        Page(
                SessionId session,
                String name,
                Runnable fill,
                Model model,
                Locale locale,
                HttpServletRequest request,
                HttpServletResponse response) {
            this.session = session;
            this.name = name;
            this.fill = fill;
            this.model = model;
            this.locale = locale;
            this.request = request;
            this.response = response;
            // Where there is no such session, that is the answer.
            event();
        }

        private byte[] tell() {
            var event = event();
            // What is withheld from a screen moves the record on and changes nothing for it.
            if (Arrays.equals(shown, event)) {
                return new byte[0];
            }
            shown = event;
            return event;
        }

        /** The page as it is now, written once for all who see the same. */
        private byte[] event() {
            var person = people.ofPage();
            var written = rooms.look(session, person, room -> Scenes.written(room, person, desk.said(locale)))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            return written.once("told " + LiveRenewal.address(request), () -> {
                fill.run();
                return event(writer.write(name, model.asMap(), locale, request, response));
            });
        }

        /** A page as one event; its lines are lines of the event's data. */
        private static byte[] event(byte[] page) {
            return NewsStream.utf8(new String(page, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> "data: " + line + "\n")
                    .collect(Collectors.joining("", "event: page\n", "\n")));
        }
    }
}

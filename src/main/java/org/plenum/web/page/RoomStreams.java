package org.plenum.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
        var asked = new Asked(new SessionId(session), "session", fill, locale, model, request, response);
        follow(asked, Ears.PROCEEDINGS, last);
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
        var asked = new Asked(new SessionId(session), "wall", fill, locale, model, request, response);
        follow(asked, Ears.ALL, last);
    }

    /**
     * A page as a screen asked for it.
     *
     * @param fill puts into the model what the page shows now
     */
    private record Asked(
            SessionId session,
            String page,
            Runnable fill,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {}

    private void follow(Asked asked, Ears ears, @Nullable String last) throws InterruptedException {
        var page = new ToldPage(() -> new ToldPage.Telling(event(asked), new Blanks()));
        news.follow(asked.session, ears, last, asked.request, asked.response, _ -> page.tell());
    }

    /** The page as it is now, written once for all who see the same. */
    private byte[] event(Asked asked) {
        var person = people.ofPage();
        var written = rooms.look(asked.session, person, room -> Scenes.written(room, person, desk.said(asked.locale)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return written.once("told " + LiveRenewal.address(asked.request), () -> {
            asked.fill.run();
            var page = writer.write(asked.page, asked.model.asMap(), asked.locale, asked.request, asked.response);
            return ToldPage.event(new String(page, StandardCharsets.UTF_8));
        });
    }
}

package org.plenum.web.page;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what is on, what was, and how to begin. */
@Controller
class SessionsPages {
    private final Rooms rooms;
    private final PageDesk desk;

    SessionsPages(Rooms rooms, PageDesk desk) {
        this.rooms = rooms;
        this.desk = desk;
    }

    @GetMapping("/")
    String page(Locale locale, Model model) {
        var all = rooms.all();
        model.addAttribute("alive", all.stream().filter(SessionLine::isAlive).toList());
        model.addAttribute("past", all.stream().filter(line -> !line.isAlive()).toList());
        model.addAttribute("said", desk.said(locale));
        return "sessions";
    }
}

package org.plenum.web.page;

import java.util.Locale;
import org.plenum.web.security.CurrentPerson;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what is on, what was, and how to begin. */
@Controller
class SessionsPages {
    private final Rooms rooms;
    private final PageDesk desk;
    private final CurrentPerson people;

    SessionsPages(Rooms rooms, PageDesk desk, CurrentPerson people) {
        this.rooms = rooms;
        this.desk = desk;
        this.people = people;
    }

    @GetMapping("/")
    String page(Locale locale, Model model) {
        var all = rooms.all(people.ofPage());
        model.addAttribute("alive", all.stream().filter(SessionLine::isAlive).toList());
        model.addAttribute("past", all.stream().filter(line -> !line.isAlive()).toList());
        model.addAttribute("said", desk.said(locale));
        return "sessions";
    }
}

package org.plenum.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.SeatId;
import org.plenum.web.security.OwnAddress;
import org.plenum.web.security.Person;
import org.plenum.web.security.PlenumMode;
import org.plenum.web.security.Role;
import org.plenum.web.security.SeatBinding;
import org.plenum.web.security.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where one says who one is. In a demonstration any role is taken in one click. */
@Controller
class SignInPages {
    private final SignIn signIn;
    private final PlenumMode mode;
    private final Rooms rooms;
    private final PageDesk desk;

    SignInPages(SignIn signIn, PlenumMode mode, Rooms rooms, PageDesk desk) {
        this.desk = desk;
        this.signIn = signIn;
        this.mode = mode;
        this.rooms = rooms;
    }

    @GetMapping("/sign-in")
    String page(
            @RequestParam(defaultValue = "/") String back,
            @Nullable Boolean refused,
            @RequestParam(defaultValue = "") String openid,
            @RequestParam(defaultValue = "") String find,
            Locale locale,
            Model model) {
        if (openid.equals("refused") || openid.equals("unreachable")) {
            model.addAttribute("trouble", desk.said(locale).say("signIn.openId." + openid));
        }
        model.addAttribute("back", OwnAddress.checked(back));
        model.addAttribute("refused", Boolean.TRUE.equals(refused));
        model.addAttribute("name", "");
        var sought = new Sought(find);
        var halls = mode == PlenumMode.DEMONSTRATION
                ? rooms.running(Person.VISITOR).stream()
                        .map(line -> Hall.of(line, sought))
                        .toList()
                : List.<Hall>of();
        model.addAttribute("halls", halls);
        model.addAttribute("sought", sought.letters());
        model.addAttribute("searched", !sought.isNothing() || halls.stream().anyMatch(hall -> hall.more() > 0));
        return "sign-in";
    }

    /**
     * A session that goes on, and seats of it that a demonstration offers.
     *
     * @param more how many others fit, where there are too many to show
     */
    record Hall(SessionLine line, List<SessionLine.SeatName> seats, int more) {
        static Hall of(SessionLine line, Sought sought) {
            var found = line.roll().stream()
                    .filter(seat -> sought.names(seat.id(), null) || sought.begins(seat.name(), seat.delegate()))
                    .toList();
            var shown = found.stream().limit(SeatsShown.LONGEST_WHOLE).toList();
            return new Hall(line, shown, found.size() - shown.size());
        }
    }

    /** Takes a role in a demonstration: as a delegate, of one seat. */
    @PostMapping("/sign-in/as")
    String take(
            @RequestParam Role role,
            @RequestParam @Nullable String assembly,
            @RequestParam @Nullable String seat,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (mode != PlenumMode.DEMONSTRATION) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (role == Role.DELEGATE && (assembly == null || seat == null)) {
            return "redirect:/sign-in?back=" + OwnAddress.checked(back) + "#delegate";
        }
        var person = role == Role.DELEGATE && assembly != null && seat != null
                ? new Person(
                        new Actor("delegate-" + new SeatId(seat)),
                        nameOf(new AssemblyId(assembly), new SeatId(seat)),
                        Set.of(role),
                        Set.of(new SeatBinding(new AssemblyId(assembly), new SeatId(seat))))
                : new Person(new Actor(role.word()), role.word(), Set.of(role), Set.of());
        signIn.as(person, request, response);
        return "redirect:" + OwnAddress.checked(back);
    }

    /** What a seat is called where it sits now, or its identifier where it sits nowhere. */
    private String nameOf(AssemblyId assembly, SeatId seat) {
        return rooms.running(Person.VISITOR).stream()
                .filter(line -> line.assembly().equals(assembly.value()))
                .flatMap(line -> line.roll().stream())
                .filter(one -> one.id().equals(seat.value()))
                .map(SessionLine.SeatName::name)
                .findFirst()
                .orElse(seat.value());
    }
}

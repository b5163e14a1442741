package org.plenum.web.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.document.picture.QrPicture;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.SeatId;
import org.plenum.web.account.Account;
import org.plenum.web.account.AccountName;
import org.plenum.web.account.Accounts;
import org.plenum.web.account.Passkeys;
import org.plenum.web.account.Secret;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.Deed;
import org.plenum.web.security.Entrance;
import org.plenum.web.security.Offices;
import org.plenum.web.security.PublicAddress;
import org.plenum.web.security.Role;
import org.plenum.web.security.SeatBinding;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people who may use the server: inviting them, saying what they are, keeping them out. */
@Controller
@InProduction
@RequestMapping("/people")
class PeoplePages {
    private static final Duration INVITATION_HOLDS = Duration.ofDays(7);
    private static final String NOWHERE_IN_PARTICULAR = "";

    /** What somebody is, and where. */
    record OfficeLine(String role, String assembly, String assemblyName) {}

    /** A seat for which somebody acts. */
    record SeatLine(String assembly, String seat, String words) {}

    /** Somebody in the list. */
    record PersonLine(
            String name,
            String display,
            String state,
            List<OfficeLine> offices,
            List<SeatLine> seats,
            @Nullable String email,
            @Nullable String issuer,
            boolean hasPassword,
            int signedIn) {}

    /** A one-time link, as it is handed over: shown once. */
    record Handed(String display, List<String> seats, String link, String qr) {}

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Entrance entrance;
    private final CurrentPerson people;
    private final PageDesk desk;
    private final Rooms rooms;
    private final PublicAddress address;

    PeoplePages(
            Accounts accounts,
            Passkeys passkeys,
            Entrance entrance,
            CurrentPerson people,
            PageDesk desk,
            Rooms rooms,
            PublicAddress address) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.entrance = entrance;
        this.people = people;
        this.desk = desk;
        this.rooms = rooms;
        this.address = address;
    }

    private String manager() {
        var person = people.ofPage();
        entrance.check(person, Deed.MANAGE_PEOPLE, null);
        return person.actor().value();
    }

    private Account account(String name) {
        return accounts.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    // ---- looking

    @GetMapping
    String list(Model model) {
        manager();
        var signedIn = accounts.signedInNow();
        model.addAttribute(
                "people",
                accounts.all().stream()
                        .map(one -> line(one, signedIn.getOrDefault(one.name().value(), 0)))
                        .toList());
        model.addAttribute("assemblies", rooms.assemblies());
        return "people";
    }

    private PersonLine line(Account account, int signedIn) {
        var offices = new ArrayList<OfficeLine>();
        account.offices().everywhere().stream()
                .sorted()
                .forEach(role -> offices.add(new OfficeLine(role.word(), NOWHERE_IN_PARTICULAR, "")));
        account.offices()
                .in()
                .forEach((assembly, roles) -> roles.stream()
                        .sorted()
                        .forEach(role -> offices.add(new OfficeLine(
                                role.word(),
                                assembly.value(),
                                rooms.assembly(assembly).name()))));
        return new PersonLine(
                account.name().value(),
                account.display(),
                account.state().name().toLowerCase(Locale.ROOT),
                offices,
                account.seats().stream().map(this::seatLine).toList(),
                account.email(),
                account.issuer(),
                account.hasPassword(),
                signedIn);
    }

    private SeatLine seatLine(SeatBinding binding) {
        var assembly = rooms.assembly(binding.assembly());
        var seat = assembly.seats().get(binding.seat());
        return new SeatLine(
                binding.assembly().value(),
                binding.seat().value(),
                (seat == null ? binding.seat().value() : seat.name()) + ", " + assembly.name());
    }

    @GetMapping("/{name}")
    String one(@PathVariable String name, Model model) {
        manager();
        var account = account(name);
        model.addAttribute(
                "one",
                line(account, accounts.signedInNow().getOrDefault(account.name().value(), 0)));
        model.addAttribute("passkeys", passkeys.of(account.name()).size());
        choices(model);
        return "person";
    }

    @GetMapping("/new")
    String invite(Model model) {
        manager();
        choices(model);
        return "invite";
    }

    /** What an office or a seat can be chosen from. */
    private void choices(Model model) {
        model.addAttribute("assemblies", rooms.assemblies());
        model.addAttribute("roles", List.of("president", "clerk", "auditor", "reader", "administrator"));
        var seats = new ArrayList<SeatLine>();
        for (var assembly : rooms.assemblies()) {
            rooms.assembly(new AssemblyId(assembly.id()))
                    .seats()
                    .values()
                    .forEach(seat -> seats.add(
                            new SeatLine(assembly.id(), seat.id().value(), seat.name() + ", " + assembly.name())));
        }
        model.addAttribute("allSeats", seats);
    }

    // ---- changing

    /** Makes an account and shows the link to hand over, this once. */
    @PostMapping
    String make(
            @RequestParam String name,
            @RequestParam String display,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String assembly,
            @RequestParam(defaultValue = "") String seat,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var by = manager();
        var said = desk.said(locale);
        try {
            if (!AccountName.isPossible(name) || display.isBlank() || display.length() > 200 || email.length() > 200) {
                throw new Malformed(Malformed.Fault.WORD, "name", name);
            }
            var offices = Offices.everywhere(Set.of());
            offices = role.isEmpty() ? offices : with(offices, role, assembly);
            var seats = seat.isEmpty() ? Set.<SeatBinding>of() : Set.of(seat(seat));
            offices = seats.isEmpty() ? offices : offices.with(Role.DELEGATE, null);
            accounts.invite(AccountName.of(name), display, email, offices, seats, by);
        } catch (Malformed malformed) {
            return refused(said.say("people.name.wrong"), name, display, email, model, response);
        } catch (Accounts.NameTakenException taken) {
            return refused(said.say("people.name.taken"), name, display, email, model, response);
        }
        return hand(account(name), "/", INVITATION_HOLDS, by, said, model, response);
    }

    private String refused(
            String trouble, String name, String display, String email, Model model, HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("trouble", trouble);
        model.addAttribute("name", name);
        model.addAttribute("display", display);
        model.addAttribute("email", email);
        choices(model);
        return "invite";
    }

    private static Offices with(Offices offices, String role, String assembly) {
        var meant = role(role);
        // Whoever looks after people does so for the whole server.
        return offices.with(meant, assembly.isEmpty() || meant == Role.ADMINISTRATOR ? null : new AssemblyId(assembly));
    }

    private static Role role(String word) {
        try {
            return Role.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Malformed(Malformed.Fault.WORD, "role", word);
        }
    }

    /** A seat as the choosers send it: its assembly, a blank, the seat. */
    private static SeatBinding seat(String sent) {
        var blank = sent.indexOf(' ');
        if (blank < 0) {
            throw new Malformed(Malformed.Fault.WORD, "seat", sent);
        }
        return new SeatBinding(new AssemblyId(sent.substring(0, blank)), new SeatId(sent.substring(blank + 1)));
    }

    private interface Change {
        void to(Account account, String by);
    }

    private String change(String name, String done, Locale locale, RedirectAttributes flash, Change change) {
        var by = manager();
        var account = account(name);
        var said = desk.said(locale);
        try {
            change.to(account, by);
            flash.addFlashAttribute("done", said.say(done));
        } catch (Accounts.LastAdministratorException last) {
            flash.addFlashAttribute("trouble", said.say("people.last"));
        }
        return "redirect:/people/" + account.name();
    }

    @PostMapping("/{name}/office")
    String office(
            @PathVariable String name,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String assembly,
            @RequestParam(defaultValue = "false") boolean remove,
            Locale locale,
            RedirectAttributes flash) {
        return change(name, "people.done", locale, flash, (account, by) -> {
            var offices =
                    remove ? without(account.offices(), role(role), assembly) : with(account.offices(), role, assembly);
            accounts.appoint(account.name(), offices, account.seats(), by);
        });
    }

    private static Offices without(Offices offices, Role role, String assembly) {
        if (assembly.isEmpty()) {
            var roles = EnumSet.of(role);
            roles.addAll(offices.everywhere());
            roles.remove(role);
            return new Offices(roles, offices.in());
        }
        var in = new LinkedHashMap<>(offices.in());
        in.computeIfPresent(new AssemblyId(assembly), (_, roles) -> {
            var fewer = new HashSet<>(roles);
            fewer.remove(role);
            return fewer.isEmpty() ? null : Set.copyOf(fewer);
        });
        return new Offices(offices.everywhere(), in);
    }

    /** Binds somebody to a seat, or no longer: who acts for any is a delegate. */
    @PostMapping("/{name}/seat")
    String seat(
            @PathVariable String name,
            @RequestParam String seat,
            @RequestParam(defaultValue = "false") boolean remove,
            Locale locale,
            RedirectAttributes flash) {
        return change(name, "people.done", locale, flash, (account, by) -> {
            var seats = new HashSet<>(account.seats());
            if (remove) {
                seats.remove(seat(seat));
            } else {
                seats.add(seat(seat));
            }
            var offices = seats.isEmpty()
                    ? without(account.offices(), Role.DELEGATE, NOWHERE_IN_PARTICULAR)
                    : account.offices().with(Role.DELEGATE, null);
            accounts.appoint(account.name(), offices, seats, by);
        });
    }

    @PostMapping("/{name}/lock")
    String lock(@PathVariable String name, Locale locale, RedirectAttributes flash) {
        return change(name, "people.locked", locale, flash, (account, by) -> accounts.lock(account.name(), by));
    }

    @PostMapping("/{name}/unlock")
    String unlock(@PathVariable String name, Locale locale, RedirectAttributes flash) {
        return change(name, "people.unlocked", locale, flash, (account, by) -> accounts.unlock(account.name(), by));
    }

    @PostMapping("/{name}/sign-out")
    String signOut(@PathVariable String name, Locale locale, RedirectAttributes flash) {
        return change(
                name, "people.signedOut", locale, flash, (account, _) -> accounts.signOutEverywhere(account.name()));
    }

    @PostMapping("/{name}/vouching/forget")
    String forgetVouching(@PathVariable String name, Locale locale, RedirectAttributes flash) {
        return change(
                name,
                "people.vouched.forgotten",
                locale,
                flash,
                (account, _) -> accounts.forgetVouching(account.name()));
    }

    @PostMapping("/{name}/passkeys/remove")
    String removePasskeys(@PathVariable String name, Locale locale, RedirectAttributes flash) {
        return change(
                name, "people.passkeys.removed", locale, flash, (account, _) -> passkeys.removeAll(account.name()));
    }

    /** A new link for somebody: to come in for the first time, or because the password is forgotten. */
    @PostMapping("/{name}/link")
    String link(@PathVariable String name, Locale locale, Model model, HttpServletResponse response) {
        var by = manager();
        return hand(account(name), "/", INVITATION_HOLDS, by, desk.said(locale), model, response);
    }

    private String hand(
            Account account,
            String leadsTo,
            Duration holds,
            String by,
            Said said,
            Model model,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("handed", List.of(handed(account, leadsTo, holds, by, said)));
        model.addAttribute("title", account.display());
        model.addAttribute("hours", holds.toHours());
        return "handed";
    }

    private Handed handed(Account account, String leadsTo, Duration holds, String by, Said said) {
        Secret secret = accounts.link(account.name(), leadsTo, holds, by);
        var link = address.of("/link/" + secret.text());
        return new Handed(
                account.display(),
                account.seats().stream()
                        .map(this::seatLine)
                        .map(SeatLine::words)
                        .toList(),
                link,
                QrPicture.of(link, said.say("handed.qr", account.display())));
    }

    // ---- the sheet of delegates

    /** A seat for which a link can be printed, and who acts for it. */
    record SheetLine(String seat, String name, String delegate, boolean own) {}

    @GetMapping("/sheet")
    String sheet(@RequestParam String assembly, Model model) {
        var id = new AssemblyId(assembly);
        entrance.check(people.ofPage(), Deed.HAND_OUT_LINKS, id);
        var state = rooms.assembly(id);
        if (!state.isFounded()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("assembly", assembly);
        model.addAttribute("assemblyName", state.name());
        model.addAttribute(
                "sessions",
                rooms.running(people.ofPage()).stream()
                        .filter(line -> line.assembly().equals(assembly))
                        .toList());
        model.addAttribute(
                "lines",
                state.seats().values().stream()
                        .map(seat -> {
                            var known = delegates(id, seat.id());
                            var enrolled = seat.delegate();
                            return new SheetLine(
                                    seat.id().value(),
                                    seat.name(),
                                    known.isEmpty()
                                            ? enrolled == null ? seat.name() : enrolled.name()
                                            : known.getFirst().display(),
                                    known.isEmpty() || mayHandOut(known.getFirst(), id));
                        })
                        .toList());
        return "sheet";
    }

    private List<Account> delegates(AssemblyId assembly, SeatId seat) {
        return accounts.delegatesOf(assembly).stream()
                .filter(account -> account.seats().contains(new SeatBinding(assembly, seat)))
                .toList();
    }

    /** Only for those who are delegates of this assembly and nothing else: a link lets its holder do what they may. */
    private static boolean mayHandOut(Account account, AssemblyId assembly) {
        return account.isOnlyDelegate()
                && account.state() != Account.State.LOCKED
                && account.seats().stream().allMatch(seat -> seat.assembly().equals(assembly));
    }

    /** Makes a link for each chosen seat, an account where there is none, and shows the sheet to print: this once. */
    @PostMapping("/sheet")
    String print(
            @RequestParam String assembly,
            @RequestParam(defaultValue = "") List<String> seats,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "24") int hours,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var id = new AssemblyId(assembly);
        var person = people.ofPage();
        entrance.check(person, Deed.HAND_OUT_LINKS, id);
        var said = desk.said(locale);
        var by = person.actor().value();
        var holds = Duration.ofHours(Math.max(1, Math.min(hours, 24 * 14)));
        var leadsTo = session.isEmpty() ? "/" : "/sessions/" + session + "/ballot";
        var handed = new ArrayList<Handed>();
        for (var seat : rooms.assembly(id).seats().values()) {
            if (seats.contains(seat.id().value())) {
                var account = delegates(id, seat.id()).stream().findFirst().orElseGet(() -> {
                    var enrolled = seat.delegate();
                    var display = enrolled == null ? seat.name() : enrolled.name();
                    var name = accounts.freeName(display);
                    accounts.invite(
                            name,
                            display,
                            null,
                            Offices.everywhere(Set.of(Role.DELEGATE)),
                            Set.of(new SeatBinding(id, seat.id())),
                            by);
                    return account(name.value());
                });
                if (mayHandOut(account, id)) {
                    handed.add(handed(account, leadsTo, holds, by, said));
                }
            }
        }
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("handed", handed);
        model.addAttribute("title", rooms.assembly(id).name());
        model.addAttribute("hours", holds.toHours());
        return "handed";
    }
}

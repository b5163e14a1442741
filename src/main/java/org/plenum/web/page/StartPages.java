package org.plenum.web.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenum.command.AssemblyCommand.FoundAssembly;
import org.plenum.command.SessionCommand.ConveneSession;
import org.plenum.json.Presets;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.When;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.Permissions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a session is started: for an assembly that exists, or for one that is founded with it. */
@Controller
class StartPages {
    /** What was typed, to be shown again where something is wrong with it. */
    record Typed(
            String assembly,
            String name,
            String roll,
            String preset,
            String title,
            String date,
            String scheduled,
            String place,
            String president,
            String clerk,
            String agenda) {}

    private final Rooms rooms;
    private final PageDesk desk;
    private final CurrentPerson people;

    StartPages(Rooms rooms, PageDesk desk, CurrentPerson people) {
        this.rooms = rooms;
        this.desk = desk;
        this.people = people;
    }

    @GetMapping("/start")
    String page(@RequestParam @Nullable String assembly, Locale locale, Model model) {
        if (!Permissions.mayEver(people.ofPage(), ConveneSession.class)) {
            return "redirect:/sign-in?back=/start&refused=true";
        }
        var said = desk.said(locale);
        var assemblies = rooms.assemblies();
        var chosen = assembly != null
                ? assembly
                : assemblies.isEmpty() ? "" : assemblies.getFirst().id();
        var today = LocalDate.now(ZoneId.of("Europe/Rome"));
        fill(
                model,
                said,
                new Typed(
                        chosen,
                        "",
                        "",
                        "assembly-of-mayors",
                        said.say("start.title.example", said.day(today)),
                        today.toString(),
                        "",
                        "",
                        "",
                        "",
                        said.say("start.agenda.example")));
        return "start";
    }

    private void fill(Model model, Said said, Typed typed) {
        model.addAttribute("typed", typed);
        model.addAttribute("assemblies", rooms.assemblies());
        model.addAttribute(
                "presets",
                Presets.all().entrySet().stream()
                        .map(entry -> Map.entry(
                                entry.getKey(), said.of(entry.getValue().title())))
                        .toList());
        model.addAttribute("key", UUID.randomUUID().toString());
    }

    @PostMapping("/start")
    String start(
            @RequestParam(defaultValue = "") String assembly,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String roll,
            @RequestParam(defaultValue = "") String preset,
            @RequestParam String title,
            @RequestParam String date,
            @RequestParam(defaultValue = "") String scheduled,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String president,
            @RequestParam(defaultValue = "") String clerk,
            @RequestParam String agenda,
            @RequestParam String key,
            Locale locale,
            Model model) {
        var typed = new Typed(assembly, name, roll, preset, title, date, scheduled, place, president, clerk, agenda);
        var said = desk.said(locale);
        try {
            var body = assembly.isEmpty() ? found(typed, key, said) : new AssemblyId(assembly);
            var session = convene(body, typed, key, said);
            return "redirect:/sessions/" + session.value() + "/president";
        } catch (Malformed malformed) {
            model.addAttribute("trouble", desk.sentence(malformed, said));
        } catch (DateTimeException notADate) {
            model.addAttribute("trouble", said.say("start.date.wrong"));
        } catch (Wrong wrong) {
            model.addAttribute("trouble", wrong.sentence);
        }
        fill(model, said, typed);
        return "start";
    }

    private AssemblyId found(Typed typed, String key, Said said) throws Wrong {
        var seats = RollText.read(typed.roll());
        if (!seats.faults().isEmpty()) {
            throw new Wrong(seats.faults().stream()
                    .map(fault -> said.say("roll.fault." + fault.what(), fault.line(), fault.value()))
                    .reduce((a, b) -> a + " " + b)
                    .orElseThrow());
        }
        var id = new AssemblyId(Slugs.of(
                typed.name(), rooms.assemblies().stream().map(AssemblyLine::id).toList()));
        var rules = typed.preset().isEmpty() ? null : rulesOf(typed.preset());
        give(new FoundAssembly(id, typed.name(), seats.seats(), rules), "found:" + key, said);
        return id;
    }

    private static RulesOfProcedure rulesOf(String preset) {
        if (!Presets.names().contains(preset)) {
            throw new Malformed(Malformed.Fault.WORD, "preset", preset);
        }
        return Presets.named(preset).rules();
    }

    private SessionId convene(AssemblyId assembly, Typed typed, String key, Said said) throws Wrong {
        var state = rooms.assembly(assembly);
        var date = LocalDate.parse(typed.date());
        var id = new SessionId(Slugs.of(
                assembly.value() + "-" + date,
                rooms.all().stream().map(SessionLine::id).toList()));
        var scheduled = typed.scheduled().isBlank() ? null : LocalTime.parse(typed.scheduled());
        var president = typed.president().isBlank() ? null : new SeatId(typed.president());
        give(
                new ConveneSession(
                        id,
                        assembly,
                        state.isFounded() ? state.name() : typed.name(),
                        typed.title(),
                        date,
                        ZoneId.of("Europe/Rome"),
                        Provenance.LIVE,
                        1,
                        null,
                        typed.place().isBlank() ? null : typed.place(),
                        scheduled,
                        president,
                        typed.clerk().isBlank() ? null : typed.clerk(),
                        null,
                        agenda(typed.agenda()),
                        List.copyOf(state.seats().values()),
                        state.rules(),
                        Map.of()),
                "convene:" + key,
                said);
        return id;
    }

    /** One item a line; lines without a number of their own are numbered. */
    static List<AgendaItem> agenda(String text) {
        var items = new ArrayList<AgendaItem>();
        for (var line :
                text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            var match = NUMBERED.matcher(line);
            if (match.matches()) {
                items.add(new AgendaItem(
                        new ItemNumber(Objects.requireNonNull(match.group(1))),
                        Objects.requireNonNull(match.group(2)),
                        null));
            } else {
                items.add(new AgendaItem(new ItemNumber(Integer.toString(items.size() + 1)), line, null));
            }
        }
        return items;
    }

    private static final java.util.regex.Pattern NUMBERED =
            java.util.regex.Pattern.compile("(\\d+(?:/\\w+)?)[.)]\\s+(.+)");

    private void give(org.plenum.command.Command command, String key, Said said) throws Wrong {
        var named = UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var trouble = desk.trouble(desk.give(command, When.NOT_STATED, named.toString()), said);
        if (trouble != null) {
            throw new Wrong(trouble);
        }
    }

    /** What was typed cannot be taken, and why. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;
        private final String sentence;

        Wrong(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }
}

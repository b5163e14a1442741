package org.plenum.web.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenum.command.AssemblyCommand.FoundAssembly;
import org.plenum.command.Command;
import org.plenum.command.SessionCommand.ConveneSession;
import org.plenum.json.Presets;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SessionStage;
import org.plenum.vocabulary.When;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.Permissions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where a session is started: for an assembly that exists, or for one that is founded with it. */
@Controller
class StartPages {
    /** What was typed, to be shown again where something is wrong with it. */
    record Typed(
            @Nullable String assembly,
            @Nullable String name,
            @Nullable String roll,
            @Nullable String preset,
            @Nullable String title,
            @Nullable String date,
            @Nullable String scheduled,
            @Nullable String place,
            @Nullable String president,
            @Nullable String clerk,
            @Nullable String call,
            @Nullable String secondCallOf,
            @Nullable String zone,
            @Nullable String agenda) {
        Typed withRoll(String text) {
            return with(assembly, text);
        }

        Typed withAssembly(AssemblyId founded) {
            return with(founded.value(), "");
        }

        private Typed with(@Nullable String body, @Nullable String text) {
            return new Typed(
                    body,
                    name,
                    text,
                    preset,
                    title,
                    date,
                    scheduled,
                    place,
                    president,
                    clerk,
                    call,
                    secondCallOf,
                    zone,
                    agenda);
        }
    }

    /** A session that a further call may repeat. */
    record Earlier(String id, String words) {}

    private static final String ZONE = "Europe/Rome";
    private static final int MOST_EARLIER = 50;
    private static final int MOST_NAMES = 200;
    private static final Pattern NUMBERED = Pattern.compile("(\\d+(?:/\\w+)?)[.)]\\s+(.+)");
    private static final Pattern OF_KIND = Pattern.compile("(.+?)\\s*\\[([^\\[\\]]+)]");

    /** Kinds of items that rules speak of, as people write them. */
    private static final Map<String, String> KINDS = Map.of(
            "bilancio",
            "budget",
            "budget",
            "budget",
            "procedurale",
            RulesOfProcedure.PROCEDURAL,
            "procedural",
            RulesOfProcedure.PROCEDURAL);

    private final Rooms rooms;
    private final PageDesk desk;
    private final CurrentPerson people;

    StartPages(Rooms rooms, PageDesk desk, CurrentPerson people) {
        this.rooms = rooms;
        this.desk = desk;
        this.people = people;
    }

    @GetMapping("/start")
    String page(
            @RequestParam @Nullable String assembly,
            @RequestParam @Nullable String repeat,
            Locale locale,
            Model model) {
        if (!Permissions.mayEver(people.ofPage(), ConveneSession.class)) {
            return "redirect:/sign-in?back=/start&refused=true";
        }
        var said = desk.said(locale);
        var repeated = repeat == null
                ? null
                : rooms.look(new SessionId(repeat), people.ofPage(), room -> again(room, said))
                        .orElse(null);
        fill(model, said, repeated == null ? fresh(assembly, said) : repeated);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "start";
    }

    private Typed fresh(@Nullable String assembly, Said said) {
        var assemblies = rooms.assemblies();
        var chosen = assembly != null
                ? assembly
                : assemblies.isEmpty() ? "" : assemblies.getFirst().id();
        var today = LocalDate.now(ZoneId.of(ZONE));
        return new Typed(
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
                "1",
                "",
                ZONE,
                said.say("start.agenda.example"));
    }

    /** The next call of a session: the same assembly, the same items. */
    private static Typed again(Room room, Said said) {
        var convened = room.state().convened();
        var president = convened.president();
        var seat = president == null ? null : room.state().roll().get(president);
        return new Typed(
                convened.assembly().value(),
                "",
                "",
                "",
                said.say("start.title.call", convened.title(), convened.call() + 1),
                LocalDate.now(convened.zone()).toString(),
                "",
                Objects.requireNonNullElse(convened.place(), ""),
                seat == null ? "" : seat.name(),
                Objects.requireNonNullElse(convened.clerk(), ""),
                Integer.toString(convened.call() + 1),
                convened.session().value(),
                convened.zone().getId(),
                String.join(
                        "\n",
                        room.state().agenda().stream()
                                .map(item -> item.number() + ". " + item.title()
                                        + (item.kind() == null ? "" : " [" + item.kind() + "]"))
                                .toList()));
    }

    private void fill(Model model, Said said, Typed typed) {
        model.addAttribute("typed", typed);
        model.addAttribute("assemblies", rooms.assemblies());
        model.addAttribute("presets", AssemblyPages.presets(said));
        model.addAttribute(
                "zones", ZoneId.getAvailableZoneIds().stream().sorted().toList());
        model.addAttribute(
                "earlier",
                rooms.all(people.ofPage()).stream()
                        .limit(MOST_EARLIER)
                        .map(line -> new Earlier(
                                line.id(),
                                line.title() + " · " + said.day(line.date())
                                        + (line.stage() == SessionStage.DESERTED
                                                ? " · " + said.word("stage", line.stage())
                                                : "")))
                        .toList());
        var chosen = typed.assembly();
        model.addAttribute(
                "names",
                chosen == null || chosen.isEmpty()
                        ? List.of()
                        : rooms.assembly(new AssemblyId(chosen)).seats().values().stream()
                                .limit(MOST_NAMES)
                                .map(Seat::name)
                                .toList());
    }

    @PostMapping("/start")
    String start(
            @ModelAttribute Typed form,
            @RequestParam @Nullable MultipartFile file,
            @RequestParam String key,
            Locale locale,
            Model model)
            throws IOException {
        var typed = form.withRoll(AssemblyPages.rollOf(text(form.roll()), file));
        var said = desk.said(locale);
        model.addAttribute("key", key);
        try {
            if (text(typed.assembly()).isEmpty()) {
                // What is founded stays founded, also where the session is refused: then it is chosen on the page.
                typed = typed.withAssembly(found(typed, key, said));
                model.addAttribute("done", said.say("start.founded"));
            }
            var session = convene(new AssemblyId(text(typed.assembly())), typed, key, said);
            return "redirect:/sessions/" + session.value() + "/president";
        } catch (Malformed malformed) {
            model.addAttribute("trouble", desk.sentence(malformed, said));
        } catch (DateTimeException notADate) {
            model.addAttribute("trouble", said.say("start.date.wrong"));
        } catch (Wrong wrong) {
            if (wrong.faults.isEmpty()) {
                model.addAttribute("trouble", wrong.sentence);
            } else {
                model.addAttribute("faults", wrong.faults);
            }
        }
        fill(model, said, typed);
        return "start";
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static @Nullable String orNull(@Nullable String typed) {
        return text(typed).isEmpty() ? null : text(typed);
    }

    private AssemblyId found(Typed typed, String key, Said said) throws Wrong {
        var read = RollText.read(text(typed.roll()));
        if (!read.faults().isEmpty()) {
            throw new Wrong("", AssemblyPages.faults(read, said));
        }
        var name = text(typed.name());
        var id = new AssemblyId(
                Slugs.of(name, rooms.assemblies().stream().map(AssemblyLine::id).toList()));
        var preset = text(typed.preset());
        var rules = preset.isEmpty() ? null : Presets.named(preset).rules();
        give(new FoundAssembly(id, name, read.seats(), rules), "found:" + key, said);
        return id;
    }

    private SessionId convene(AssemblyId assembly, Typed typed, String key, Said said) throws Wrong {
        var state = rooms.assembly(assembly);
        var date = LocalDate.parse(text(typed.date()));
        var id = new SessionId(Slugs.of(
                assembly.value() + "-" + date,
                rooms.all(people.ofPage()).stream().map(SessionLine::id).toList()));
        var scheduled = orNull(typed.scheduled());
        var earlier = orNull(typed.secondCallOf());
        give(
                new ConveneSession(
                        id,
                        assembly,
                        state.isFounded() ? state.name() : text(typed.name()),
                        text(typed.title()),
                        date,
                        ZoneId.of(orNull(typed.zone()) == null ? ZONE : text(typed.zone())),
                        Provenance.LIVE,
                        call(typed, said),
                        earlier == null ? null : new SessionId(earlier),
                        orNull(typed.place()),
                        scheduled == null ? null : LocalTime.parse(scheduled),
                        president(text(typed.president()), state.seats().values(), said),
                        orNull(typed.clerk()),
                        null,
                        agenda(text(typed.agenda())),
                        List.copyOf(state.seats().values()),
                        state.rules(),
                        Map.of()),
                "convene:" + key,
                said);
        return id;
    }

    private static int call(Typed typed, Said said) throws Wrong {
        var call = text(typed.call());
        if (call.isEmpty()) {
            return 1;
        }
        if (!call.matches("[1-9][0-9]?")) {
            throw new Wrong(said.say("rules.call.wrong"), List.of());
        }
        return Integer.parseInt(call);
    }

    /** The seat that presides, as people name it: the body, or the person who acts for it. */
    private static @Nullable SeatId president(String typed, Collection<Seat> seats, Said said) throws Wrong {
        if (typed.isEmpty()) {
            return null;
        }
        for (var seat : seats) {
            var delegate = seat.delegate();
            if (seat.name().equalsIgnoreCase(typed)
                    || SeatNames.shortened(seat.name()).equalsIgnoreCase(typed)
                    || seat.id().value().equalsIgnoreCase(typed)
                    || (delegate != null && delegate.name().equalsIgnoreCase(typed))) {
                return seat.id();
            }
        }
        throw new Wrong(said.say("start.president.unknown", typed), List.of());
    }

    /** One item a line; lines without a number of their own are numbered, and a kind may stand in brackets at the end. */
    static List<AgendaItem> agenda(String text) {
        var items = new ArrayList<AgendaItem>();
        for (var line :
                text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            var match = NUMBERED.matcher(line);
            var own = match.matches();
            var number = own ? Objects.requireNonNull(match.group(1)) : Integer.toString(items.size() + 1);
            var title = own ? Objects.requireNonNull(match.group(2)) : line;
            var kinded = OF_KIND.matcher(title);
            var kind = kinded.matches()
                    ? KINDS.get(Objects.requireNonNull(kinded.group(2)).strip().toLowerCase(Locale.ROOT))
                    : null;
            items.add(new AgendaItem(
                    new ItemNumber(number), kind == null ? title : Objects.requireNonNull(kinded.group(1)), kind));
        }
        return items;
    }

    private void give(Command command, String key, Said said) throws Wrong {
        var named = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        var trouble = desk.trouble(desk.give(command, When.NOT_STATED, named.toString()), said);
        if (trouble != null) {
            throw new Wrong(trouble, List.of());
        }
    }

    /** What was typed cannot be taken, and why: one sentence, or the roll's faults by line. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;
        private final String sentence;
        private final transient List<String> faults;

        Wrong(String sentence, List<String> faults) {
            super(sentence);
            this.sentence = sentence;
            this.faults = faults;
        }
    }
}

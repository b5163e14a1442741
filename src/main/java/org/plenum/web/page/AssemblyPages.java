package org.plenum.web.page;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenum.command.AssemblyCommand.AddSeats;
import org.plenum.command.AssemblyCommand.AdoptRules;
import org.plenum.command.AssemblyCommand.ChangeSeat;
import org.plenum.command.AssemblyCommand.FoundAssembly;
import org.plenum.command.AssemblyCommand.RemoveSeat;
import org.plenum.command.Command;
import org.plenum.decision.AssemblyState;
import org.plenum.json.Presets;
import org.plenum.json.RulesJson;
import org.plenum.projection.wording.RulesSentences;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.When;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.Permissions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Standing bodies: their rolls, and the rules by which they count, told in sentences and tried before they are adopted. */
@Controller
@RequestMapping("/assemblies")
class AssemblyPages {
    /** A seat as the roll shows it. */
    record SeatLine(
            String id,
            String number,
            String name,
            @Nullable String delegate,
            @Nullable String role,
            String weight,
            @Nullable String population,
            @Nullable String office,
            boolean votes) {}

    /** A sentence about the rules, whether it can stand back as usual, and whether the rules in force say otherwise. */
    record RuleLine(String words, boolean usual, boolean changed) {}

    /** A preset to begin with. */
    record PresetLine(String name, String title, String about, List<String> sources) {}

    private static final int MOST_ON_A_PAGE = 500;

    private final Rooms rooms;
    private final PageDesk desk;
    private final CurrentPerson people;

    AssemblyPages(Rooms rooms, PageDesk desk, CurrentPerson people) {
        this.rooms = rooms;
        this.desk = desk;
        this.people = people;
    }

    private boolean may(Class<? extends Command> command) {
        return Permissions.mayEver(people.ofPage(), command);
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("assemblies", rooms.assemblies());
        model.addAttribute("mayFound", may(FoundAssembly.class));
        return "assemblies";
    }

    // ---- founding

    @GetMapping("/new")
    String blank(Locale locale, Model model) {
        if (!may(FoundAssembly.class)) {
            return "redirect:/sign-in?back=/assemblies/new&refused=true";
        }
        founding(model, "", "", "assembly-of-mayors", UUID.randomUUID().toString(), desk.said(locale));
        return "assembly-new";
    }

    private static void founding(Model model, String name, String roll, String preset, String key, Said said) {
        model.addAttribute("name", name);
        model.addAttribute("roll", roll);
        model.addAttribute("preset", preset);
        model.addAttribute("key", key);
        model.addAttribute("presets", presets(said));
    }

    @PostMapping
    String found(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String roll,
            @RequestParam @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String preset,
            @RequestParam String key,
            Locale locale,
            Model model)
            throws IOException {
        var said = desk.said(locale);
        var text = rollOf(roll, file);
        founding(model, name, text, preset, key, said);
        var read = RollText.read(text);
        if (!read.faults().isEmpty()) {
            model.addAttribute("faults", faults(read, said));
            return "assembly-new";
        }
        try {
            var id = new AssemblyId(Slugs.of(
                    name, rooms.assemblies().stream().map(AssemblyLine::id).toList()));
            var rules = preset.isEmpty() ? null : Presets.named(preset).rules();
            var trouble = desk.trouble(
                    desk.give(new FoundAssembly(id, name, read.seats(), rules), When.NOT_STATED, key), said);
            if (trouble == null) {
                return "redirect:/assemblies/" + id.value();
            }
            model.addAttribute("trouble", trouble);
        } catch (Malformed malformed) {
            model.addAttribute("trouble", desk.sentence(malformed, said));
        }
        return "assembly-new";
    }

    /** What was pasted, or else what the file says. */
    static String rollOf(String pasted, @Nullable MultipartFile file) throws IOException {
        return pasted.isBlank() && file != null && !file.isEmpty() ? RollText.decoded(file.getBytes()) : pasted;
    }

    /** What is wrong with a roll, by line. */
    static List<String> faults(RollText.Read read, Said said) {
        return read.faults().stream()
                .map(fault -> said.say("roll.fault." + fault.what(), fault.line(), fault.value()))
                .toList();
    }

    /** Rules to begin with. */
    static List<PresetLine> presets(Said said) {
        return Presets.all().values().stream()
                .map(preset -> new PresetLine(
                        preset.name(), said.of(preset.title()), said.of(preset.about()), preset.sources()))
                .toList();
    }

    // ---- one assembly

    private AssemblyState state(String assembly) {
        var state = rooms.assembly(new AssemblyId(assembly));
        if (!state.isFounded()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return state;
    }

    @GetMapping("/{assembly}")
    String page(@PathVariable String assembly, @RequestParam @Nullable String seat, Locale locale, Model model) {
        var said = desk.said(locale);
        var state = state(assembly);
        show(assembly, state, said, model);
        if (seat != null) {
            var found = state.seats().get(new SeatId(seat));
            if (found != null) {
                model.addAttribute("one", line(found, said));
            }
        }
        return "assembly";
    }

    private void show(String assembly, AssemblyState state, Said said, Model model) {
        var rules = state.rules();
        model.addAttribute("assembly", assembly);
        model.addAttribute("name", state.name());
        model.addAttribute("count", state.seats().size());
        model.addAttribute(
                "seats",
                state.seats().values().stream()
                        .limit(MOST_ON_A_PAGE)
                        .map(each -> line(each, said))
                        .toList());
        model.addAttribute("weighted", weighted(state.seats().values()));
        model.addAttribute(
                "totalWeight",
                said.number(state.seats().values().stream()
                        .filter(Seat::votes)
                        .map(Seat::weight)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
        model.addAttribute("peopled", state.seats().values().stream().anyMatch(each -> each.population() != null));
        model.addAttribute("lines", lines(rules == null ? RulesOfProcedure.defaults() : rules, rules, said));
        model.addAttribute("stated", rules != null);
        model.addAttribute(
                "sessions",
                rooms.all(people.ofPage()).stream()
                        .filter(line -> line.assembly().equals(assembly))
                        .toList());
        model.addAttribute("said", said);
        model.addAttribute("mayChange", may(ChangeSeat.class));
    }

    private static boolean weighted(java.util.Collection<Seat> seats) {
        return seats.stream().anyMatch(seat -> seat.weight().compareTo(BigDecimal.ONE) != 0);
    }

    private static SeatLine line(Seat seat, Said said) {
        var delegate = seat.delegate();
        return new SeatLine(
                seat.id().value(),
                seat.number() == null ? "" : seat.number().toString(),
                seat.name(),
                delegate == null ? null : delegate.name(),
                delegate == null ? null : delegate.role(),
                said.number(seat.weight()),
                seat.population() == null ? null : said.number(BigDecimal.valueOf(seat.population())),
                seat.office(),
                seat.votes());
    }

    private String give(Command command, @Nullable String key, String assembly, Said said, RedirectAttributes flash) {
        var trouble = desk.trouble(desk.give(command, When.NOT_STATED, key), said);
        if (trouble == null) {
            flash.addFlashAttribute("done", said.say("assembly.done"));
        } else {
            flash.addFlashAttribute("trouble", trouble);
        }
        return "redirect:/assemblies/" + assembly;
    }

    @PostMapping("/{assembly}/seats")
    String add(
            @PathVariable String assembly,
            @RequestParam(defaultValue = "") String roll,
            @RequestParam @Nullable MultipartFile file,
            @RequestParam @Nullable String key,
            Locale locale,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        var said = desk.said(locale);
        var state = state(assembly);
        var text = rollOf(roll, file);
        var read = RollText.read(
                text, state.seats().keySet().stream().map(SeatId::value).toList());
        if (read.faults().isEmpty()) {
            return give(new AddSeats(new AssemblyId(assembly), read.seats()), key, assembly, said, flash);
        }
        show(assembly, state, said, model);
        model.addAttribute("faults", faults(read, said));
        model.addAttribute("roll", text);
        return "assembly";
    }

    @PostMapping("/{assembly}/seats/{seat}")
    String change(
            @PathVariable String assembly,
            @PathVariable String seat,
            @RequestParam Map<String, String> fields,
            Locale locale,
            Model model,
            RedirectAttributes flash) {
        var said = desk.said(locale);
        var typed = new RuleForm.Typed(fields);
        var now = state(assembly).seats().get(new SeatId(seat));
        if (now == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            var changed = seat(now, typed);
            return give(new ChangeSeat(new AssemblyId(assembly), changed), fields.get("key"), assembly, said, flash);
        } catch (Malformed malformed) {
            model.addAttribute("trouble", desk.sentence(malformed, said));
        } catch (NumberFormatException notANumber) {
            model.addAttribute("trouble", said.say("seat.number.wrong"));
        }
        show(assembly, state(assembly), said, model);
        model.addAttribute(
                "one",
                new SeatLine(
                        seat,
                        typed.of("number"),
                        typed.of("name"),
                        typed.of("delegate"),
                        typed.of("role"),
                        typed.of("weight"),
                        typed.of("population"),
                        typed.of("office"),
                        typed.ticked("votes")));
        return "assembly";
    }

    private static Seat seat(Seat now, RuleForm.Typed typed) {
        var delegate = typed.of("delegate").strip();
        var role = typed.of("role").strip();
        var population = typed.of("population").strip();
        var number = typed.of("number").strip();
        var office = typed.of("office").strip();
        var before = now.delegate();
        return new Seat(
                now.id(),
                typed.of("name"),
                number.isEmpty() ? null : Integer.valueOf(number),
                RollText.decimal(typed.or("weight", "1").strip()),
                population.isEmpty() ? null : RollText.whole(population),
                office.isEmpty() ? null : office,
                typed.ticked("votes"),
                delegate.isEmpty()
                        ? null
                        : new Delegate(
                                delegate,
                                role.isEmpty() ? null : role,
                                before != null && before.name().equals(delegate) ? before.credential() : null));
    }

    @PostMapping("/{assembly}/seats/{seat}/removal")
    String remove(
            @PathVariable String assembly,
            @PathVariable String seat,
            @RequestParam @Nullable String key,
            Locale locale,
            RedirectAttributes flash) {
        state(assembly);
        return give(
                new RemoveSeat(new AssemblyId(assembly), new SeatId(seat)), key, assembly, desk.said(locale), flash);
    }

    // ---- rules

    /** The rules in sentences, marked where those in force say something else. */
    static List<RuleLine> lines(RulesOfProcedure rules, @Nullable RulesOfProcedure inForce, Said said) {
        var before = new HashSet<Bilingual>();
        RulesSentences.of(inForce == null ? RulesOfProcedure.defaults() : inForce)
                .forEach(line -> before.add(line.sentence()));
        return RulesSentences.of(rules).stream()
                .map(line -> new RuleLine(
                        said.of(line.sentence()), line.usual() && !line.main(), !before.contains(line.sentence())))
                .toList();
    }

    @GetMapping("/{assembly}/rules")
    String rules(@PathVariable String assembly, @RequestParam @Nullable String preset, Locale locale, Model model) {
        var said = desk.said(locale);
        var state = state(assembly);
        var inForce = Objects.requireNonNullElse(state.rules(), RulesOfProcedure.defaults());
        var begin = preset == null || !Presets.names().contains(preset)
                ? inForce
                : Presets.named(preset).rules();
        showRules(assembly, state, RulesForm.of(begin), new RuleForm.Typed(Map.of()), said, model);
        return "rules";
    }

    private void showRules(
            String assembly, AssemblyState state, RulesForm form, RuleForm.Typed typed, Said said, Model model) {
        var checked = form.checked(desk, said);
        var inForce = state.rules();
        var draft = draft(checked);
        var trial = new TrialForm(state.seats().values(), typed);
        model.addAttribute("assembly", assembly);
        model.addAttribute("name", state.name());
        model.addAttribute("form", checked);
        model.addAttribute("presets", presets(said));
        model.addAttribute(
                "offices",
                state.seats().values().stream()
                        .map(Seat::office)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        model.addAttribute("draft", draft == null ? null : lines(draft, inForce, said));
        model.addAttribute("shown", draft == null ? "" : fingerprint(draft));
        model.addAttribute("same", draft != null && draft.equals(inForce));
        model.addAttribute("mayAdopt", may(AdoptRules.class));
        model.addAttribute("key", typed.or("key", UUID.randomUUID().toString()));
        model.addAttribute("bySeat", trial.isBySeat());
        model.addAttribute("trial", trial.lines(said));
        model.addAttribute("typed", typed);
        model.addAttribute("chairs", chairs(state));
        model.addAttribute("count", state.seats().size());
    }

    private static List<Map.Entry<String, String>> chairs(AssemblyState state) {
        return state.seats().values().stream()
                .filter(Seat::votes)
                .limit(MOST_ON_A_PAGE)
                .map(seat -> Map.entry(seat.id().value(), seat.name()))
                .toList();
    }

    private static @Nullable RulesOfProcedure draft(RulesForm form) {
        if (!form.troubles().isEmpty()) {
            return null;
        }
        try {
            return form.rules();
        } catch (Malformed wrong) {
            return null;
        }
    }

    /** What tells whether the sentences that somebody saw are of these rules. */
    private static String fingerprint(RulesOfProcedure rules) {
        return UUID.nameUUIDFromBytes(
                        RulesJson.write(rules).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    @PostMapping("/{assembly}/rules")
    String changeRules(
            @PathVariable String assembly,
            @RequestParam(defaultValue = "") String act,
            @RequestParam Map<String, String> fields,
            Locale locale,
            Model model,
            RedirectAttributes flash) {
        var said = desk.said(locale);
        var state = state(assembly);
        var typed = new RuleForm.Typed(fields);
        var form = RulesForm.typed(typed).after(act);
        var draft = draft(form.checked(desk, said));
        if (act.equals("adopt") && draft != null) {
            if (fingerprint(draft).equals(typed.of("shown"))) {
                return give(new AdoptRules(new AssemblyId(assembly), draft), typed.of("key"), assembly, said, flash);
            }
            model.addAttribute("trouble", said.say("rules.read"));
        } else if (act.equals("adopt")) {
            model.addAttribute("trouble", said.say("rules.wrong"));
        }
        showRules(assembly, state, form, typed, said, model);
        if (act.equals("try") && draft != null) {
            model.addAttribute("result", new TrialForm(state.seats().values(), typed).count(draft, desk, said));
        }
        return "rules";
    }
}

package org.plenum.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.json.Preset.NamedMajority;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Malformed;

/** The presets that come with Plenum, read once from {@code /presets}. */
public final class Presets {
    private static final List<String> NAMES = List.of(
            "italian-municipal-council",
            "assembly-of-mayors",
            "simple-association",
            "condominium",
            "eu-council",
            "roberts-rules");

    private Presets() {}

    /** All presets, by name. */
    public static Map<String, Preset> all() {
        return Loaded.ALL;
    }

    /** The names of all presets. */
    public static Set<String> names() {
        return all().keySet();
    }

    /**
     * The preset of a name.
     *
     * @throws Malformed if there is none
     */
    public static Preset named(String name) {
        var preset = all().get(name);
        if (preset == null) {
            throw new Malformed(Malformed.Fault.WORD, "preset", name);
        }
        return preset;
    }

    /** Read when first asked for. */
    private static final class Loaded {
        static final Map<String, Preset> ALL = load();

        private static Map<String, Preset> load() {
            var presets = new LinkedHashMap<String, Preset>();
            NAMES.forEach(name -> presets.put(name, load(name)));
            return Collections.unmodifiableMap(presets);
        }

        private static Preset load(String name) {
            try (var file = Presets.class.getResourceAsStream("/presets/" + name + ".json")) {
                if (file == null) {
                    throw new IllegalStateException("preset without a file: " + name);
                }
                return StrictObject.read(JsonText.json(file.readAllBytes()), data -> preset(name, data));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private static @Nullable Preset preset(String name, StrictObject data) {
        var title = data.required("title", Read.object(Presets::bilingual));
        var about = data.required("about", Read.object(Presets::bilingual));
        var sources = data.required("sources", Read.list(Read.TEXT));
        var rules = data.required("rules", RulesJson.RULES);
        var majorities = data.list("majorities", Read.object(Presets::majority));
        return title == null || about == null || sources == null || rules == null
                ? null
                : new Preset(name, title, about, sources, rules, majorities);
    }

    private static @Nullable NamedMajority majority(StrictObject data) {
        var name = data.text("name");
        var title = data.required("title", Read.object(Presets::bilingual));
        var source = data.text("source");
        var rule = data.required("rule", RulesJson.MAJORITY);
        return name == null || title == null || source == null || rule == null
                ? null
                : new NamedMajority(name, title, source, rule);
    }

    private static @Nullable Bilingual bilingual(StrictObject data) {
        var it = data.text("it");
        var en = data.text("en");
        return it == null || en == null ? null : new Bilingual(it, en);
    }
}

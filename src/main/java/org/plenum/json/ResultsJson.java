package org.plenum.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Tally;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The data form of what was counted, as reports show it. */
public final class ResultsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The stances, by the words that stand for them: {@code for}, {@code against}, {@code abstain}, {@code blank}, {@code void}. */
    public static final Map<String, Choice.Stance> STANCES = stances();

    private ResultsJson() {}

    /** Each part of a count under its word, or null. */
    public static JsonNode tally(@Nullable Tally tally) {
        if (tally == null) {
            return NODES.nullNode();
        }
        var data = NODES.objectNode();
        data.put("for", tally.inFavour());
        data.put("against", tally.against());
        data.put("abstain", tally.abstain());
        data.put("blank", tally.blank());
        data.put("void", tally.invalid());
        data.put("declined", tally.declined());
        data.put("didNotVote", tally.didNotVote());
        return data;
    }

    /** An exact number, or null. */
    public static JsonNode number(@Nullable BigDecimal number) {
        return number == null ? NODES.nullNode() : NODES.numberNode(number);
    }

    /** {@code carried}, {@code rejected}, {@code no-quorum}, {@code undetermined}, or null. */
    public static JsonNode outcome(@Nullable Outcome outcome) {
        return outcome == null
                ? NODES.nullNode()
                : NODES.stringNode(outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** A sentence in both languages. */
    public static JsonNode sentence(Bilingual sentence) {
        return NODES.objectNode().put("it", sentence.it()).put("en", sentence.en());
    }

    private static Map<String, Choice.Stance> stances() {
        var words = new LinkedHashMap<String, Choice.Stance>();
        for (var stance : Choice.Stance.values()) {
            words.put(stance.name().toLowerCase(Locale.ROOT), stance);
        }
        return words;
    }
}

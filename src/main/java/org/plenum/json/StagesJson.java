package org.plenum.json;

import java.time.DateTimeException;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Stages;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The data form of a majority that is reached in stages: {@code {"outright": rule, "each": rule, "times": 2, "within":
 * "P30D", "apart": "P3M"}}. Terms are calendar periods of ISO 8601; what is left out does not matter.
 */
public final class StagesJson {
    /** A majority that is reached in stages. */
    public static final Reader<Stages> STAGES = Read.object(StagesJson::stages);

    private StagesJson() {}

    private static @Nullable Stages stages(StrictObject data) {
        var outright = data.optional("outright", RulesJson.MAJORITY);
        var each = data.required("each", RulesJson.MAJORITY);
        var times = data.required("times", Read.number(1, Stages.MOST_TIMES));
        var within = data.optional("within", Read.text(text -> term("within", text)));
        var apart = data.optional("apart", Read.text(text -> term("apart", text)));
        if (each == null || times == null) {
            return null;
        }
        try {
            return new Stages(outright, each, times, within, apart);
        } catch (Malformed refused) {
            data.place().faults().add(data.place().pointer() + refused.what(), refused);
            return null;
        }
    }

    /**
     * Reads a term: a calendar period.
     *
     * @throws Malformed if it is not written as one
     */
    public static Period term(String what, String text) {
        try {
            return Period.parse(text);
        } catch (DateTimeException unreadable) {
            var refused = new Malformed(Malformed.Fault.TIME, what, text);
            refused.initCause(unreadable);
            throw refused;
        }
    }

    /** Writes them, with what does not matter left out. */
    public static ObjectNode write(Stages stages) {
        var data = JsonNodeFactory.instance.objectNode();
        if (stages.outright() != null) {
            data.set("outright", RulesJson.write(stages.outright()));
        }
        data.set("each", RulesJson.write(stages.each()));
        data.put("times", stages.times());
        if (stages.within() != null) {
            data.put("within", stages.within().toString());
        }
        if (stages.apart() != null) {
            data.put("apart", stages.apart().toString());
        }
        return data;
    }
}

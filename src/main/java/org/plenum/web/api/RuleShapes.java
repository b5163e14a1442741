package org.plenum.web.api;

import java.util.List;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.Words;
import tools.jackson.databind.node.ObjectNode;

/** What rules of procedure look like. They are read elsewhere; a test holds the two together. */
final class RuleShapes {
    /** One rule. */
    static final Shape.Named RULE = new Shape.Named("Rule", RuleShapes::rule, List.of());

    /** All rules of an assembly; any part may be left out. */
    static final Shape.Named RULES = new Shape.Named("RulesOfProcedure", RuleShapes::rules, List.of(RULE));

    private RuleShapes() {}

    private static void rule(ObjectNode schema) {
        schema.put("description", "what a vote needs to be carried, or a session to deliberate");
        var forms = schema.putArray("oneOf");
        var share = closedObject(forms.addObject());
        share.putArray("required").add("base").add("threshold").add("test");
        var fields = share.putObject("properties");
        words(fields.putObject("base"), Rule.Base.values(), false);
        fields.putObject("threshold")
                .put("type", "string")
                .put("description", "an exact fraction: 1/2, 0.55")
                .put("pattern", "^([0-9]{1,10}(/[0-9]{1,10})?|[0-9]{1,3}\\.[0-9]{1,9})$");
        words(fields.putObject("test"), Rule.Test.values(), true);
        words(fields.putObject("by"), Measure.values(), true).put("default", "heads");
        clause(forms.addObject(), "fixed").put("type", "integer").put("minimum", 0);
        clause(forms.addObject(), "moreForThanAgainst").put("const", true);
        for (var composed : List.of("all", "any")) {
            var list = clause(forms.addObject(), composed);
            list.put("type", "array").put("minItems", 1).put("maxItems", Rule.MOST);
            reference(list.putObject("items"));
        }
        clause(forms.addObject(), "fewerNotFor").put("type", "integer").put("minimum", 1);
    }

    private static void rules(ObjectNode schema) {
        closedObject(schema).put("description", "how an assembly counts; a part left out has its default");
        var fields = schema.putObject("properties");
        calls(fields.putObject("quorum"));
        calls(fields.putObject("quorumByKind").put("type", "object").putObject("additionalProperties"));
        var offices = closedObject(fields.putObject("offices")).putObject("properties");
        names(offices.putObject("outOfBase"));
        names(offices.putObject("outOfPresence"));
        var counts = closedObject(fields.putObject("quorumCounts")).putObject("properties");
        for (var who : List.of("remote", "proxied", "recused", "declined")) {
            flag(counts.putObject(who));
        }
        words(fields.putObject("quorumMeasured"), RulesOfProcedure.QuorumMeasured.values(), true);
        flag(fields.putObject("proceduralExempt"));
        fields.putObject("grace").put("type", "string").put("format", "duration");
        reference(fields.putObject("majority"));
        for (var setting : List.of("blankAndVoidCount", "castingVote", "ballotChange", "newcomersVote", "remote")) {
            flag(fields.putObject(setting));
        }
        fields.putObject("proxiesPerHolder").put("type", "integer").put("minimum", 0);
        flag(fields.putObject("onePersonManySeats"));
        flag(fields.putObject("recusedLeave"));
        words(fields.putObject("runningChoices"), RulesOfProcedure.RunningChoices.values(), true);
        names(fields.putObject("twoPersons"));
    }

    private static void calls(ObjectNode schema) {
        schema.put("type", "object").put("description", "by call: 1, 2 …");
        reference(schema.putObject("additionalProperties"));
    }

    private static void names(ObjectNode schema) {
        schema.put("type", "array").putObject("items").put("type", "string");
    }

    private static void flag(ObjectNode schema) {
        schema.put("type", "boolean");
    }

    private static ObjectNode clause(ObjectNode form, String field) {
        closedObject(form).putArray("required").add(field);
        return form.putObject("properties").putObject(field);
    }

    private static ObjectNode closedObject(ObjectNode schema) {
        return schema.put("type", "object").put("additionalProperties", false);
    }

    private static void reference(ObjectNode schema) {
        schema.put("$ref", Schemas.REFERENCE + RULE.name());
    }

    private static ObjectNode words(ObjectNode schema, Enum<?>[] constants, boolean asWords) {
        var list = schema.put("type", "string").putArray("enum");
        for (var constant : constants) {
            list.add(asWords ? Words.of(constant) : constant.name());
        }
        return schema;
    }
}

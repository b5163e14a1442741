package org.plenum.json;

import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Rules within other values, in the one form that {@link RulesJson} gives them. */
final class RuleJson {
    private RuleJson() {}

    static final class RuleWriter extends StdSerializer<Rule> {
        RuleWriter() {
            super(Rule.class);
        }

        @Override
        public void serialize(Rule rule, JsonGenerator json, SerializationContext context) {
            json.writeTree(RulesJson.write(rule));
        }
    }

    static final class RuleReader extends StdDeserializer<Rule> {
        RuleReader() {
            super(Rule.class);
        }

        @Override
        public Rule deserialize(JsonParser json, DeserializationContext context) {
            return RulesJson.readMajority(context.readTree(json));
        }
    }

    static final class RulesWriter extends StdSerializer<RulesOfProcedure> {
        RulesWriter() {
            super(RulesOfProcedure.class);
        }

        @Override
        public void serialize(RulesOfProcedure rules, JsonGenerator json, SerializationContext context) {
            json.writeTree(RulesJson.write(rules));
        }
    }

    static final class RulesReader extends StdDeserializer<RulesOfProcedure> {
        RulesReader() {
            super(RulesOfProcedure.class);
        }

        @Override
        public RulesOfProcedure deserialize(JsonParser json, DeserializationContext context) {
            return RulesJson.read(context.readTree(json));
        }
    }
}

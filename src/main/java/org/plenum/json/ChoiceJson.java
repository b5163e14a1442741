package org.plenum.json;

import java.util.List;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Words;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** A choice: a stance is a word ("for"), preferences are an object that lists candidates. */
final class ChoiceJson {
    private ChoiceJson() {}

    private record Preferred(List<CandidateId> preferences) {}

    static final class Writer extends StdSerializer<Choice> {
        Writer() {
            super(Choice.class);
        }

        @Override
        public void serialize(Choice choice, JsonGenerator json, SerializationContext context) {
            switch (choice) {
                case Choice.Stance stance -> json.writeString(word(stance));
                case Choice.Preferences preferences -> json.writePOJO(new Preferred(preferences.candidates()));
            }
        }
    }

    static final class StanceWriter extends StdSerializer<Choice.Stance> {
        StanceWriter() {
            super(Choice.Stance.class);
        }

        @Override
        public void serialize(Choice.Stance stance, JsonGenerator json, SerializationContext context) {
            json.writeString(word(stance));
        }
    }

    static final class Reader extends StdDeserializer<Choice> {
        Reader() {
            super(Choice.class);
        }

        @Override
        public Choice deserialize(JsonParser json, DeserializationContext context) {
            if (json.hasToken(JsonToken.VALUE_STRING)) {
                return context.readValue(json, Choice.Stance.class);
            }
            return new Choice.Preferences(
                    context.readValue(json, Preferred.class).preferences());
        }
    }

    private static String word(Choice.Stance stance) {
        return Words.of((Enum<?>) stance);
    }
}

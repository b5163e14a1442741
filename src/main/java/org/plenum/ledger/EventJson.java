package org.plenum.ledger;

import org.plenum.json.VocabularyJson;
import org.plenum.vocabulary.FreeText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Events as JSON: the domain's words as everywhere, and free texts as commitments. */
final class EventJson {
    /** Under this attribute, reading and writing find the entry's {@link Disclosures}. */
    static final Object DISCLOSURES = Disclosures.class;

    static final JsonMapper MAPPER =
            VocabularyJson.mapper().addModule(freeTexts()).build();

    private EventJson() {}

    private static SimpleModule freeTexts() {
        return new SimpleModule("free texts")
                .addSerializer(FreeText.class, new Committing())
                .addDeserializer(FreeText.class, new Revealing());
    }

    private record Committed(String commitment) {}

    private static final class Committing extends StdSerializer<FreeText> {
        Committing() {
            super(FreeText.class);
        }

        @Override
        public void serialize(FreeText text, JsonGenerator json, SerializationContext context) {
            var disclosures = (Disclosures) context.getAttribute(DISCLOSURES);
            json.writeStartObject();
            json.writeStringProperty("commitment", disclosures.commit(text));
            json.writeEndObject();
        }
    }

    private static final class Revealing extends StdDeserializer<FreeText> {
        Revealing() {
            super(FreeText.class);
        }

        @Override
        public FreeText deserialize(JsonParser json, DeserializationContext context) {
            var committed = context.readValue(json, Committed.class);
            return ((Disclosures) context.getAttribute(DISCLOSURES)).reveal(committed.commitment());
        }
    }
}

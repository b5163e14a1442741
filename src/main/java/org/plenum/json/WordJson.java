package org.plenum.json;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Values that are one word in JSON: a string. */
final class WordJson {
    private WordJson() {}

    static final class Writer<T> extends StdSerializer<T> {
        private final Function<T, String> write;

        Writer(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(write.apply(value));
        }
    }

    static final class Reader<T> extends StdDeserializer<T> {
        private final Function<String, T> read;

        Reader(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(getValueType(context), json);
            }
            var text = json.getString();
            try {
                return read.apply(text);
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                return (T) context.handleInstantiationProblem(handledType(), text, e);
            }
        }
    }

    static final class KeyWriter<T> extends StdSerializer<T> {
        private final Function<T, String> write;

        KeyWriter(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeName(write.apply(value));
        }
    }

    static final class KeyReader<T> extends KeyDeserializer {
        private final Function<String, T> read;

        KeyReader(Function<String, T> read) {
            this.read = read;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return read.apply(key);
        }
    }
}

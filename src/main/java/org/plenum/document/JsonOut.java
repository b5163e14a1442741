package org.plenum.document;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON field by field, unknown values as null. One thread at a time may use it. */
final class JsonOut {
    /** Bytes of a usual answer; longer ones grow. */
    private static final int USUAL = 1 << 14;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonGenerator json;

    private JsonOut(JsonGenerator json) {
        this.json = json;
    }

    /** Writes one value as UTF-8; the stream stays open. */
    static void write(OutputStream to, Consumer<JsonOut> value) {
        try (var generator = MAPPER.createGenerator(new Unclosed(to))) {
            value.accept(new JsonOut(generator));
        }
    }

    /** One value as UTF-8. */
    static byte[] utf8(Consumer<JsonOut> value) {
        var bytes = new ByteArrayOutputStream(USUAL);
        write(bytes, value);
        return bytes.toByteArray();
    }

    JsonOut object(Runnable fields) {
        json.writeStartObject();
        fields.run();
        json.writeEndObject();
        return this;
    }

    JsonOut object(String name, Runnable fields) {
        json.writeName(name);
        return object(fields);
    }

    /** An object, or null where there is no value. */
    <T> JsonOut object(String name, @Nullable T value, Consumer<T> fields) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
            return this;
        }
        return object(() -> fields.accept(value));
    }

    <T> JsonOut list(Iterable<? extends T> values, Consumer<? super T> each) {
        json.writeStartArray();
        values.forEach(each);
        json.writeEndArray();
        return this;
    }

    /** A list, or null where there is no value. */
    <T> JsonOut list(String name, @Nullable Iterable<? extends T> values, Consumer<? super T> each) {
        json.writeName(name);
        if (values == null) {
            json.writeNull();
            return this;
        }
        return list(values, each);
    }

    /** The strings that values are written as, or null. */
    JsonOut words(String name, @Nullable Iterable<?> values) {
        return list(name, values, value -> json.writeString(value.toString()));
    }

    JsonOut text(String name, @Nullable Object value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
        return this;
    }

    JsonOut bool(String name, @Nullable Boolean value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeBoolean(value);
        }
        return this;
    }

    JsonOut number(String name, long value) {
        json.writeName(name);
        json.writeNumber(value);
        return this;
    }

    JsonOut number(String name, @Nullable Integer value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
        return this;
    }

    /** An exact number: a JSON number, or a string where readers that take numbers as doubles would lose digits. */
    JsonOut number(String name, @Nullable BigDecimal value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else if (value.scale() <= 0 && value.precision() - value.scale() <= 15) {
            json.writeNumber(value.longValueExact());
        } else if (BigDecimal.valueOf(value.doubleValue()).compareTo(value) == 0) {
            json.writeNumber(value.toPlainString());
        } else {
            json.writeString(value.toPlainString());
        }
        return this;
    }

    JsonOut sentence(String name, @Nullable Bilingual sentence) {
        return object(name, sentence, said -> {
            text("it", said.it());
            text("en", said.en());
        });
    }

    /** The fields of a tree, one by one. */
    JsonOut fields(JsonNode tree) {
        tree.properties().forEach(field -> {
            json.writeName(field.getKey());
            json.writeTree(field.getValue());
        });
        return this;
    }

    JsonOut tree(String name, JsonNode tree) {
        json.writeName(name);
        json.writeTree(tree);
        return this;
    }

    /** A stream that its user does not close. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream to) {
            super(to);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

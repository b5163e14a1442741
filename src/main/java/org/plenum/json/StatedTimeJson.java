package org.plenum.json;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.LocalPoint;
import org.plenum.vocabulary.StatedTime;
import org.plenum.vocabulary.TimeWords;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** A stated time: a point is a string like {@code 2024-11-13T17:51}, bounds are an object. */
final class StatedTimeJson {
    private StatedTimeJson() {}

    private record Bounds(
            @Nullable LocalPoint notBefore, @Nullable LocalPoint notAfter) {}

    static LocalPoint point(String written) {
        var words = TimeWords.parse("at", written);
        if (words.date() == null) {
            throw new IllegalArgumentException("a stated time has a date: " + written);
        }
        return words.resolve(LocalDate.EPOCH, null);
    }

    static final class Writer extends StdSerializer<StatedTime> {
        Writer() {
            super(StatedTime.class);
        }

        @Override
        public void serialize(StatedTime time, JsonGenerator json, SerializationContext context) {
            if (time.at() != null) {
                json.writeString(time.at().toString());
            } else {
                json.writePOJO(new Bounds(time.notBefore(), time.notAfter()));
            }
        }
    }

    static final class Reader extends StdDeserializer<StatedTime> {
        Reader() {
            super(StatedTime.class);
        }

        @Override
        public StatedTime deserialize(JsonParser json, DeserializationContext context) {
            if (json.hasToken(JsonToken.VALUE_STRING)) {
                return StatedTime.at(context.readValue(json, LocalPoint.class));
            }
            var bounds = context.readValue(json, Bounds.class);
            return new StatedTime(null, bounds.notBefore(), bounds.notAfter());
        }
    }
}

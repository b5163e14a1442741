package org.plenum.json;

import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** A participant: an object with either a seat or a name. */
final class ParticipantJson {
    private ParticipantJson() {}

    private record Either(@Nullable SeatId seat, @Nullable String name) {}

    static final class Writer extends StdSerializer<Participant> {
        Writer() {
            super(Participant.class);
        }

        @Override
        public void serialize(Participant participant, JsonGenerator json, SerializationContext context) {
            json.writePOJO(
                    switch (participant) {
                        case Participant.OfSeat ofSeat -> new Either(ofSeat.seat(), null);
                        case Participant.Named named -> new Either(null, named.name());
                    });
        }
    }

    static final class Reader extends StdDeserializer<Participant> {
        Reader() {
            super(Participant.class);
        }

        @Override
        public Participant deserialize(JsonParser json, DeserializationContext context) {
            var either = context.readValue(json, Either.class);
            if (either.seat() != null && either.name() == null) {
                return new Participant.OfSeat(either.seat());
            }
            if (either.name() != null && either.seat() == null) {
                return new Participant.Named(either.name());
            }
            return context.reportInputMismatch(this, "a participant is either a seat or a name");
        }
    }
}

package org.plenum.web.page;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;
import org.plenum.vocabulary.Words;

/**
 * Reads the fields of forms that may be left empty: null then, and where the form has no such field. Whatever is written
 * and can't be meant is {@link Malformed}.
 */
final class FormFields {
    private FormFields() {}

    private static <T> @Nullable T written(@Nullable String field, Function<String, T> reading) {
        return field == null || field.isBlank() ? null : reading.apply(field);
    }

    static @Nullable String word(@Nullable String field) {
        return written(field, word -> word);
    }

    static @Nullable FreeText text(@Nullable String field) {
        return written(field, FreeText::new);
    }

    static @Nullable SeatId seat(@Nullable String field) {
        return written(field, SeatId::new);
    }

    static @Nullable VoteId vote(@Nullable String field) {
        return written(field, VoteId::new);
    }

    static @Nullable ItemNumber item(@Nullable String field) {
        return written(field, ItemNumber::new);
    }

    static @Nullable Delegate delegate(@Nullable String field) {
        return written(field, Delegate::named);
    }

    static @Nullable Mode mode(@Nullable String field) {
        return written(field, word -> Words.read(Mode.class, "mode", word));
    }

    static @Nullable Participant participantIfAny(@Nullable String field) {
        return written(field, FormFields::participant);
    }

    /** Forms write a seat as {@code seat:albino} and a person as {@code name:Anna Neri}. */
    static Participant participant(String field) {
        return field.startsWith("seat:")
                ? new Participant.OfSeat(new SeatId(field.substring(5)))
                : new Participant.Named(field.startsWith("name:") ? field.substring(5) : field);
    }

    /** A day and an hour, as two fields state them; an hour alone says nothing. */
    static When time(@Nullable String day, @Nullable String hour) {
        if (day == null || day.isBlank()) {
            return When.NOT_STATED;
        }
        return When.at(day.strip() + "T" + (hour == null || hour.isBlank() ? "00:00" : hour.strip()));
    }
}

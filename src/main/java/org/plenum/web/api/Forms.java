package org.plenum.web.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.When;

/** Groups of fields that several forms ask for. */
final class Forms {
    private Forms() {}

    /** When the fact happened: a time, or bounds, or nothing. */
    static Supplier<When> when(Fields fields) {
        var at = fields.optional("at", Kinds.TIME_WORDS);
        var notBefore = fields.optional("notBefore", Kinds.TIME_WORDS);
        var notAfter = fields.optional("notAfter", Kinds.TIME_WORDS);
        fields.atMostOne("at", "notBefore");
        fields.atMostOne("at", "notAfter");
        return () -> new When(at.orNull(), notBefore.orNull(), notAfter.orNull());
    }

    /** Who acts for a seat, where somebody is named. */
    static Perhaps<Delegate> delegate(Fields fields) {
        var name = fields.optional("delegate", Kinds.name("delegate", "who acts for the seat"));
        var role = fields.optional("role", Kinds.ROLE);
        var credential = fields.optional("credential", Kinds.CREDENTIAL);
        fields.onlyWith("delegate", "role");
        fields.onlyWith("delegate", "credential");
        return () -> name.isGiven() ? new Delegate(name.get(), role.orNull(), credential.orNull()) : null;
    }

    /** All of a seat but its identifier. */
    static Function<SeatId, Seat> seat(Fields fields) {
        var name = fields.required("name", Kinds.name("seat name", "the seat's name: Comune di Albino"));
        var number = fields.optional("number", Kinds.SEAT_NUMBER);
        var weight = fields.optional("weight", Kinds.DECIMAL);
        var population = fields.optional("population", Kinds.POPULATION);
        var office = fields.optional("office", Kinds.name("office", "an office that rules speak of: mayor"));
        var votes = fields.optional("votes", Kinds.FLAG);
        var delegate = delegate(fields);
        return id -> new Seat(
                id,
                name.get(),
                number.orNull(),
                weight.or(BigDecimal.ONE),
                population.orNull(),
                office.orNull(),
                votes.or(true),
                delegate.get());
    }

    /** Somebody by seat or by name: exactly one of the two fields. */
    static Supplier<Participant> participant(Fields fields) {
        var seat = fields.optional("seat", Kinds.SEAT);
        var name = fields.optional("name", Kinds.PERSON);
        fields.exactlyOne("seat", "name");
        return () -> seat.isGiven() ? new Participant.OfSeat(seat.get()) : new Participant.Named(name.get());
    }

    /** A value that may be missing. */
    interface Perhaps<T> {
        /** The value, or null. */
        @Nullable T get();
    }

    /** What a field said, or nothing at all. */
    static <T> List<T> orNone(Given<List<T>> given) {
        return given.or(List.of());
    }
}

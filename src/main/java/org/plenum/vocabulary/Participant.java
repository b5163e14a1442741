package org.plenum.vocabulary;

/** Somebody who takes part: a seat (through its delegate) or an attendee by name. */
public sealed interface Participant {
    /** A seat of the roll. */
    record OfSeat(SeatId seat) implements Participant {}

    /** A person without a seat. */
    record Named(String name) implements Participant {
        /** Throws {@link Malformed} if the name cannot be one. */
        public Named {
            name = Texts.name("name", name);
        }
    }
}

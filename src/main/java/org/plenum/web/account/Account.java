package org.plenum.web.account;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.web.security.Offices;
import org.plenum.web.security.Person;
import org.plenum.web.security.Role;
import org.plenum.web.security.SeatBinding;

/**
 * Somebody who may sign in, or was invited to.
 *
 * @param display the name that people read
 * @param email by which another service may vouch for the person, null where none was given
 * @param issuer the service that has vouched for the person, null where none has yet
 */
public record Account(
        AccountName name,
        String display,
        @Nullable String email,
        @Nullable String issuer,
        State state,
        boolean hasPassword,
        Offices offices,
        Set<SeatBinding> seats,
        Instant madeAt,
        String madeBy) {
    /** Whether somebody can sign in. */
    public enum State {
        /** Was invited, and has not come yet. */
        INVITED,
        ACTIVE,
        /** May not sign in until unlocked. */
        LOCKED
    }

    /** Keeps its own copy. */
    public Account {
        seats = Set.copyOf(seats);
    }

    /** Who this is to the rest of the server. */
    public Person person() {
        return new Person(name.actor(), display, offices, seats);
    }

    /** Whether the person is a delegate and nothing else, who signs in by links alone. */
    public boolean isOnlyDelegate() {
        return !hasPassword && offices.roles().equals(Set.of(Role.DELEGATE));
    }

    /** Whether the person can sign in. */
    public boolean isActive() {
        return state == State.ACTIVE;
    }
}

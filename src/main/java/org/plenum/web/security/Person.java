package org.plenum.web.security;

import java.security.Principal;
import java.util.EnumSet;
import java.util.Set;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.SeatId;

/**
 * Somebody who uses Plenum.
 *
 * @param actor the name under which events are recorded
 * @param display the name that pages show
 * @param seats the seats for which a delegate may act
 */
public record Person(Actor actor, String display, Set<Role> roles, Set<SeatBinding> seats) implements Principal {
    /** Whoever works at the machine itself: may do everything. */
    public static final Person LOCAL = new Person(Actor.LOCAL, "local", EnumSet.allOf(Role.class), Set.of());

    /** Whoever looks in at a demonstration without having taken a role. */
    public static final Person VISITOR = new Person(new Actor("visitor"), "visitor", Set.of(Role.READER), Set.of());

    /** Keeps its own copies. */
    public Person {
        roles = Set.copyOf(roles);
        seats = Set.copyOf(seats);
    }

    /** Whether the person has that role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the person conducts or records sessions. */
    public boolean isOfficer() {
        return is(Role.PRESIDENT) || is(Role.CLERK);
    }

    /** Whether the person may act for that seat. */
    public boolean actsFor(AssemblyId assembly, SeatId seat) {
        return seats.contains(new SeatBinding(assembly, seat));
    }

    @Override
    public String getName() {
        return actor.value();
    }
}

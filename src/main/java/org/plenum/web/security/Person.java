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
 * @param offices what the person is, and in which assemblies
 * @param seats the seats for which a delegate may act
 */
public record Person(Actor actor, String display, Offices offices, Set<SeatBinding> seats) implements Principal {
    /** Whoever works at the machine itself: may do everything. */
    public static final Person LOCAL = new Person(Actor.LOCAL, "local", EnumSet.allOf(Role.class), Set.of());

    /** Whoever looks in at a demonstration without having taken a role. */
    public static final Person VISITOR = new Person(new Actor("visitor"), "visitor", Set.of(Role.READER), Set.of());

    /** Keeps its own copy. */
    public Person {
        seats = Set.copyOf(seats);
    }

    /** Somebody with these roles in every assembly. */
    public Person(Actor actor, String display, Set<Role> roles, Set<SeatBinding> seats) {
        this(actor, display, Offices.everywhere(roles), seats);
    }

    /** The roles that the person has, wherever that is. */
    public Set<Role> roles() {
        return offices.roles();
    }

    /** Whether the person has that role anywhere. */
    public boolean is(Role role) {
        return roles().contains(role);
    }

    /** Whether the person has that role in an assembly. */
    public boolean is(Role role, AssemblyId assembly) {
        return offices.has(role, assembly);
    }

    /** Whether the person conducts or records an assembly's sessions. */
    public boolean isOfficer(AssemblyId assembly) {
        return is(Role.PRESIDENT, assembly) || is(Role.CLERK, assembly);
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

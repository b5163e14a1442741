package org.plenum.web.security;

import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.RulesOfProcedure.RunningChoices;

/**
 * Who may see what: the one rule, applied to every output alike.
 *
 * <ul>
 *   <li>How a seat votes in an open vote: as the rules' {@code runningChoices} say. Nobody sees it in a secret vote, and a
 *       delegate always sees the ballot of the own seat.
 *   <li>That a seat has voted: everybody in an open kind of vote; in a secret one, officers and auditors.
 *   <li>What happens while a sitting is closed to the public: everybody but mere readers.
 * </ul>
 */
public final class Visibility {
    private Visibility() {}

    /** Whether somebody sees how seats vote while a vote is open. */
    public static boolean runningChoices(Person person, Method method, RunningChoices rule) {
        if (method == Method.SECRET) {
            return false;
        }
        return switch (rule) {
            case HIDDEN -> false;
            case OFFICERS -> person.isOfficer();
            case EVERYONE -> true;
        };
    }

    /** Whether somebody sees which seats have voted. */
    public static boolean participation(Person person, Method method) {
        return method != Method.SECRET || person.isOfficer() || person.is(Role.AUDITOR);
    }

    /** Whether somebody sees a sitting, and its votes and statements, while the public is out. */
    public static boolean closedSitting(Person person) {
        return person.isOfficer()
                || person.is(Role.DELEGATE)
                || person.is(Role.AUDITOR)
                || person.is(Role.ADMINISTRATOR);
    }
}

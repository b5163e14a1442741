package org.plenum.web.security;

import java.util.stream.Collectors;
import org.plenum.projection.sight.Sight;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.RulesOfProcedure.RunningChoices;

/**
 * Who may see what: the one rule, applied to every output alike.
 *
 * <ul>
 *   <li>How a seat votes in an open vote: as the rules' {@code runningChoices} say. Nobody sees it in a secret vote, and a
 *       delegate always sees the ballot of the own seat.
 *   <li>That a seat has voted: everybody in an open kind of vote; in a secret one, officers and auditors, and the delegate
 *       of the seat.
 *   <li>What happens while a sitting is closed to the public: everybody of the assembly but mere readers.
 * </ul>
 */
public final class Visibility {
    private Visibility() {}

    /** How much somebody sees of an assembly's session that is held by this rule. */
    public static Sight sight(Person person, AssemblyId assembly, RunningChoices rule) {
        var own = person.seats().stream()
                .filter(binding -> binding.assembly().equals(assembly))
                .map(SeatBinding::seat)
                .collect(Collectors.toSet());
        var officer = person.isOfficer(assembly);
        return new Sight(
                officer
                        || person.is(Role.AUDITOR, assembly)
                        || person.is(Role.ADMINISTRATOR, assembly)
                        || !own.isEmpty(),
                switch (rule) {
                    case HIDDEN -> false;
                    case OFFICERS -> officer;
                    case EVERYONE -> true;
                },
                officer || person.is(Role.AUDITOR, assembly),
                own);
    }
}

package org.plenum.web.security;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells who makes the request at hand. */
@Component
public final class CurrentPerson {
    private final PlenumMode mode;

    CurrentPerson(PlenumMode mode) {
        this.mode = mode;
    }

    /** Who uses a page. In a demonstration a visitor until they take a role. */
    public Person ofPage() {
        return signedIn(Person.VISITOR);
    }

    /** Who uses the API. In a demonstration the machine's own user, unless a role was taken. */
    public Person ofApi() {
        return signedIn(Person.LOCAL);
    }

    /** Who looks at the public log, which needs no sign-in; empty where nobody is signed in. As the API in a demonstration. */
    public Optional<Person> ofLog() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Person person) {
            return Optional.of(person);
        }
        return mode == PlenumMode.PRODUCTION ? Optional.empty() : Optional.of(Person.LOCAL);
    }

    private Person signedIn(Person otherwise) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Person person) {
            return person;
        }
        if (mode == PlenumMode.PRODUCTION) {
            throw new IllegalStateException("an address that needs no sign-in asked who is there");
        }
        return otherwise;
    }
}

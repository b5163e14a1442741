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
        var signedIn = signedIn();
        return signedIn.isPresent() || mode == PlenumMode.PRODUCTION ? signedIn : Optional.of(Person.LOCAL);
    }

    private Person signedIn(Person otherwise) {
        var signedIn = signedIn();
        if (signedIn.isEmpty() && mode == PlenumMode.PRODUCTION) {
            throw new IllegalStateException("an address that needs no sign-in asked who is there");
        }
        return signedIn.orElse(otherwise);
    }

    private static Optional<Person> signedIn() {
        return SignIn.person(SecurityContextHolder.getContext().getAuthentication());
    }
}

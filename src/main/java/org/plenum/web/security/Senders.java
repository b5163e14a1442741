package org.plenum.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.web.context.SecurityContextRepository;

/** Finds who sent a request, looked up anew at each call; empty where nobody is signed in with it (any more). */
@FunctionalInterface
public interface Senders {
    /** Who sent it, as things are now. */
    Optional<Person> find(HttpServletRequest request);

    /** By the sign-ins that are kept there. */
    static Senders in(SecurityContextRepository contexts) {
        return request ->
                SignIn.person(contexts.loadDeferredContext(request).get().getAuthentication());
    }
}

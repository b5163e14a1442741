package org.plenum.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Makes somebody the one who uses this browser. */
@Component
public final class SignIn {
    private final SecurityContextRepository contexts;

    SignIn(SecurityContextRepository contexts) {
        this.contexts = contexts;
    }

    /** What the framework knows of somebody who is signed in. */
    public static Authentication of(Person person) {
        var roles = person.roles().stream().map(role -> "ROLE_" + role.name()).toArray(String[]::new);
        return UsernamePasswordAuthenticationToken.authenticated(
                person, null, AuthorityUtils.createAuthorityList(roles));
    }

    /** Whom the framework knows by it; empty where nobody is signed in. */
    public static Optional<Person> person(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Person person
                ? Optional.of(person)
                : Optional.empty();
    }

    /** Signs somebody in, under a session identifier that nobody knew before. */
    public void as(Person person, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(of(person));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}

package org.plenum.web.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.plenum.web.security.SignIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Keeps who is signed in in the database, found by what a cookie holds: so a restart of the server signs nobody out of a
 * running session, and any node of several knows everybody.
 */
final class StoredSignIns implements SecurityContextRepository {
    /** The prefix makes browsers refuse the cookie unless it is secure and for this host alone. */
    static final String COOKIE = "__Host-plenum";

    private final SignIns signIns;

    StoredSignIns(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    @SuppressWarnings("deprecation") // what the interface asks for
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    private SecurityContext context(HttpServletRequest request) {
        var context = SecurityContextHolder.createEmptyContext();
        secret(request).flatMap(signIns::person).ifPresent(person -> context.setAuthentication(SignIn.of(person)));
        return context;
    }

    private static Optional<Secret> secret(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isEmpty())
                        .map(Secret::new)
                        .findFirst();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var before = secret(request);
        before.ifPresent(signIns::end);
        var person = SignIn.person(context.getAuthentication());
        if (person.isPresent()) {
            var secret = signIns.begin(new AccountName(person.get().actor().value()));
            write(response, secret.text(), signIns.lasting().atMost().toSeconds());
        } else if (before.isPresent()) {
            write(response, "", 0);
        }
    }

    private static void write(HttpServletResponse response, String value, long seconds) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(seconds)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return secret(request).isPresent();
    }
}

package org.plenum.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.plenum.web.security.SignIn;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets programs in that send a token; nothing of that outlasts the request. */
public final class BearerTokens extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final Accounts accounts;
    private final Attempts attempts;

    BearerTokens(Accounts accounts, Attempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
    }

    /** Whether a request comes with a token, so that no browser can have been tricked into sending it. */
    public static boolean isWithToken(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Whose token a request comes with. */
    Optional<Account> account(HttpServletRequest request) {
        return accounts.byToken(new Secret(request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(SCHEME.length())
                .strip()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isWithToken(request)) {
            chain.doFilter(request, response);
            return;
        }
        var account = account(request);
        if (account.isEmpty()) {
            // Whoever sends a token is answered by it alone, whatever cookies come along.
            SecurityContextHolder.clearContext();
            refuse(attempts.wrongSecret(request.getRemoteAddr()), response);
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignIn.of(account.get().person()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static void refuse(Optional<Duration> wait, HttpServletResponse response) throws IOException {
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1));
            response.sendError(429);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            response.sendError(401);
        }
    }
}

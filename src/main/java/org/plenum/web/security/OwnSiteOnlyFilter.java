package org.plenum.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that another site made a browser send. In a demonstration, where nobody signs in, it also refuses
 * names other than this machine's own, by which another site could pretend to be this one.
 */
public final class OwnSiteOnlyFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final PlenumMode mode;

    /** Refuses as the mode asks. */
    public OwnSiteOnlyFilter(PlenumMode mode) {
        this.mode = mode;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (mode == PlenumMode.DEMONSTRATION && !THIS_MACHINE.contains(request.getServerName())) {
            response.sendError(403, "A demonstration answers to localhost only.");
            return;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        var foreign = site != null && !site.equals("same-origin") && !site.equals("none");
        if (foreign && !READING.contains(request.getMethod())) {
            response.sendError(403, "Another site sent this request; nothing was recorded.");
            return;
        }
        chain.doFilter(request, response);
    }
}

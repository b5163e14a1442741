package org.plenum.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Leads whoever is not signed in to where they can, and back from there to the page they had or asked for. */
final class ToSignIn implements AuthenticationEntryPoint {
    private static final Pattern PAGE = Pattern.compile("https?://[^/?#]+(/[^#]*)(?:#.*)?");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException error)
            throws IOException {
        var accept = request.getHeader("Accept");
        if (request.getHeader("HX-Request") != null) {
            // What was asked for is a part of a page: the whole is what to come back to.
            response.setHeader("HX-Redirect", signIn(page(request.getHeader("HX-Current-URL"))));
            response.sendError(401);
        } else if (accept != null && accept.contains("text/event-stream")) {
            response.sendError(401);
        } else {
            response.setStatus(303);
            response.setHeader("Location", signIn(asked(request)));
        }
    }

    private static String signIn(String back) {
        return "/sign-in?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    private static String page(@Nullable String address) {
        return Optional.ofNullable(address)
                .map(PAGE::matcher)
                .filter(Matcher::matches)
                .map(page -> page.group(1))
                .orElse("/");
    }

    private static String asked(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "/";
        }
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}

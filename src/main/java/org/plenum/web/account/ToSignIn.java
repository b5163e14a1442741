package org.plenum.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Leads whoever is not signed in to where they can, and back from there. A part of a page that is asked for alone is not. */
final class ToSignIn implements AuthenticationEntryPoint {
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException error)
            throws IOException {
        var query = request.getQueryString();
        var here =
                request.getMethod().equals("GET") ? request.getRequestURI() + (query == null ? "" : "?" + query) : "/";
        var signIn = "/sign-in?back=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
        var accept = request.getHeader("Accept");
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/sign-in");
            response.sendError(401);
        } else if (accept != null && accept.contains("text/event-stream")) {
            response.sendError(401);
        } else {
            response.setStatus(303);
            response.setHeader("Location", signIn);
        }
    }
}

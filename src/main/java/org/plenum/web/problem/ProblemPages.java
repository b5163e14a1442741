package org.plenum.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.plenum.language.Language;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells programs as a problem what nobody else has answered. */
@RestController
class ProblemPages implements ErrorController {
    private static final MediaType PROBLEM = MediaType.parseMediaType(ProblemJson.CONTENT_TYPE);

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<byte[]> tell(HttpServletRequest request) {
        var status = status(request);
        var address = Objects.requireNonNullElse(
                (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI());
        var language = Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return ResponseEntity.status(status)
                .contentType(PROBLEM)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(ProblemJson.write(Problem.ofStatus(status), language, address));
    }

    private static int status(HttpServletRequest request) {
        return Objects.requireNonNullElse(
                (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), ProblemType.NOT_FOUND.status());
    }
}

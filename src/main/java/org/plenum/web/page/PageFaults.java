package org.plenum.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.plenum.vocabulary.Malformed;
import org.plenum.web.security.NotPermittedException;
import org.plenum.web.security.OwnAddress;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ResponseStatusException;

/** What pages answer where something cannot be. */
@ControllerAdvice(basePackageClasses = PageFaults.class)
class PageFaults {
    /** Leads to where another role can be taken, and back from there. */
    @ExceptionHandler(NotPermittedException.class)
    String notPermitted(HttpServletRequest request) {
        var back = request.getParameter("back");
        var page = OwnAddress.checked(back == null ? "/" : back);
        return "redirect:/sign-in?refused=true&back=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    /** An address with an identifier that cannot be one leads nowhere. */
    @ExceptionHandler(Malformed.class)
    void malformed(Malformed malformed) {
        throw new ResponseStatusException(HttpStatus.NOT_FOUND, malformed.getMessage(), malformed);
    }
}

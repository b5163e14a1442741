package org.plenum.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What went wrong, told to people: what happened, whether anything was recorded, what to do now. Programs get problems. */
@Controller
class ErrorPages {
    @RequestMapping(path = "${spring.web.error.path:/error}", produces = MediaType.TEXT_HTML_VALUE)
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        var status = Objects.requireNonNullElse(
                (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), HttpServletResponse.SC_NOT_FOUND);
        response.setStatus(status);
        model.addAttribute("failure", kind(status));
        model.addAttribute("sent", !request.getMethod().equals("GET"));
        return "error";
    }

    private static String kind(int status) {
        return switch (status) {
            case 401, 403 -> "403";
            case 404, 405, 410 -> "404";
            case 413 -> "413";
            default -> status < 500 ? "400" : "500";
        };
    }
}

package org.plenum.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.plenum.web.security.OwnAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers the language that somebody chose in a page. */
@Controller
class LanguageSwitch {
    @GetMapping("/language/{language:it|en}")
    ResponseEntity<Void> choose(
            @PathVariable String language, @RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
        var cookie = ResponseCookie.from(TwoLanguages.COOKIE, language)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .secure(request.isSecure())
                .httpOnly(true)
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, OwnAddress.checked(back))
                .build();
    }
}

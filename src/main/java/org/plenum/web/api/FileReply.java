package org.plenum.web.api;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A zip to download, sent piece by piece from a file that is deleted afterwards.
 *
 * @param name the name under which browsers keep it
 */
record FileReply(Path file, String name) implements ServerResponse {
    static final MediaType ZIP = new MediaType("application", "zip");

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatus.OK;
    }

    @Override
    public HttpHeaders headers() {
        var headers = new HttpHeaders();
        headers.setContentType(ZIP);
        headers.setCacheControl("no-store");
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(name).build());
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try {
            response.setStatus(statusCode().value());
            headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
            return null;
        } finally {
            Files.delete(file);
        }
    }
}

package org.plenum.web.api;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.json.VocabularyJson;
import org.plenum.language.Language;
import org.plenum.web.problem.Problem;
import org.plenum.web.problem.ProblemJson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An answer that is whole before it is sent. */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record Reply(int status, MediaType type, byte[] body, Map<String, String> extraHeaders) implements ServerResponse {
    private static final MediaType PROBLEM = MediaType.parseMediaType(ProblemJson.CONTENT_TYPE);
    private static final JsonMapper MAPPER = VocabularyJson.mapper()
            .disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Data as JSON. */
    static Reply json(int status, Object data) {
        return json(status, data, Map.of());
    }

    /** Data as JSON, with headers. */
    static Reply json(int status, Object data, Map<String, String> headers) {
        return new Reply(status, MediaType.APPLICATION_JSON, MAPPER.writeValueAsBytes(data), headers);
    }

    /** A problem, in the caller's language. */
    static Reply problem(Problem problem, Language language, String instance, Map<String, String> headers) {
        return new Reply(problem.status(), PROBLEM, ProblemJson.write(problem, language, instance), headers);
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(status);
    }

    @Override
    public HttpHeaders headers() {
        var headers = new HttpHeaders();
        headers.setContentType(type);
        extraHeaders.forEach(headers::set);
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        response.setStatus(status);
        response.setContentType(type.toString());
        // What is read here changes with every event.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        extraHeaders.forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        return null;
    }
}

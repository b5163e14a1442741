package org.plenum.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.plenum.json.FaultyJson;
import org.plenum.json.JsonFault;
import org.plenum.json.JsonText;
import org.plenum.json.StrictObject;
import org.plenum.language.Language;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.CommandKey;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.SessionId;
import org.plenum.web.problem.Fault;
import org.plenum.web.problem.Problem;
import org.plenum.web.problem.ProblemType;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.Entrance;
import org.plenum.web.security.Person;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/** Reads requests, strictly: what is not as its endpoint asks is a problem that names every fault. */
final class RequestReader {
    /** The header that holds the caller's own name for a command. */
    static final String KEY_HEADER = "Idempotency-Key";

    private static final byte[] NOTHING = {};
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final List<MediaType> JSON_TYPES =
            List.of(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
    private static final List<MediaType> FILE_TYPES = List.of(
            MediaType.APPLICATION_JSON,
            new MediaType("application", "*+json"),
            MediaType.APPLICATION_YAML,
            new MediaType("text", "yaml"),
            MediaType.TEXT_PLAIN);

    private final CurrentPerson people;
    private final Entrance entrance;

    RequestReader(CurrentPerson people, Entrance entrance) {
        this.people = people;
        this.entrance = entrance;
    }

    /**
     * Reads a request and answers it.
     *
     * @throws Refused if something is wrong with it
     * @throws org.plenum.web.security.NotPermittedException if whoever sent it may do nothing here
     */
    ServerResponse answer(Endpoint endpoint, Map<String, String> path, HttpServletRequest sent) {
        var person = people.ofApi();
        checkAny(person, endpoint, path);
        var bytes = body(endpoint.body(), sent);
        var faults = new ArrayList<Fault>();
        var key = key(endpoint, sent, faults);
        var answering = read(endpoint, path, sent, bytes, faults);
        if (answering == null || !faults.isEmpty()) {
            throw new Refused(Problem.of(faults));
        }
        var language = Language.preferred(sent.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var file = endpoint.body() == Endpoint.Body.FILE ? bytes : NOTHING;
        return answering.apply(new Request(person, key, language, prefersText(sent), file));
    }

    private void checkAny(Person person, Endpoint endpoint, Map<String, String> path) {
        try {
            var session = path.get("session");
            var assembly = path.get("assembly");
            if (session == null) {
                entrance.checkAny(person, endpoint.commands(), assembly == null ? null : new AssemblyId(assembly));
            } else {
                entrance.checkAny(person, endpoint.commands(), new SessionId(session));
            }
        } catch (Malformed noIdentifier) {
            // Nothing has that name; whoever may give such commands somewhere is told so when the request is read.
            entrance.checkAny(person, endpoint.commands(), (AssemblyId) null);
        }
    }

    private static @Nullable Function<Request, ServerResponse> read(
            Endpoint endpoint, Map<String, String> path, HttpServletRequest sent, byte[] bytes, List<Fault> faults) {
        try {
            var text = endpoint.body() == Endpoint.Body.JSON && bytes.length > 0 ? utf8(bytes) : "{}";
            return StrictObject.<Function<Request, ServerResponse>>read(JsonText.json(text), object -> {
                var asked = new ReadAsked(path, sent.getParameterMap(), object, faults);
                var answering = endpoint.asking().apply(asked);
                asked.refuseTheRest();
                return answering;
            });
        } catch (FaultyJson faulty) {
            faulty.faults().forEach(fault -> faults.add(Fault.of(fault)));
            return null;
        }
    }

    private static boolean prefersText(HttpServletRequest sent) {
        var accept = sent.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.startsWith("text/");
    }

    private static @Nullable CommandKey key(Endpoint endpoint, HttpServletRequest sent, List<Fault> faults) {
        var written = sent.getHeader(KEY_HEADER);
        if (written == null || endpoint.body() == Endpoint.Body.NONE) {
            return null;
        }
        if (!UUID_FORM.matcher(written).matches()) {
            faults.add(Fault.inHeader(KEY_HEADER, new Bilingual("previsto un UUID", "expected a UUID")));
            return null;
        }
        return new CommandKey(UUID.fromString(written));
    }

    private static byte[] body(Endpoint.Body body, HttpServletRequest sent) {
        if (body == Endpoint.Body.NONE) {
            return NOTHING;
        }
        var length = sent.getContentLengthLong();
        if (length > body.most()) {
            throw tooLarge(body);
        }
        try {
            var bytes = sent.getInputStream().readNBytes(length < 0 ? body.most() + 1 : (int) length);
            if (bytes.length > body.most()) {
                throw tooLarge(body);
            }
            if (bytes.length > 0 || length > 0) {
                checkType(sent.getContentType(), body == Endpoint.Body.FILE ? FILE_TYPES : JSON_TYPES);
            }
            return bytes;
        } catch (ClientAbortException cutOff) {
            // Who has gone does not hear it; whom a server that is ending has cut off can send it again.
            throw new Refused(Problem.of(ProblemType.NOT_RECORDED, ProblemType.NOT_RECORDED.remedy(), Map.of()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Refused tooLarge(Endpoint.Body body) {
        return new Refused(Problem.of(
                ProblemType.TOO_LARGE,
                new Bilingual(
                        "La richiesta supera %d byte; nulla è stato registrato.".formatted(body.most()),
                        "The request is larger than %d bytes; nothing was recorded.".formatted(body.most())),
                Map.of("most", body.most())));
    }

    private static void checkType(@Nullable String contentType, List<MediaType> supported) {
        if (parsed(contentType)
                .filter(type -> supported.stream().anyMatch(each -> each.includes(type)))
                .filter(type -> type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8))
                .isEmpty()) {
            var list = supported.stream().map(MediaType::toString).toList();
            throw new Refused(Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    new Bilingual(
                            "Il tipo di contenuto deve essere uno di: " + String.join(", ", list) + ", in UTF-8.",
                            "The content type must be one of: " + String.join(", ", list) + ", in UTF-8."),
                    Map.of("supported", list)));
        }
    }

    private static Optional<MediaType> parsed(@Nullable String contentType) {
        if (contentType == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException unreadable) {
            return Optional.empty();
        }
    }

    /** JSON over HTTP is UTF-8 and nothing else; what is not is refused with its line and column. */
    private static String utf8(byte[] bytes) {
        var wrapped = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(wrapped).toString();
        } catch (CharacterCodingException invalid) {
            // The decoder has stopped right before the byte that it could not read.
            var readable = new String(bytes, 0, wrapped.position(), StandardCharsets.UTF_8);
            var line = 1 + (int) readable.chars().filter(c -> c == '\n').count();
            var column = readable.length() - readable.lastIndexOf('\n');
            throw new FaultyJson(List.of(
                    new JsonFault("", line, column, JsonFault.Kind.FORM, new Bilingual("non è UTF-8", "not UTF-8"))));
        }
    }
}

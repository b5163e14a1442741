package org.plenum.web.api;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal.UnknownSession;
import org.plenum.json.VocabularyJson;
import org.plenum.projection.sight.Seen;
import org.plenum.projection.sight.Sight;
import org.plenum.vocabulary.SessionId;
import org.plenum.web.live.SessionPulse;
import org.plenum.web.security.Person;
import org.plenum.web.security.Senders;
import org.plenum.web.security.Stay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * A session as it goes on, as server-sent events: the whole state at once, and again whenever it has changed. Whoever is
 * slow misses what lies between and holds nobody up: the thread that writes to it is its own.
 */
final class LiveEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEndpoint.class);
    private static final JsonMapper MAPPER = VocabularyJson.mapper().build();
    private static final long PING_MILLIS = 15_000;

    /** A watcher is told at most so often, so that a thousand of them leave the machine to those who vote. */
    private static final long REST_MILLIS = 100;

    private static final int MOST_KEPT = 256;

    /** What watchers with the same eyes are told of a session; it shows no single ballot, so whose they are is one. */
    private record Watched(SessionId session, Sight sight) {}

    /**
     * What is told.
     *
     * @param position of the whole record when it was told
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    private record State(long position, byte[] event) {}

    private final ReadSide side;
    private final SessionPulse pulse;
    private final Senders senders;

    /** The latest state told, so that a thousand watchers cost one telling. */
    private final Map<Watched, State> told = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Watched, State> eldest) {
            return size() > MOST_KEPT;
        }
    });

    LiveEndpoint(ReadSide side, SessionPulse pulse, Senders senders) {
        this.side = side;
        this.pulse = pulse;
        this.senders = senders;
    }

    List<Endpoint> endpoints() {
        var answers = new Endpoint.Answers(
                200,
                MediaType.TEXT_EVENT_STREAM_VALUE,
                new Shape.Plain(schema -> schema.put("type", "string")
                        .put("description", "events named state, whose data is the session in short, as JSON")),
                "The whole state at once and after each change, latest only; a comment every 15 seconds.");
        return List.of(new Endpoint(
                HttpMethod.GET,
                "/api/sessions/{session}/live",
                "live",
                "A session as it goes on.",
                Endpoint.Body.NONE,
                List.of(),
                List.of(UnknownSession.class),
                answers,
                asked -> {
                    var session = asked.path("session", Kinds.SESSION);
                    return request -> follow(session.get(), request);
                }));
    }

    private ServerResponse follow(SessionId session, Request request) {
        // The rules are frozen, so what somebody may see of a session does not change while it goes on.
        return new Stream(
                session, request.person(), seen(session, request.person()).sight());
    }

    private Seen seen(SessionId session, Person person) {
        return side.seen(session, person).orElseThrow(() -> new Refused(new UnknownSession(session)));
    }

    private State state(SessionId session, Person person, Sight sight, long atLeast) {
        var watched = new Watched(session, sight.ofKind());
        var known = told.get(watched);
        if (known != null && known.position() >= atLeast) {
            return known;
        }
        synchronized (pulse) {
            var again = told.get(watched);
            if (again != null && again.position() >= atLeast) {
                return again;
            }
            var seen = seen(session, person);
            var json = MAPPER.writeValueAsString(SessionJson.now(seen.now()));
            var event = "id: " + seen.now().position() + "\nevent: state\ndata: " + json + "\n\n";
            var state = new State(seen.head(), event.getBytes(StandardCharsets.UTF_8));
            told.put(watched, state);
            return state;
        }
    }

    /** The answer that goes on until one side leaves. */
    private final class Stream implements ServerResponse {
        private final SessionId session;
        private final Person person;
        private final Sight sight;

        Stream(SessionId session, Person person, Sight sight) {
            this.session = session;
            this.person = person;
            this.sight = sight;
        }

        @Override
        public HttpStatusCode statusCode() {
            return HttpStatusCode.valueOf(200);
        }

        @Override
        public HttpHeaders headers() {
            var headers = new HttpHeaders();
            headers.setContentType(MediaType.TEXT_EVENT_STREAM);
            return headers;
        }

        @Override
        public MultiValueMap<String, Cookie> cookies() {
            return new LinkedMultiValueMap<>();
        }

        @Override
        public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
                throws IOException {
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            if (!request.getMethod().equals("HEAD")) {
                write(new Stay(senders, request), response);
            }
            return null;
        }

        private void write(Stay stay, HttpServletResponse response) throws IOException {
            var out = response.getOutputStream();
            var sent = 0L;
            byte[] last = {};
            try {
                while (pulse.isRunning()) {
                    var latest = pulse.await(session, sent, PING_MILLIS);
                    if (latest > sent) {
                        if (!stay.goesOn()) {
                            return;
                        }
                        var state = state(session, person, sight, latest);
                        // What is withheld from a watcher moves the record on and changes nothing for them.
                        if (!Arrays.equals(last, state.event())) {
                            out.write(state.event());
                            last = state.event();
                        }
                        sent = state.position();
                    } else {
                        out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
                    }
                    response.flushBuffer();
                    Thread.sleep(REST_MILLIS);
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } catch (IOException gone) {
                // Nobody is left to tell; that is how such answers end.
                LOG.debug("{} left", session, gone);
            }
        }
    }
}

package org.plenum.web.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.plenum.projection.SessionHistory;
import org.plenum.projection.live.SessionViews;
import org.plenum.projection.report.ReportAsAt;
import org.plenum.projection.report.SessionFold;
import org.plenum.projection.report.SessionReport;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.TimeWords;
import org.plenum.web.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/** A session asked about: as it stands, as known at a position, as at a time, or as known at a position as at a time. */
record SessionQuestions(SessionViews views) {

    /** Which reading is asked for: as known at a position and as at a time, each only where it was given. */
    record Reading(Given<Long> position, Given<TimeWords> at) {
        static Reading asked(Asked asked) {
            return new Reading(
                    asked.query("position", Kinds.writtenPosition("at which it was known; the latest where left out")),
                    asked.query("at", Kinds.TIME_WORDS));
        }

        @Nullable Long knownAt() {
            return position.orNull();
        }

        @Nullable TimeWords asAt() {
            return at.orNull();
        }
    }

    /** The session's report in that reading. */
    SessionReport report(SessionId session, Reading reading) {
        var position = reading.knownAt();
        var at = reading.asAt();
        if (position == null && at == null) {
            return views.view(session).orElseThrow(() -> unknown(session));
        }
        var all = history(session);
        var known = position == null ? all : all.asKnownAt(position);
        if (at == null) {
            return SessionFold.of(known).view();
        }
        var time = at.resolve(known.convened().date(), null);
        // A time that the session's clocks never showed is refused here.
        time.in(known.convened().zone());
        return ReportAsAt.of(known.asAt(time));
    }

    /** What is known of a session. */
    SessionHistory history(SessionId session) {
        return views.history(session).orElseThrow(() -> unknown(session));
    }

    static Refused unknown(SessionId session) {
        return new Refused(Problem.of(new Refusal.UnknownSession(session)));
    }

    /** An answer that is JSON already. */
    static Reply json(String text) {
        return new Reply(200, MediaType.APPLICATION_JSON, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** A question about one session whose answer is a part of its report. */
    Function<Asked, Function<Request, ServerResponse>> part(Function<SessionReport, String> part) {
        return asked -> {
            var session = asked.path("session", Kinds.SESSION);
            var reading = Reading.asked(asked);
            return _ -> json(part.apply(report(session.get(), reading)));
        };
    }
}

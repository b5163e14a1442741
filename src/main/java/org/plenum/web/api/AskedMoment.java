package org.plenum.web.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal.UnknownSession;
import org.plenum.event.SessionEvent.SessionConvened;
import org.plenum.json.JsonFault;
import org.plenum.json.MalformedText;
import org.plenum.projection.report.SessionReport;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.LocalPoint;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.TimeWords;
import org.plenum.web.problem.Fault;
import org.plenum.web.problem.Problem;

/**
 * The moment that a question is about.
 *
 * @param position as known when that event had just been recorded; null for all that is known
 * @param at as at that time; null for what is known of the whole session
 */
record AskedMoment(@Nullable Long position, @Nullable TimeWords at) {
    /** A plus sign in an address stands for a blank; before an offset a plus sign was meant. */
    private static final String OFFSET_AFTER_BLANK = "(:\\d{2}) (\\d{2}:\\d{2})$";

    private static final Kind<TimeWords> TIME = new Kind<>(
            Kind.text(written -> TimeWords.parse("at", written.replaceFirst(OFFSET_AFTER_BLANK, "$1+$2")), _ -> {})
                    .reader(),
            Kinds.TIME_WORDS.shape());

    /** Asks for the moment in the query. */
    static Function<ReadSide, Reading> in(Asked asked) {
        var position = asked.query("position", Kinds.writtenPosition("up to which the ledger is read: as known then"));
        var at = asked.query("at", TIME);
        return side -> new Reading(side, new AskedMoment(position.orNull(), at.orNull()));
    }

    /** Reads sessions at the moment asked about. */
    record Reading(ReadSide side, AskedMoment moment) {
        /** What a person may see of a session at that moment. */
        SessionReport report(SessionId session, Request request) {
            var seen = side.seen(session, request.person()).orElseThrow(() -> new Refused(new UnknownSession(session)));
            var position = moment.position();
            if (position != null && (position < 1 || position > seen.head())) {
                throw beyond(seen.head());
            }
            return seen.at(
                    position,
                    moment.at() == null
                            ? null
                            : shown(moment.at(), seen.now().session().convened()));
        }
    }

    /** A time that the session's clocks never showed, or showed twice, is a fault of the question. */
    private static LocalPoint shown(TimeWords at, SessionConvened convened) {
        try {
            var point = at.resolve(convened.date(), null);
            point.in(convened.zone());
            return point;
        } catch (Malformed refused) {
            throw wrong("at", MalformedText.of(refused));
        }
    }

    private static Refused beyond(long head) {
        return wrong(
                "position",
                new Bilingual(
                        "la seduta ha " + head + " posizioni finora, la prima è 1",
                        "the session has " + head + " positions so far, the first is 1"));
    }

    private static Refused wrong(String parameter, Bilingual message) {
        return new Refused(Problem.of(
                List.of(Fault.inParameter(parameter, new JsonFault("", null, null, JsonFault.Kind.VALUE, message)))));
    }
}

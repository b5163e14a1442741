package org.plenum.web.page;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.plenum.event.SessionEvent.SessionConvened;
import org.plenum.vocabulary.LocalPoint;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.StatedTime;

/** Times as pages write them: as stated; else, live, as recorded; else that nobody states them. */
final class Moments {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

    private Moments() {}

    /** When something happened: "17:51". */
    static String label(Room.Moment moment, ZoneId zone, boolean live, Said said) {
        if (moment.stated() != null) {
            return stated(moment.stated(), said);
        }
        return live ? said.time(moment.recordedAt(), zone) : said.say("time.notStated");
    }

    /** The same of a view's moment, in the zone of its session. */
    static String label(org.plenum.projection.Moment moment, SessionConvened session, Said said) {
        if (moment.stated() != null) {
            return stated(moment.stated(), said);
        }
        return session.provenance() == Provenance.LIVE
                ? said.time(moment.recordedAt(), session.zone())
                : said.say("time.notStated");
    }

    /** A stated time: "17:51", "after 10:00". */
    static String stated(StatedTime stated, Said said) {
        if (stated.at() != null) {
            return point(stated.at());
        }
        if (stated.notBefore() != null && stated.notAfter() != null) {
            return said.say("time.between", point(stated.notBefore()), point(stated.notAfter()));
        }
        return stated.notBefore() != null
                ? said.say("time.after", point(stated.notBefore()))
                : said.say("time.before", point(stated.notAfter()));
    }

    private static String point(@Nullable LocalPoint point) {
        return point == null ? "" : (point.toTheSecond() ? SECOND : MINUTE).format(point.time());
    }
}

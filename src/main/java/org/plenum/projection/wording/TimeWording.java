package org.plenum.projection.wording;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.plenum.projection.Moment;
import org.plenum.projection.SessionTime;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.LocalPoint;
import org.plenum.vocabulary.StatedTime;

/** Times as sentences have them, in the session's zone; the day is named where it is not the session's own. */
public final class TimeWording {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

    private final SessionTime time;

    /** Words for the times of a session. */
    public TimeWording(SessionTime time) {
        this.time = time;
    }

    /** When something happened and how that is known: "alle ore 17:51 (ora dichiarata)". */
    public Bilingual of(Moment moment) {
        var stated = moment.stated();
        if (stated == null) {
            return time.transcribed()
                    ? new Bilingual("in ora non indicata", "at a time not stated")
                    : new Bilingual(
                            "alle ore " + recorded(moment) + " (ora di registrazione)",
                            "at " + recorded(moment) + " (recorded)");
        }
        var words = stated(stated);
        return time.transcribed()
                ? new Bilingual(words.it() + " (ora dichiarata)", words.en() + " (stated)")
                : new Bilingual(
                        words.it() + " (ora dichiarata, registrata alle " + recorded(moment) + ")",
                        words.en() + " (stated, recorded at " + recorded(moment) + ")");
    }

    /** What was stated: a point or bounds. */
    public Bilingual stated(StatedTime stated) {
        var at = stated.at();
        if (at != null) {
            return new Bilingual("alle ore " + clock(at), "at " + clock(at));
        }
        var after = stated.notBefore();
        var before = stated.notAfter();
        if (after != null && before != null) {
            return new Bilingual(
                    "tra le ore " + clock(after) + " e le ore " + clock(before),
                    "between " + clock(after) + " and " + clock(before));
        }
        return after != null
                ? new Bilingual("non prima delle ore " + clock(after), "not before " + clock(after))
                : before != null
                        ? new Bilingual("non dopo le ore " + clock(before), "not after " + clock(before))
                        : new Bilingual("", "");
    }

    /** When it was recorded, as the clock in the room showed it. */
    public String recorded(Moment moment) {
        return clock(moment.recordedAt());
    }

    /** A recorded time, as the clock in the room showed it. */
    public String clock(Instant instant) {
        var local = instant.atZone(time.zone());
        return SECONDS.format(local) + (local.toLocalDate().equals(time.date()) ? "" : " (" + DAY.format(local) + ")");
    }

    private String clock(LocalPoint point) {
        var clock = (point.toTheSecond() ? SECONDS : MINUTES).format(point.time());
        return clock + (point.time().toLocalDate().equals(time.date()) ? "" : " (" + DAY.format(point.time()) + ")");
    }
}

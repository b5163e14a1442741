package org.plenum.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.plenum.event.SessionEvent.VoteOpened;
import org.plenum.projection.SessionTime;
import org.plenum.projection.report.Telling;
import org.plenum.projection.wording.TimeWording;

/**
 * A session told in a terminal, event by event. Times, recorder and quorum are said again where they change, and the
 * quorum wherever a vote opens.
 */
final class ReplayPrinter {
    private static final String INDENT = "       ";
    private static final DateTimeFormatter RECORDED = DateTimeFormatter.ofPattern("d/M/uuuu HH:mm:ss");

    private final SessionTime time;
    private final TimeWording when;
    private final Tongue tongue;
    private final PrintWriter out;
    private @Nullable String circumstances;
    private @Nullable String quorum;

    ReplayPrinter(SessionTime time, Tongue tongue, PrintWriter out) {
        this.time = time;
        this.when = new TimeWording(time);
        this.tongue = tongue;
        this.out = out;
    }

    void print(Telling told) {
        out.printf("%6s %s%n", "#" + told.recorded().position(), tongue.say(told.sentence()));
        circumstances = unlessSaid(
                circumstances,
                happened(told)
                        + recorded(told.recorded().recordedAt())
                        + (time.transcribed() ? tongue.say(" (trascrizione)", " (typed in)") : "")
                        + tongue.say(" da ", " by ")
                        + told.recorded().actor());
        for (var noticed : told.findings()) {
            out.println(INDENT + tongue.say("Rilievo ", "Finding ")
                    + noticed.finding().code() + ": " + tongue.say(noticed.sentence()));
        }
        if (told.quorum() != null) {
            var opens = told.recorded().event() instanceof VoteOpened;
            quorum = unlessSaid(opens ? null : quorum, quorum(told.quorum()));
        }
        out.flush();
    }

    /** Says what differs from what was said last; of many ballots in a row it is enough to say it once. */
    private String unlessSaid(@Nullable String last, String now) {
        if (!now.equals(last)) {
            out.println(INDENT + now);
        }
        return now;
    }

    /** When it happened, as far as that is another time than the recorded one, which follows. */
    private String happened(Telling told) {
        var stated = told.recorded().stated();
        if (stated != null) {
            return tongue.say("Accaduto ", "Happened ")
                    + tongue.say(when.stated(stated))
                    + tongue.say(" (ora dichiarata) · registrato il ", " (stated time) · recorded on ");
        }
        return time.transcribed()
                ? tongue.say("Ora non dichiarata · registrato il ", "Time not stated · recorded on ")
                : tongue.say("Registrato il ", "Recorded on ");
    }

    private String recorded(Instant instant) {
        return RECORDED.format(instant.atZone(time.zone()));
    }

    private String quorum(Telling.Standing standing) {
        var step = standing.step();
        var unit = switch (standing.by()) {
            case HEADS -> "";
            case WEIGHT -> tongue.say(" per peso", " by weight");
            case POPULATION -> tongue.say(" per popolazione", " by population");
        };
        var parts = new ArrayList<String>();
        parts.add(known(step.present())
                + (standing.whole() == null ? "" : tongue.say(" su ", " of ") + plain(standing.whole())));
        if (step.required() != null) {
            parts.add(tongue.say("ne servono ", "") + plain(step.required()) + tongue.say("", " needed"));
        }
        return tongue.say("Numero legale", "Quorum") + unit + ": " + String.join(", ", parts) + ": " + met(step.met());
    }

    private String met(@Nullable Boolean met) {
        return met == null
                ? tongue.say("non accertabile", "it cannot be told")
                : met ? tongue.say("c'è", "it is met") : tongue.say("manca", "it is not met");
    }

    private String known(@Nullable BigDecimal number) {
        return number == null ? tongue.say("un numero non certo", "an uncertain number") : plain(number);
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}

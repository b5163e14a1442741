package org.plenum.document;

import java.util.List;
import org.plenum.event.Stored;
import org.plenum.projection.report.Telling;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.Words;

/** A session told event by event, as data: the sentences in both languages beside what they rest on. */
public final class TellingJson {
    private final JsonOut out;

    private TellingJson(JsonOut out) {
        this.out = out;
    }

    /** What was told, from the first event on, as UTF-8. */
    public static byte[] of(SessionId session, List<Telling> told) {
        return JsonOut.utf8(out -> out.object(() -> {
            out.text("session", session);
            out.list("events", told, one -> out.object(() -> new TellingJson(out).event(one)));
        }));
    }

    private void event(Telling told) {
        var recorded = told.recorded();
        out.number("position", recorded.position());
        out.text(
                "event", recorded.event().getClass().getAnnotation(Stored.class).name());
        out.text("recordedAt", recorded.recordedAt());
        out.object("stated", recorded.stated(), stated -> {
            out.text("at", stated.at());
            out.text("notBefore", stated.notBefore());
            out.text("notAfter", stated.notAfter());
        });
        out.text("actor", recorded.actor());
        out.object("sentence", told.sentence(), sentence -> {
            out.text("it", sentence.it());
            out.text("en", sentence.en());
        });
        out.list(
                "findings",
                told.findings(),
                noticed -> out.object(() -> {
                    out.text("code", noticed.finding().code());
                    out.text("it", noticed.sentence().it());
                    out.text("en", noticed.sentence().en());
                }));
        out.object("quorum", told.quorum(), quorum -> {
            out.text("by", Words.of(quorum.by()));
            out.number("present", quorum.step().present());
            out.number("of", quorum.whole());
            out.number("required", quorum.step().required());
            out.bool("met", quorum.step().met());
        });
    }
}

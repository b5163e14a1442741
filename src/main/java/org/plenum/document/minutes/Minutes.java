package org.plenum.document.minutes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.projection.report.SessionReport;
import org.plenum.vocabulary.Bilingual;

/**
 * The minutes of a session, told from its events: who met, what was said and decided, in the order of the record. Every
 * sentence names the positions of the events that it rests on.
 *
 * @param warnings what anybody must know before they rely on these minutes: outcomes that a correction changed
 */
public record Minutes(List<Section> sections, List<Sentence> warnings) {
    /**
     * A part of the minutes.
     *
     * @param number the number of the item that it is about, null where it is about none
     */
    public record Section(@Nullable String number, Bilingual title, List<Sentence> sentences) {
        /** Keeps its own copy of the sentences. */
        public Section {
            sentences = List.copyOf(sentences);
        }
    }

    /** How a sentence is to be read. */
    public enum Kind {
        /** What happened. */
        FACT,
        /** What somebody said. */
        STATEMENT,
        /** What a vote came to. */
        RESULT,
        /** What was put right later. */
        CORRECTION,
        /** What the record shows and somebody should know. */
        FINDING
    }

    /** One sentence, and the positions of the events that it rests on, in their order. */
    public record Sentence(Bilingual text, Kind kind, List<Long> positions) {
        /** Keeps its own copy of the positions. */
        public Sentence {
            positions = List.copyOf(positions);
        }
    }

    /** Keeps its own copies. */
    public Minutes {
        sections = List.copyOf(sections);
        warnings = List.copyOf(warnings);
    }

    /**
     * The minutes of a session as it is known.
     *
     * @param report the session told whole, without what the reader may not see
     * @param events its events up to the same position, as far as the reader may know of them
     */
    public static Minutes of(SessionReport report, List<Recorded<SessionEvent>> events) {
        return new MinutesWriter(report, events).write();
    }
}

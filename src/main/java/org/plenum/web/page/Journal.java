package org.plenum.web.page;

import java.util.ArrayList;
import java.util.List;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.web.security.Person;

/** What was recorded, line by line, the latest first. */
final class Journal {
    /** One event in words, with when and by whom it was recorded. */
    record Line(long position, String time, String words, String actor, boolean finding) {}

    private Journal() {}

    /** The last so many events. */
    static List<Line> latest(Room room, Person person, Said said, int most) {
        var words = new EventWords(room, person, said);
        var lines = new ArrayList<Line>();
        for (var recorded : room.events().reversed()) {
            if (lines.size() == most) {
                break;
            }
            lines.add(line(room, recorded, words, said));
        }
        return lines;
    }

    /** One event. */
    static Line line(Room room, Recorded<SessionEvent> recorded, EventWords words, Said said) {
        var moment = new Room.Moment(recorded.position(), recorded.recordedAt(), recorded.stated());
        var convened = room.state().convened();
        return new Line(
                recorded.position(),
                Moments.label(moment, convened.zone(), !room.state().isTranscribed(), said),
                words.of(recorded.event()),
                words.shows(recorded.event()) ? recorded.actor().value() : "",
                !recorded.findings().isEmpty());
    }
}

package org.plenum.web.api;

import java.util.List;
import java.util.stream.Collectors;
import org.plenum.ledger.StoredLine;
import org.plenum.ledger.StreamId;
import org.plenum.projection.sight.Seen;
import org.plenum.projection.sight.SeenEvent;
import org.plenum.vocabulary.SessionId;
import org.plenum.web.security.Person;
import org.plenum.web.security.SeenSessions;

/** Whether somebody may see entries as they were hashed, which can't be shown in part. */
public final class EntrySight {
    private final SeenSessions sessions;

    EntrySight(SeenSessions sessions) {
        this.sessions = sessions;
    }

    /** Whether a person may see all of these entries now. */
    public boolean maySee(Person person, List<StoredLine> lines) {
        return lines.stream()
                .filter(line -> line.stream().kind() == StreamId.Kind.SESSION)
                .collect(Collectors.groupingBy(
                        line -> new SessionId(line.stream().id()),
                        Collectors.mapping(StoredLine::position, Collectors.toSet())))
                .entrySet()
                .stream()
                .allMatch(session -> {
                    var positions = session.getValue();
                    var first =
                            positions.stream().mapToLong(Long::longValue).min().orElseThrow();
                    var last =
                            positions.stream().mapToLong(Long::longValue).max().orElseThrow();
                    var seen = sessions.by(person, session.getKey()).orElseThrow();
                    return seen.head() >= last
                            && seen.journal(first - 1, last - first + 1).stream()
                                    .filter(event -> positions.contains(event.position()))
                                    .allMatch(EntrySight::isShown);
                });
    }

    /** The last position up to which nothing is withheld from whoever sees a session so; never one that came since. */
    static long shownUpTo(Seen seen) {
        if (seen.isWhole()) {
            return seen.head();
        }
        var firstHidden = seen.journal(0, seen.head()).stream()
                .filter(event -> !isShown(event))
                .mapToLong(SeenEvent::position)
                .min()
                .orElse(seen.head() + 1);
        return firstHidden - 1;
    }

    private static boolean isShown(SeenEvent event) {
        return event.recorded() != null && event.choiceShown() && event.seatShown();
    }
}

package org.plenum.web.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.AssemblyState;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.SittingClosedToPublic;
import org.plenum.ledger.Entry;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.StreamId;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SessionStage;
import org.plenum.web.security.Person;
import org.plenum.web.security.SeenSessions;
import org.springframework.stereotype.Component;

/** The sessions as pages see them: each folded once and kept up with the ledger, never ahead of what is durable. */
@Component
class Rooms {
    private static final int MOST_KEPT = 64;
    private static final int MOST_DELEGATES = 500;

    private static final class Kept {
        private final ReentrantLock lock = new ReentrantLock();
        private final Room room = new Room();
        private @Nullable Room inPublic;
        private boolean publicWasOut;
        private long position;
    }

    private final Ledger ledger;
    private final SeenSessions sessions;
    private final Map<SessionId, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    };

    Rooms(Ledger ledger, SeenSessions sessions) {
        this.ledger = ledger;
        this.sessions = sessions;
    }

    /**
     * Looks into a session as somebody may see it now; empty where there is none. What is returned must not keep the room.
     */
    <T> Optional<T> look(SessionId session, Person person, Function<Room, T> look) {
        var one = keep(session);
        one.lock.lock();
        try {
            catchUp(session, one);
            if (!one.room.state().isConvened()) {
                return Optional.empty();
            }
            var open = !one.publicWasOut || Scenes.sight(one.room, person).closedSittings();
            return Optional.of(look.apply(open ? one.room : inPublic(session, one)));
        } finally {
            one.lock.unlock();
        }
    }

    private Room inPublic(SessionId session, Kept one) {
        var known = one.inPublic;
        if (known == null) {
            known = folded(sessions.by(Person.VISITOR, session).orElseThrow().events());
            one.inPublic = known;
        }
        return known;
    }

    private static Room folded(List<Recorded<SessionEvent>> events) {
        var room = new Room();
        events.forEach(room::take);
        return room;
    }

    /** A session as it stood at an earlier position, as somebody may see it. */
    Room asKnownAt(SessionId session, Person person, long position) {
        return folded(sessions.by(person, session).orElseThrow().eventsKnownAt(position));
    }

    /** The entry of a session at a position. */
    Optional<Entry> entry(SessionId session, long position) {
        var found = new Entry[1];
        ledger.reader().read(StreamId.of(session), position, position, entry -> found[0] = entry);
        return Optional.ofNullable(found[0]);
    }

    private Kept keep(SessionId session) {
        synchronized (kept) {
            return kept.computeIfAbsent(session, _ -> new Kept());
        }
    }

    private void catchUp(SessionId session, Kept one) {
        ledger.reader().read(StreamId.of(session), one.position + 1, Long.MAX_VALUE, entry -> {
            var recorded = entry.ofSession();
            one.room.take(recorded);
            one.publicWasOut |= recorded.event() instanceof SittingClosedToPublic;
            one.inPublic = null;
            one.position = entry.position();
        });
    }

    /** All sessions as somebody may see them: those that run first, then by date, the latest first. */
    List<SessionLine> all(Person person) {
        return ledger.reader().streams(StreamId.Kind.SESSION).stream()
                .map(stream -> look(new SessionId(stream.id()), person, SessionLine::of))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(SessionLine::runs)
                        .thenComparing(SessionLine::date)
                        .reversed()
                        .thenComparing(SessionLine::id))
                .toList();
    }

    /** The sessions that run or are about to. */
    List<SessionLine> running(Person person) {
        return all(person).stream()
                .filter(line -> line.runs() || line.stage() == SessionStage.CONVENED)
                .toList();
    }

    /** Everybody who acts or acted for a seat in some session, by name. */
    List<String> delegates(Person person) {
        return all(person).stream()
                .flatMap(line -> line.roll().stream())
                .map(SessionLine.SeatName::delegate)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .sorted()
                .limit(MOST_DELEGATES)
                .toList();
    }

    /** All assemblies, by name. */
    List<AssemblyLine> assemblies() {
        return ledger.reader().streams(StreamId.Kind.ASSEMBLY).stream()
                .map(stream -> new AssemblyId(stream.id()))
                .map(id -> AssemblyLine.of(id, ledger.assembly(id)))
                .sorted(Comparator.comparing(AssemblyLine::name))
                .toList();
    }

    /** An assembly as it stands now. */
    AssemblyState assembly(AssemblyId assembly) {
        return ledger.assembly(assembly);
    }
}

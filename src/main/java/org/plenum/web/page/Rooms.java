package org.plenum.web.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.plenum.decision.AssemblyState;
import org.plenum.ledger.Entry;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.StreamId;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SessionStage;
import org.springframework.stereotype.Component;

/** The sessions as pages see them: each folded once and kept up with the ledger, never ahead of what is durable. */
@Component
class Rooms {
    private static final int MOST_KEPT = 64;

    private static final class Kept {
        private final ReentrantLock lock = new ReentrantLock();
        private final Room room = new Room();
        private long position;
    }

    private final Ledger ledger;
    private final Map<SessionId, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    };

    Rooms(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Looks into a session as it stands now; empty where there is none. What is returned must not keep the room. */
    <T> Optional<T> look(SessionId session, Function<Room, T> look) {
        var one = keep(session);
        one.lock.lock();
        try {
            catchUp(session, one);
            return one.room.state().isConvened() ? Optional.of(look.apply(one.room)) : Optional.empty();
        } finally {
            one.lock.unlock();
        }
    }

    /** A session as it stood at an earlier position. */
    Room asKnownAt(SessionId session, long position) {
        var room = new Room();
        ledger.reader().read(StreamId.of(session), 1, position, entry -> room.take(entry.ofSession()));
        return room;
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
            one.room.take(entry.ofSession());
            one.position = entry.position();
        });
    }

    /** All sessions: those that run first, then by date, the latest first. */
    List<SessionLine> all() {
        return ledger.reader().streams(StreamId.Kind.SESSION).stream()
                .map(stream -> look(new SessionId(stream.id()), SessionLine::of))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(SessionLine::runs)
                        .thenComparing(SessionLine::date)
                        .reversed()
                        .thenComparing(SessionLine::id))
                .toList();
    }

    /** The sessions that run or are about to. */
    List<SessionLine> running() {
        return all().stream()
                .filter(line -> line.runs() || line.stage() == SessionStage.CONVENED)
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

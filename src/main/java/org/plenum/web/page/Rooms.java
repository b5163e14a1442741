package org.plenum.web.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.AssemblyState;
import org.plenum.decision.SessionState;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.SittingClosedToPublic;
import org.plenum.ledger.Entry;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.StreamId;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.RulesOfProcedure.RunningChoices;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SessionStage;
import org.plenum.web.security.Person;
import org.plenum.web.security.SeenSessions;
import org.plenum.web.security.Visibility;
import org.springframework.stereotype.Component;

/**
 * The sessions as pages see them: each folded once and kept up with the ledger, never ahead of what is durable. The least
 * recently looked at are forgotten when more events are kept than allowed; lists are made without folding anything again.
 */
@Component
class Rooms {
    /** Events kept in memory, about 50 MB; the session looked at last is kept whatever its size. */
    private static final long MOST_EVENTS = 150_000;

    private static final int MOST_DELEGATES = 500;

    private static final class Kept {
        private final ReentrantLock lock = new ReentrantLock();
        private final Room room = new Room();
        private @Nullable Room inPublic;
        private boolean publicWasOut;
        private volatile long position;
        private long upTo = -1;
    }

    private final Ledger ledger;
    private final SeenSessions sessions;
    private final Map<SessionId, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<SessionId, Listed> listed = new ConcurrentHashMap<>();

    /**
     * What lists show of a session up to a position.
     *
     * @param inPublic the same for whoever may not see what happened while the public was out
     */
    private record Listed(
            long position, AssemblyId assembly, RunningChoices rule, SessionLine whole, SessionLine inPublic) {
        SessionLine to(Person person) {
            return Visibility.sight(person, assembly, rule).closedSittings() ? whole : inPublic;
        }
    }

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
            var one = kept.computeIfAbsent(session, _ -> new Kept());
            var events = kept.values().stream().mapToLong(each -> each.position).sum();
            var oldest = kept.values().iterator();
            while (events > MOST_EVENTS && kept.size() > 1) {
                events -= oldest.next().position;
                oldest.remove();
            }
            return one;
        }
    }

    private void catchUp(SessionId session, Kept one) {
        var last = ledger.reader().lastIndex();
        if (last == one.upTo) {
            return;
        }
        ledger.reader().read(StreamId.of(session), one.position + 1, Long.MAX_VALUE, entry -> {
            var recorded = entry.ofSession();
            one.room.take(recorded);
            one.publicWasOut |= recorded.event() instanceof SittingClosedToPublic;
            one.inPublic = null;
            one.position = entry.position();
        });
        one.upTo = last;
    }

    /** All sessions as somebody may see them: those that run first, then by date, the latest first. */
    List<SessionLine> all(Person person) {
        return ledger.reader().streams(StreamId.Kind.SESSION).stream()
                .map(stream -> line(new SessionId(stream.id()), person))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(SessionLine::runs)
                        .thenComparing(SessionLine::date)
                        .reversed()
                        .thenComparing(SessionLine::id))
                .toList();
    }

    private Optional<SessionLine> line(SessionId session, Person person) {
        var known = listed.get(session);
        if (known == null || known.position() != ledger.reader().head(StreamId.of(session))) {
            var first = known == null && !isKept(session) ? glance(session) : null;
            known = first == null ? list(session) : first;
        }
        return Optional.ofNullable(known).map(one -> one.to(person));
    }

    private boolean isKept(SessionId session) {
        synchronized (kept) {
            return kept.containsKey(session);
        }
    }

    /**
     * What lists show of a session that nobody has looked into: most are over, and none of their events need be kept, nor
     * any of their ballots read. Null where there is none, or where more than a glance is needed to know what may be seen of it.
     */
    private @Nullable Listed glance(SessionId session) {
        var state = new SessionState();
        var publicWasOut = new AtomicBoolean();
        var head = ledger.reader().head(StreamId.of(session));
        ledger.reader().readOthers(StreamId.of(session), entry -> {
            var recorded = entry.ofSession();
            state.evolve(recorded);
            if (recorded.event() instanceof SittingClosedToPublic) {
                publicWasOut.set(true);
            }
        });
        if (!state.isConvened() || publicWasOut.get()) {
            return null;
        }
        var line = SessionLine.of(state);
        var known = new Listed(head, state.convened().assembly(), state.rules().runningChoices(), line, line);
        listed.put(session, known);
        return known;
    }

    private @Nullable Listed list(SessionId session) {
        var one = keep(session);
        one.lock.lock();
        try {
            catchUp(session, one);
            if (!one.room.state().isConvened()) {
                return null;
            }
            var whole = SessionLine.of(one.room.state());
            var known = new Listed(
                    one.position,
                    one.room.state().convened().assembly(),
                    one.room.state().rules().runningChoices(),
                    whole,
                    one.publicWasOut ? SessionLine.of(inPublic(session, one).state()) : whole);
            listed.put(session, known);
            return known;
        } finally {
            one.lock.unlock();
        }
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

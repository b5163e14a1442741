package org.plenum.projection.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.AssemblyState;
import org.plenum.event.AssemblyEvent;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.AttendeeNoted;
import org.plenum.event.SessionEvent.DelegateReplaced;
import org.plenum.event.SessionEvent.SeatArrived;
import org.plenum.event.SessionEvent.SeatsEnrolled;
import org.plenum.event.SessionEvent.SessionAdjourned;
import org.plenum.event.SessionEvent.SessionClosed;
import org.plenum.event.SessionEvent.SessionConvened;
import org.plenum.event.SessionEvent.SessionDeserted;
import org.plenum.event.SessionEvent.SessionOpened;
import org.plenum.event.SessionEvent.SessionResumed;
import org.plenum.event.SessionEvent.SessionSuspended;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SessionStage;

/**
 * What there is: assemblies, sessions, and in which sessions each person's name occurs. A fold over the whole ledger in its
 * order; it keeps a few hundred bytes for each session and each name. For any number of threads.
 */
public final class Directory {
    private final Map<AssemblyId, AssemblyState> assemblies = new TreeMap<>();
    private final Map<SessionId, SessionEntry> sessions = new HashMap<>();
    private final Map<String, Set<SessionId>> byPerson = new HashMap<>();

    /** Takes in the next event of an assembly. */
    public synchronized void apply(AssemblyId assembly, Recorded<AssemblyEvent> recorded) {
        assemblies.computeIfAbsent(assembly, id -> new AssemblyState()).evolve(recorded);
    }

    /** Takes in the next event of a session. Most change nothing that a list shows. */
    public synchronized void apply(SessionId session, SessionEvent event) {
        var stage = stageAfter(event);
        if (stage != null) {
            sessions.computeIfPresent(session, (id, entry) -> entry.at(stage));
        }
        if (event instanceof SessionConvened e) {
            sessions.put(
                    session,
                    new SessionEntry(
                            e.session(),
                            e.assembly(),
                            e.assemblyName(),
                            e.title(),
                            e.date(),
                            e.call(),
                            e.provenance(),
                            SessionStage.CONVENED));
        } else if (event instanceof SeatsEnrolled e) {
            e.seats().forEach(seat -> occurs(seat.delegate(), session));
        } else if (event instanceof SeatArrived e) {
            occurs(e.delegate(), session);
        } else if (event instanceof DelegateReplaced e) {
            occurs(e.delegate(), session);
        } else if (event instanceof AttendeeNoted e) {
            occurs(Delegate.named(e.name()), session);
        }
    }

    private static @Nullable SessionStage stageAfter(SessionEvent event) {
        if (event instanceof SessionOpened || event instanceof SessionResumed) {
            return SessionStage.OPEN;
        }
        if (event instanceof SessionSuspended) {
            return SessionStage.SUSPENDED;
        }
        if (event instanceof SessionAdjourned) {
            return SessionStage.ADJOURNED;
        }
        if (event instanceof SessionDeserted) {
            return SessionStage.DESERTED;
        }
        return event instanceof SessionClosed ? SessionStage.CLOSED : null;
    }

    private void occurs(@Nullable Delegate person, SessionId session) {
        if (person != null) {
            byPerson.computeIfAbsent(key(person.name()), name -> new LinkedHashSet<>())
                    .add(session);
        }
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Every assembly, by identifier. */
    public synchronized List<AssemblyEntry> assemblies() {
        var all = new ArrayList<AssemblyEntry>();
        assemblies.forEach((id, state) ->
                all.add(new AssemblyEntry(id, state.name(), state.seats().size())));
        return all;
    }

    /** Every session, the latest first. */
    public synchronized List<SessionEntry> sessions() {
        return sessions.values().stream()
                .sorted(Comparator.comparing(SessionEntry::date).reversed().thenComparing(SessionEntry::session))
                .toList();
    }

    /** One session, empty where there is none. */
    public synchronized Optional<SessionEntry> session(SessionId session) {
        return Optional.ofNullable(sessions.get(session));
    }

    /** The sessions in which a person's name occurs, as delegate or attendee, in the order of the ledger. */
    public synchronized List<SessionId> sessionsWith(String person) {
        return List.copyOf(byPerson.getOrDefault(key(person), Set.of()));
    }
}

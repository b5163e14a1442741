package org.plenum.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenum.event.AssemblyEvent;
import org.plenum.event.Event;
import org.plenum.event.SessionEvent;
import org.plenum.event.Stored;

/** The names and versions under which events are stored, found from the sealed events themselves. */
final class StoredEvents {
    private static final Map<Class<?>, Stored> NAMES = new HashMap<>();
    private static final Map<StreamId.Kind, Map<String, Class<? extends Event>>> TYPES = Map.of(
            StreamId.Kind.SESSION, typesOf(SessionEvent.class), StreamId.Kind.ASSEMBLY, typesOf(AssemblyEvent.class));

    private StoredEvents() {}

    /** Name and version of an event. */
    static Stored nameOf(Event event) {
        var stored = NAMES.get(event.getClass());
        if (stored == null) {
            throw new IllegalStateException(event.getClass() + " has no stored name");
        }
        return stored;
    }

    /** The type stored under a name and version in streams of a kind, or null if none is. */
    static @Nullable Class<? extends Event> typeOf(StreamId.Kind kind, String name, int version) {
        var types = TYPES.get(kind);
        return types == null ? null : types.get(key(name, version));
    }

    /** Every type of event. */
    static List<Class<? extends Event>> all() {
        return TYPES.values().stream()
                .<Class<? extends Event>>flatMap(types -> types.values().stream())
                .toList();
    }

    private static Map<String, Class<? extends Event>> typesOf(Class<? extends Event> sealed) {
        var types = new HashMap<String, Class<? extends Event>>();
        leaves(sealed).forEach(type -> {
            var stored = type.getAnnotation(Stored.class);
            if (stored == null) {
                throw new IllegalStateException(type + " has no stored name");
            }
            if (types.put(key(stored.name(), stored.version()), type) != null) {
                throw new IllegalStateException("two events are stored as " + stored);
            }
            NAMES.put(type, stored);
        });
        return types;
    }

    private static Stream<Class<? extends Event>> leaves(Class<? extends Event> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .flatMap(permitted -> leaves(permitted.asSubclass(Event.class)))
                : Stream.of(type);
    }

    private static String key(String name, int version) {
        return name + "." + version;
    }
}

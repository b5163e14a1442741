package org.plenum.web.api;

import java.util.Arrays;
import org.plenum.json.Reader;
import org.plenum.json.StrictObject;

/** Reads the fields of an object that was sent. */
class ReadFields implements Fields {
    private final StrictObject object;
    private boolean faulty;

    ReadFields(StrictObject object) {
        this.object = object;
    }

    /** Whether something is wrong with a field asked for so far. */
    boolean isFaulty() {
        return faulty;
    }

    @Override
    public <T> Given<T> required(String name, Kind<T> kind) {
        var value = object.required(name, kind.reader());
        faulty |= value == null;
        return new Given<>(value);
    }

    @Override
    public <T> Given<T> optional(String name, Kind<T> kind) {
        if (!object.has(name)) {
            return Given.nothing();
        }
        var value = object.optional(name, kind.reader());
        faulty |= value == null;
        return new Given<>(value);
    }

    @Override
    public void exactlyOne(String... names) {
        if (count(names) != 1) {
            var list = String.join(", ", names);
            fault("serve uno solo tra: " + list, "exactly one is needed of: " + list);
        }
    }

    @Override
    public void atMostOne(String... names) {
        if (count(names) > 1) {
            var list = String.join(", ", names);
            fault("è ammesso uno solo tra: " + list, "only one may be there of: " + list);
        }
    }

    @Override
    public void onlyWith(String first, String second) {
        if (object.has(second) && !object.has(first)) {
            fault("\"" + second + "\" richiede \"" + first + "\"", "\"" + second + "\" needs \"" + first + "\"");
        }
    }

    /** Reads the object itself as one value; its reader tells which fields are known. */
    final <T> Given<T> whole(Reader<T> reader) {
        object.names().forEach(object::has);
        var value = reader.read(object.place());
        faulty |= value == null;
        return new Given<>(value);
    }

    private long count(String... names) {
        return Arrays.stream(names).filter(object::has).count();
    }

    private void fault(String it, String en) {
        faulty = true;
        object.fault(it, en);
    }
}

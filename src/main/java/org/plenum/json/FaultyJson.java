package org.plenum.json;

import java.util.List;
import java.util.stream.Collectors;

/** A JSON text that cannot be understood, with everything that is wrong with it. */
public final class FaultyJson extends IllegalArgumentException {
    private final transient List<JsonFault> faults;

    /** Throws an exception if there is no fault at all. */
    public FaultyJson(List<JsonFault> faults) {
        super(faults.stream().map(JsonFault::en).collect(Collectors.joining("\n")));
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("no fault");
        }
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong, in the order of the text where its lines are known. */
    public List<JsonFault> faults() {
        return faults;
    }
}

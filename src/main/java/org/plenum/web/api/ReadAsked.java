package org.plenum.web.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plenum.json.Faults;
import org.plenum.json.Place;
import org.plenum.json.StrictObject;
import org.plenum.vocabulary.Bilingual;
import org.plenum.web.problem.Fault;
import tools.jackson.databind.node.StringNode;

/** Reads what an endpoint asks of a request that was sent. */
final class ReadAsked extends ReadFields implements Asked {
    private final Map<String, String> path;
    private final Map<String, String[]> query;
    private final Set<String> asked = new HashSet<>();
    private final List<Fault> faults;

    /** Notes faults of path and query in {@code faults}; those of the body are noted where it is read. */
    ReadAsked(Map<String, String> path, Map<String, String[]> query, StrictObject body, List<Fault> faults) {
        super(body);
        this.path = path;
        this.query = query;
        this.faults = faults;
    }

    @Override
    public <T> Given<T> path(String name, Kind<T> kind) {
        var written = path.get(name);
        if (written == null) {
            throw new IllegalStateException("the path has no variable " + name);
        }
        return parameter(name, written, kind);
    }

    @Override
    public <T> Given<T> whole(Kind<T> kind) {
        return whole(kind.reader());
    }

    @Override
    public <T> Given<T> query(String name, Kind<T> kind) {
        asked.add(name);
        var written = query.get(name);
        if (written == null) {
            return Given.nothing();
        }
        if (written.length > 1) {
            faults.add(fault(name, "indicato più volte", "given more than once"));
            return Given.nothing();
        }
        return parameter(name, written[0], kind);
    }

    /** Notes every parameter of the query that nobody asked for. */
    void refuseTheRest() {
        var unknown = new ArrayList<>(query.keySet());
        unknown.removeAll(asked);
        unknown.forEach(name -> faults.add(fault(name, "parametro sconosciuto", "an unknown parameter")));
    }

    private <T> Given<T> parameter(String name, String written, Kind<T> kind) {
        var found = new Faults();
        var value = kind.reader().read(Place.root(new StringNode(written), found));
        found.found().forEach(fault -> faults.add(Fault.inParameter(name, fault)));
        return new Given<>(value);
    }

    private static Fault fault(String name, String it, String en) {
        return Fault.inParameter(name, new Bilingual(it, en));
    }
}

package org.plenum.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured so far; each thing is also said at once, so that whoever waits sees the run go on. */
final class Findings {
    private final List<Aim> aims = new ArrayList<>();
    private final Map<String, List<List<String>>> tables = new LinkedHashMap<>();

    /** Says what is being done now. */
    void now(String doing) {
        System.err.println("bench: " + doing + " …");
    }

    void aim(Aim aim) {
        aims.add(aim);
        System.err.printf(
                "bench:   %s: %s (%s)%s%n", aim.what(), aim.measured(), aim.wanted(), aim.holds() ? "" : "   MISSED");
    }

    /** Adds a row to a table. */
    void row(String table, String... cells) {
        tables.computeIfAbsent(table, _ -> new ArrayList<>()).add(List.of(cells));
        System.err.println("bench:   " + String.join(" | ", cells));
    }

    List<Aim> aims() {
        return List.copyOf(aims);
    }

    List<List<String>> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }
}

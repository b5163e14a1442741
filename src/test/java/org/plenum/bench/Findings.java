package org.plenum.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured so far; each thing is also said at once, so that whoever waits sees the run go on. */
final class Findings {
    private final List<Aim> aims = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, List<List<String>>> tables = new LinkedHashMap<>();

    /** Something that is measured. */
    interface Part {
        void measure() throws Exception;
    }

    /** Measures a part; if it fails, that is told in its place. */
    void part(String name, Part part) {
        try {
            part.measure();
        } catch (Exception e) {
            failures.add(name + ": " + e);
            System.err.println("bench: " + name + " could not be measured");
            e.printStackTrace();
        }
    }

    /** The parts that could not be measured, each with its reason. */
    List<String> failures() {
        return List.copyOf(failures);
    }

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

package org.plenum.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Malformed;

/** Collects what is wrong while reading goes on, so that a file is put right in one go. Not for several threads. */
public final class Faults {
    /** How many faults are told; whoever has more put these right first. */
    static final int MOST = 200;

    private final Map<String, Integer> lines;
    private final Map<String, String> plain;
    private final List<JsonFault> found = new ArrayList<>();

    /** Collects faults of a text whose lines are not known. */
    public Faults() {
        this(Map.of(), Map.of());
    }

    /**
     * Collects faults of a text in which the values at these pointers stand on these lines.
     *
     * @param plain how numbers were written where they may as well be meant as texts
     */
    Faults(Map<String, Integer> lines, Map<String, String> plain) {
        this.lines = lines;
        this.plain = plain;
    }

    /** How the number at a place was written, where it may be meant as a text; null elsewhere. */
    @Nullable String plain(String pointer) {
        return plain.get(pointer);
    }

    /** Notes what is wrong with the form at a place. */
    public void add(String pointer, String it, String en) {
        add(pointer, new Bilingual(it, en));
    }

    /** Notes what is wrong with the form at a place. */
    public void add(String pointer, Bilingual message) {
        add(pointer, JsonFault.Kind.FORM, message);
    }

    /** Notes why a value of the right form can never be. */
    public void addImpossible(String pointer, Bilingual message) {
        add(pointer, JsonFault.Kind.VALUE, message);
    }

    /** Notes a value that the domain refused. */
    public void add(String pointer, Malformed refused) {
        addImpossible(pointer, MalformedText.of(refused));
    }

    private void add(String pointer, JsonFault.Kind kind, Bilingual message) {
        if (found.size() < MOST) {
            found.add(new JsonFault(pointer, line(pointer), null, kind, message));
        }
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What is wrong so far, by line where lines are known. */
    public List<JsonFault> found() {
        return found.stream()
                .sorted(Comparator.comparingInt(fault -> fault.line() == null ? Integer.MAX_VALUE : fault.line()))
                .toList();
    }

    /**
     * Returns what was read if nothing is wrong.
     *
     * @throws FaultyJson with everything that is
     */
    public <T> T orThrow(@Nullable T read) {
        if (!found.isEmpty()) {
            throw new FaultyJson(found());
        }
        if (read == null) {
            throw new IllegalStateException("nothing read and no fault noted");
        }
        return read;
    }

    /** The line of a place, or of the nearest thing around it. */
    private @Nullable Integer line(String pointer) {
        var at = pointer;
        while (true) {
            var line = lines.get(at);
            if (line != null || at.isEmpty()) {
                return line;
            }
            at = at.substring(0, Math.max(at.lastIndexOf('/'), 0));
        }
    }
}

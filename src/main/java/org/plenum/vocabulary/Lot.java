package org.plenum.vocabulary;

import java.util.HashSet;
import java.util.List;

/** A lot drawn between candidates with equally many votes: who was drawn first, second and so on. */
public record Lot(List<CandidateId> drawn) {
    /** Throws {@link Malformed} if fewer than two candidates were drawn, or one twice. */
    public Lot {
        drawn = List.copyOf(drawn);
        if (drawn.size() < 2 || new HashSet<>(drawn).size() < drawn.size()) {
            throw new Malformed(Malformed.Fault.WORD, "lot", drawn.toString());
        }
    }
}

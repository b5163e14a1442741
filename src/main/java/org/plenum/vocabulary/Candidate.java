package org.plenum.vocabulary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One who stands in an election.
 *
 * @param seniority the date that counts where a tie goes to the more senior, of birth or of taking office; the earlier is
 *     the more senior. Null where it is not known
 */
public record Candidate(
        CandidateId id, String name, @Nullable LocalDate seniority) {
    /** Throws {@link Malformed} if the name cannot be one. */
    public Candidate {
        name = Texts.name("candidate name", name);
    }
}

package org.plenum.projection.results;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.plenum.vocabulary.VoteId;

/** The votes of a session, in the order of opening. Never changes. */
public record ResultsView(Map<VoteId, VoteResult> byVote) {
    /** Expects a map that nobody changes any more. */
    public ResultsView {
        byVote = Collections.unmodifiableMap(byVote);
    }

    /** Every vote. */
    public Collection<VoteResult> votes() {
        return byVote.values();
    }

    /** One vote, empty where there is none of that identifier. */
    public Optional<VoteResult> of(VoteId vote) {
        return Optional.ofNullable(byVote.get(vote));
    }
}

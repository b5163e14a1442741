package org.plenum.decision;

import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.VoteId;

/** A secret choice on its way into the urn of its vote. It stands in no event and must stand in no log. */
public record Deposit(VoteId vote, Choice choice) {
    /** Says nothing of the choice. */
    @Override
    public String toString() {
        return "Deposit[vote=" + vote + "]";
    }
}

package org.plenum.ledger;

/**
 * What the ledger answers to commands given together: all of them were recorded, or none.
 *
 * @param answer {@link Answer.Accepted} with all their entries as if they were of one command; or why there are none
 * @param refusedAt which of the commands was refused, from 0; -1 where none was
 */
public record JointAnswer(Answer answer, int refusedAt) {
    static JointAnswer of(Answer answer) {
        return new JointAnswer(answer, answer instanceof Answer.Refused ? 0 : -1);
    }
}

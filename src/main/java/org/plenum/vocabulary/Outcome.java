package org.plenum.vocabulary;

/** What became of a question put to the assembly. */
public enum Outcome {
    /** The majority that the rule asks for was reached. */
    CARRIED,
    /** It was not. */
    REJECTED,
    /** Too few were present to deliberate, whatever the ballots say. */
    NO_QUORUM,
    /** What is known admits more than one of the others. */
    UNDETERMINED
}

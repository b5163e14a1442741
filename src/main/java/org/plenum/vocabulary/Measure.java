package org.plenum.vocabulary;

/** By what seats are counted. */
public enum Measure {
    /** Each seat is one. */
    HEADS,
    /** Each seat is worth its voting weight. */
    WEIGHT,
    /** Each seat is worth the residents it stands for. */
    POPULATION
}

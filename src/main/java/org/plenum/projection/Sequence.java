package org.plenum.projection;

/** Which of two facts came first, and how that is known. */
public record Sequence(boolean firstBefore, Basis basis) {}

package org.plenum.projection;

import org.plenum.vocabulary.Finding;

/** A finding and the position of the event that it was made on. */
public record PlacedFinding(long position, Finding finding) {}

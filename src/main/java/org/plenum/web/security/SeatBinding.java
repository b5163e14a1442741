package org.plenum.web.security;

import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.SeatId;

/** A seat of an assembly for which somebody may act. */
public record SeatBinding(AssemblyId assembly, SeatId seat) {}

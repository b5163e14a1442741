package org.plenum.event;

/** A fact that the ledger keeps, of a session or of an assembly. */
public sealed interface Event permits SessionEvent, AssemblyEvent {}

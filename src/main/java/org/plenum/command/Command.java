package org.plenum.command;

/** What may be asked of the ledger. */
public sealed interface Command permits SessionCommand, AssemblyCommand {}

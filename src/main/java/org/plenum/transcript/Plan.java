package org.plenum.transcript;

import org.jspecify.annotations.Nullable;
import org.plenum.command.AssemblyCommand.FoundAssembly;
import org.plenum.command.SessionCommand.TranscribeSession;

/**
 * What a transcript asks of the ledger. It was rehearsed and accepted.
 *
 * @param found the founding of the assembly, or null where it exists and is reused
 * @param transcribe the session, whole
 */
public record Plan(@Nullable FoundAssembly found, TranscribeSession transcribe) {}

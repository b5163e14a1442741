package org.plenum.transcript;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.command.AssemblyCommand.FoundAssembly;
import org.plenum.vocabulary.SessionId;

/**
 * What a transcript asks of the ledger. It was rehearsed and accepted.
 *
 * @param found the founding of the assembly, or null where it exists and is reused
 * @param record the session's commands, from its convening on
 */
public record Plan(SessionId session, @Nullable FoundAssembly found, List<Told> record) {}

package org.plenum.projection.directory;

import java.time.LocalDate;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SessionStage;

/** A session as a list of sessions shows it. */
public record SessionEntry(
        SessionId session,
        AssemblyId assembly,
        String assemblyName,
        String title,
        LocalDate date,
        int call,
        Provenance provenance,
        SessionStage stage) {
    SessionEntry at(SessionStage now) {
        return new SessionEntry(session, assembly, assemblyName, title, date, call, provenance, now);
    }
}

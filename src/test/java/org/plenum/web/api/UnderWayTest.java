package org.plenum.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plenum.projection.directory.SessionEntry;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SessionStage;

class UnderWayTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static SessionEntry session(String id, LocalDate date, SessionStage stage) {
        return new SessionEntry(
                new SessionId(id), new AssemblyId("a"), "A", "A session", date, 1, Provenance.LIVE, stage);
    }

    @Test
    void whatHasBegunAndNotEndedIsUnderWay() {
        var sessions = Stream.of(SessionStage.values())
                .map(stage -> session(stage.name().toLowerCase(Locale.ROOT), TODAY, stage))
                .toList();
        assertThat(UnderWay.on(TODAY, sessions))
                .containsExactlyInAnyOrder(new SessionId("open"), new SessionId("suspended"));
    }

    @Test
    void aSessionThatNobodyEndedIsNotUnderWayForEver() {
        var sessions = List.of(
                session("old", TODAY.minusDays(2), SessionStage.OPEN),
                session("past-midnight", TODAY.minusDays(1), SessionStage.OPEN),
                session("far-east", TODAY.plusDays(1), SessionStage.OPEN),
                session("far-off", TODAY.plusDays(2), SessionStage.OPEN));
        assertThat(UnderWay.on(TODAY, sessions))
                .containsExactly(new SessionId("past-midnight"), new SessionId("far-east"));
    }
}

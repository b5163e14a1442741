package org.plenum.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.projection.directory.SessionEntry;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SessionStage;

class UnderWayTest {
    private static final long MOST_WAIT_NANOS = 60_000_000_000L;
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

    @Test
    @Tag("slow")
    void isReadyAfterAStartBeforeAnybodyAsks(@TempDir Path folder) throws InterruptedException {
        try (var server = Server.on(folder)) {
            convene(server, "begun");
            convene(server, "convened");
            assertThat(server.post("/api/sessions/begun/opening", "{}").status())
                    .isEqualTo(200);
        }
        try (var server = Server.on(folder)) {
            var side = server.bean(ReadSide.class);
            for (var begun = System.nanoTime(); side.kept() == 0 && System.nanoTime() - begun < MOST_WAIT_NANOS; ) {
                Thread.sleep(20);
            }
            assertThat(side.kept()).isEqualTo(1);
        }
    }

    private static void convene(Server server, String session) {
        server.post("/api/assemblies", "{\"id\":\"a\",\"name\":\"A\",\"seats\":[{\"id\":\"s\",\"name\":\"S\"}]}");
        assertThat(server.post(
                                "/api/assemblies/a/sessions",
                                "{\"id\":\"%s\",\"title\":\"T\",\"date\":\"%s\",\"zone\":\"Europe/Rome\",\"agenda\":[]}"
                                        .formatted(session, LocalDate.now(ZoneOffset.UTC)))
                        .status())
                .isEqualTo(201);
    }
}

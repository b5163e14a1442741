package org.plenum.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.web.api.Browsing;
import org.plenum.web.api.Server;

/** A roll of thousands, as forms send it. */
@Tag("slow")
class LongRollOverHttpTest {
    private static final int SEATS = 3000;

    @Test
    void theRollIsCalledInOneForm(@TempDir Path data) {
        try (var server = Server.on(data)) {
            var seats = IntStream.rangeClosed(1, SEATS)
                    .mapToObj("{\"id\": \"s%1$d\", \"name\": \"Socio %1$d\"}"::formatted)
                    .collect(Collectors.joining(", "));
            server.post("/api/assemblies", "{\"id\": \"a\", \"name\": \"Soci\", \"seats\": [" + seats + "]}");
            server.post("/api/assemblies/a/sessions", """
                    {"id": "s", "title": "Seduta", "date": "2024-11-13", "zone": "Europe/Rome", "agenda": []}
                    """);
            server.post("/api/sessions/s/opening", "");
            var fields = new TreeMap<String, String>();
            IntStream.rangeClosed(1, SEATS).forEach(seat -> fields.put("roll.s" + seat, "in-person"));
            try (var clerk = Browsing.as(server, "CLERK")) {
                var answer = clerk.post("/sessions/s/acts/roll-call", "/sessions/s/clerk?roll=true", fields);
                assertThat(answer.statusCode()).as(answer.body()).isLessThan(400);
            }
            assertThat(server.get("/api/sessions/s")
                            .json()
                            .at("/quorum/present")
                            .asInt())
                    .isEqualTo(SEATS);
        }
    }
}

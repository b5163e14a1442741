package org.plenum.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every output, every role, every situation: two sessions that differ in nothing but what is withheld look the same to
 * whoever it is withheld from, wherever they look, and differ for whoever may see it. Outputs are found, not listed: one that
 * is added later is looked at too.
 */
@Tag("slow")
class VisibilityTest {
    private static final String FOUND = """
            {"id": "twins", "name": "Assemblea dei gemelli", "seats": [
              {"id": "albino", "name": "Comune di Albino", "delegate": "Daniele Esposito"},
              {"id": "colzate", "name": "Comune di Colzate", "delegate": "Adriana Dentella"},
              {"id": "leffe", "name": "Comune di Leffe", "delegate": "Marco Gallizioli"},
              {"id": "gandino", "name": "Comune di Gandino", "delegate": "Filippo Servalli"}]}
            """;
    private static final String CONVENE = """
            {"id": "%s", "title": "Seduta", "date": "2024-11-13", "zone": "Europe/Rome", "rules": %s,
             "agenda": [{"number": "1", "title": "Verbali"}, {"number": "2", "title": "Nomine"}]}
            """;

    private static Server server;
    private static Browsing reader;
    private static Browsing administrator;
    private static Browsing president;
    private static Browsing clerk;
    private static Browsing auditor;
    private static Browsing albino;
    private static Browsing gandino;
    private static List<Browsing> everybody;
    private static int count;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = Server.on(data);
        assertThat(server.post("/api/assemblies", FOUND).status()).isEqualTo(201);
        reader = Browsing.as(server, "READER");
        administrator = Browsing.as(server, "ADMINISTRATOR");
        president = Browsing.as(server, "PRESIDENT");
        clerk = Browsing.as(server, "CLERK");
        auditor = Browsing.as(server, "AUDITOR");
        albino = Browsing.delegate(server, "twins", "albino");
        gandino = Browsing.delegate(server, "twins", "gandino");
        everybody = List.of(reader, administrator, president, clerk, auditor, albino, gandino);
    }

    @AfterAll
    static void stop() {
        everybody.forEach(Browsing::close);
        server.close();
    }

    /** One of two sessions; what is done to both is done under names of the same length. */
    private record Twin(String session) {
        Twin does(String under, String body) {
            var said = server.post("/api/sessions/" + session + under, body);
            assertThat(said.status())
                    .as(under + " " + body + ": " + said.body())
                    .isIn(200, 201);
            return this;
        }
    }

    private static List<Twin> twins(String rules) {
        count++;
        return Stream.of("first", "other")
                .map(name -> new Twin(name + count))
                .peek(twin -> assertThat(
                                server.post("/api/assemblies/twins/sessions", CONVENE.formatted(twin.session(), rules))
                                        .status())
                        .isEqualTo(201))
                .map(twin -> twin.does("/opening", "")
                        .does("/arrivals", "{\"seat\": \"albino\"}")
                        .does("/arrivals", "{\"seat\": \"colzate\"}")
                        .does("/arrivals", "{\"seat\": \"leffe\"}")
                        .does("/items/taking-up", "{\"number\": \"1\"}"))
                .toList();
    }

    // ---- situations

    @Test
    void runningChoicesAreNobodysWhereTheRulesHideThem() {
        var twins = running("hidden");
        assertThat(differences(twins, Set.of(albino))).isEmpty();
        assertThat(seenBy(albino, twins)).as("the own ballot").isNotEmpty();
    }

    @Test
    void runningChoicesAreTheOfficersWhereTheRulesSaySo() {
        var twins = running("officers");
        assertThat(differences(twins, Set.of(albino, president, clerk))).isEmpty();
        assertThat(seenBy(president, twins)).isNotEmpty();
        assertThat(seenBy(clerk, twins)).isNotEmpty();
    }

    @Test
    void runningChoicesAreEverybodysWhereTheRulesSaySoAndAllChoicesAreOnceTheVoteIsClosed() {
        var twins = running("everyone");
        assertThat(seenBy(reader, twins)).isNotEmpty();
        var hidden = running("hidden");
        hidden.forEach(twin -> twin.does("/votes/v1/closing", "{}"));
        assertThat(seenBy(reader, hidden)).isNotEmpty();
    }

    private static List<Twin> running(String rule) {
        var twins = twins("{\"runningChoices\": \"" + rule + "\", \"ballotChange\": true}");
        twins.forEach(twin -> twin.does("/votes", "{\"id\": \"v1\", \"subject\": \"x\", \"method\": \"electronic\"}")
                .does("/votes/v1/ballots", "{\"seat\": \"colzate\", \"choice\": \"abstain\"}"));
        twins.getFirst()
                .does("/votes/v1/ballots", "{\"seat\": \"albino\", \"choice\": \"against\"}")
                .does("/votes/v1/ballots", "{\"seat\": \"albino\", \"choice\": \"for\"}");
        twins.getLast()
                .does("/votes/v1/ballots", "{\"seat\": \"albino\", \"choice\": \"for\"}")
                .does("/votes/v1/ballots", "{\"seat\": \"albino\", \"choice\": \"abstain\"}");
        return twins;
    }

    @Test
    void whoTakesPartInASecretVoteIsForOfficersAuditorsAndOneself() {
        var twins = twins("{}");
        twins.forEach(twin -> twin.does("/votes", "{\"id\": \"v1\", \"subject\": \"x\", \"method\": \"secret\"}"));
        twins.getFirst().does("/votes/v1/ballots", "{\"seat\": \"albino\", \"choice\": \"for\"}");
        twins.getLast().does("/votes/v1/ballots", "{\"seat\": \"colzate\", \"choice\": \"for\"}");
        secretParticipation(twins);
        twins.forEach(twin -> twin.does("/votes/v1/ballots", "{\"seat\": \"leffe\", \"choice\": \"for\"}")
                .does("/votes/v1/closing", "{}"));
        secretParticipation(twins);
    }

    private void secretParticipation(List<Twin> twins) {
        var may = Set.of(albino, president, clerk, auditor);
        assertThat(differences(twins, may)).isEmpty();
        may.forEach(each -> assertThat(seenBy(each, twins)).as(each.toString()).isNotEmpty());
    }

    @Test
    void howASeatChoosesInASecretVoteIsNobodys() {
        var twins = twins("{\"runningChoices\": \"everyone\"}");
        twins.forEach(twin -> twin.does("/votes", "{\"id\": \"v1\", \"subject\": \"x\", \"method\": \"secret\"}"));
        twins.getFirst()
                .does("/votes/v1/ballots", "{\"seat\": \"albino\", \"choice\": \"for\"}")
                .does("/votes/v1/ballots", "{\"seat\": \"colzate\", \"choice\": \"against\"}");
        twins.getLast()
                .does("/votes/v1/ballots", "{\"seat\": \"albino\", \"choice\": \"against\"}")
                .does("/votes/v1/ballots", "{\"seat\": \"colzate\", \"choice\": \"for\"}");
        assertThat(differences(twins, Set.of())).isEmpty();
        twins.forEach(twin -> twin.does("/votes/v1/closing", "{}"));
        assertThat(differences(twins, Set.of())).isEmpty();
    }

    @Test
    void whatHappensBehindClosedDoorsIsForThoseInsideThenAndLater() {
        var twins = twins("{}");
        twins.forEach(twin -> twin.does("/publicity", "{\"closed\": true}"));
        twins.getFirst()
                .does("/arrivals", "{\"seat\": \"gandino\"}")
                .does("/items/taking-up", "{\"number\": \"2\"}")
                .does("/statements", "{\"speaker\": \"albino\", \"text\": \"Pera.\"}")
                .does("/attendees", "{\"name\": \"Dott. Mela\", \"present\": true}")
                .does("/votes", "{\"id\": \"v1\", \"subject\": \"Uva\", \"method\": \"show-of-hands\"}")
                .does("/votes/v1/ballots", "{\"seat\": \"albino\", \"choice\": \"for\"}");
        twins.getLast()
                .does("/statements", "{\"speaker\": \"colzate\", \"text\": \"Ciliegia matura.\"}")
                .does("/votes", "{\"id\": \"v1\", \"subject\": \"Susina\", \"method\": \"roll-call\"}")
                .does("/votes/v1/ballots", "{\"seat\": \"albino\", \"choice\": \"against\"}")
                .does("/votes/v1/ballots", "{\"seat\": \"leffe\", \"choice\": \"abstain\"}")
                .does("/arrivals", "{\"seat\": \"gandino\"}")
                .does("/departures", "{\"seat\": \"gandino\", \"reason\": \"treno\"}");
        closedSitting(twins);
        twins.getFirst().does("/votes/v1/closing", "{}").does("/departures", "{\"seat\": \"leffe\"}");
        twins.getLast()
                .does("/votes/v1/closing", "{}")
                .does("/departures", "{\"seat\": \"leffe\", \"reason\": \"ira\"}");
        // As many events in the one as in the other: that something was recorded is no secret.
        twins.getLast().does("/arrivals", "{\"seat\": \"gandino\"}").does("/items/taking-up", "{\"number\": \"2\"}");
        twins.getFirst()
                .does("/statements", "{\"speaker\": \"albino\", \"text\": \"Fico.\"}")
                .does("/statements", "{\"speaker\": \"albino\", \"text\": \"Noce.\"}")
                .does("/statements", "{\"speaker\": \"albino\", \"text\": \"Pesca.\"}");
        twins.getFirst().does("/departures", "{\"seat\": \"colzate\"}").does("/arrivals", "{\"seat\": \"colzate\"}");
        twins.getLast()
                .does("/attendees", "{\"name\": \"Dott. Mela\", \"present\": true}")
                .does("/departures", "{\"seat\": \"colzate\"}")
                .does("/arrivals", "{\"seat\": \"colzate\"}");
        closedSitting(twins);
    }

    private void closedSitting(List<Twin> twins) {
        var may = Set.of(administrator, president, clerk, auditor, albino, gandino);
        assertThat(differences(twins, may)).isEmpty();
        may.forEach(each -> assertThat(seenBy(each, twins)).as(each.toString()).isNotEmpty());
    }

    @Test
    void behindClosedDoorsNothingIsAskedForByNameEither() {
        var twin = twins("{}").getFirst();
        twin.does("/publicity", "{\"closed\": true}")
                .does("/statements", "{\"speaker\": \"albino\", \"text\": \"Pera segreta.\"}")
                .does("/votes", "{\"id\": \"v1\", \"subject\": \"Mela segreta\", \"method\": \"show-of-hands\"}")
                .does("/votes/v1/record", "{\"for\": \"rest\"}")
                .does("/votes/v1/closing", "{}")
                .does("/votes/v1/proclamation", "{\"outcome\": \"carried\"}")
                .does("/publicity", "{\"closed\": false}");
        var at = "/api/sessions/" + twin.session();
        assertThat(reader.get(at + "/votes/v1").statusCode()).isEqualTo(404);
        assertThat(reader.get(at + "/votes/v1/presence/albino").statusCode()).isEqualTo(404);
        assertThat(president.get(at + "/votes/v1").statusCode()).isEqualTo(200);
        var said = new ArrayList<String>();
        for (var path : outputs(twin.session())) {
            if (read(reader, path).contains("segreta")) {
                said.add(path);
            }
        }
        assertThat(said).isEmpty();
        assertThat(read(auditor, "/sessions/" + twin.session() + "/replay")).isNotEmpty();
        var journal = reader.get(at + "/events").body();
        assertThat(journal).contains("\"withheld\":\"closed-sitting\"");
    }

    // ---- looking

    /** Where whoever may not see a difference sees one. */
    private static Map<String, Set<String>> differences(List<Twin> twins, Set<Browsing> may) {
        var differences = new TreeMap<String, Set<String>>();
        everybody.stream().filter(each -> !may.contains(each)).forEach(each -> {
            var seen = seenBy(each, twins);
            if (!seen.isEmpty()) {
                differences.put(each.toString(), seen);
            }
        });
        return differences;
    }

    /** The outputs in which somebody can tell the twins apart. */
    private static Set<String> seenBy(Browsing person, List<Twin> twins) {
        var first = outputs(twins.getFirst().session());
        var other = outputs(twins.getLast().session());
        var different = new TreeSet<String>();
        for (var i = 0; i < first.size(); i++) {
            var one = plain(read(person, first.get(i)));
            if (!one.equals(plain(read(person, other.get(i))))) {
                different.add(first.get(i));
            }
        }
        return different;
    }

    /** Every address that answers questions, with everything that it can be asked of a session. */
    private static List<String> outputs(String session) {
        var patterns = new TreeSet<String>();
        server.bean(Endpoints.class).all().stream()
                .filter(endpoint -> endpoint.method() == HttpMethod.GET)
                .map(Endpoint::path)
                .forEach(patterns::add);
        server.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .forEach(patterns::add);
        var outputs = new ArrayList<String>();
        patterns.stream().filter(pattern -> pattern.contains("{session}")).forEach(pattern -> {
            var path = pattern.replace("{session}", session)
                    .replace("{vote}", "v1")
                    .replace("{seat}", "albino")
                    .replaceAll("\\{[^}]*}", "x");
            outputs.add(path);
            if (path.startsWith("/api/") && !path.endsWith("/events") && !path.endsWith("/live")) {
                Stream.of("?position=12", "?position=13&at=23:59").forEach(query -> outputs.add(path + query));
            }
        });
        outputs.add("/sessions/" + session + "/replay?position=12");
        outputs.add("/sessions/" + session + "/replay?position=13");
        outputs.add("/sessions/" + session + "/presence?vote=v1&seat=albino");
        outputs.add("/sessions/" + session + "/clerk?seat=albino");
        outputs.add("/api/sessions/" + session + "/events?after=9&limit=4");
        outputs.add("/api/sessions?assembly=twins");
        outputs.add("/api/dossiers?person=Daniele%20Esposito");
        return outputs;
    }

    private static String read(Browsing person, String path) {
        if (path.endsWith("/live") || path.endsWith("/pulse")) {
            return firstOf(person, path);
        }
        if (path.contains("/bundle")) {
            return entriesOf(person, path);
        }
        var page = person.get(path, "Accept-Language", "en").body();
        return path.startsWith("/sessions/") ? page + renewed(person, path) : page;
    }

    /** What a page is sent when it renews itself: written once for many, so never with anything of one person's. */
    private static String renewed(Browsing person, String path) {
        var renewed =
                person.get(path, "Accept-Language", "en", "HX-Trigger", "live").body();
        if (path.matches("/sessions/[^/]+(/wall)?")) {
            assertThat(renewed).startsWith("<main").doesNotContain("_csrf", "<head>");
        }
        return path.matches("/sessions/[^/]+(/wall|/ballot)?")
                ? renewed + firstOf(person, path, "Accept-Language", "en", "Accept", "text/event-stream")
                : renewed;
    }

    /** What a bundle tells of the session; its proofs differ with what else stands in the log. */
    private static String entriesOf(Browsing person, String path) {
        try (var zip = new ZipInputStream(person.client()
                .send(person.request(path).GET().build(), BodyHandlers.ofInputStream())
                .body())) {
            var told = new StringBuilder();
            for (var file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                if (Set.of("entries.jsonl", "disclosures.jsonl", "report.json").contains(file.getName())) {
                    told.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            // Salts, commitments and hashes.
            return told.toString().replaceAll("\"[A-Za-z0-9+/_-]{22,}={0,2}\"", "RANDOM");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a stream tells at once. */
    private static String firstOf(Browsing person, String path, String... headers) {
        try (var body = person.client()
                .send(person.request(path, headers).GET().build(), BodyHandlers.ofInputStream())
                .body()) {
            var bytes = new byte[1 << 16];
            var text = new StringBuilder();
            while (text.indexOf("\n\n", Math.max(0, text.indexOf("data:"))) < 0) {
                var read = body.read(bytes);
                if (read < 0) {
                    break;
                }
                text.append(new String(bytes, 0, read, StandardCharsets.UTF_8));
            }
            return text.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Without what differs by chance: names of the twins, times, keys, hashes. */
    private static String plain(String body) {
        return body.replaceAll("(first|other)(\\d+)", "twin")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z?", "TIME")
                .replaceAll("\\d\\d:\\d\\d(:\\d\\d)?", "TIME")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "KEY")
                .replaceAll("\\b[0-9a-f]{16,64}\\b", "HASH")
                .replaceAll("&quot;[A-Za-z0-9+/_-]{22,}={0,2}&quot;", "RANDOM")
                .replaceAll("\"tlogProof\":(\"[^\"]*\"|null)", "PROOF")
                .replaceAll("\"head\":(null|\\{[^}]*\\})", "HEAD")
                .replaceAll("(name=\"_csrf\" value=\")[^\"]*", "$1")
                .replaceAll("\"gap\":\"[^\"]*\"", "GAP")
                .replaceAll("PT[0-9.HMS]+", "GAP");
    }
}

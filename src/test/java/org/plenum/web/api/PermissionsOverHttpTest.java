package org.plenum.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.command.AssemblyCommand.*;
import org.plenum.command.Command;
import org.plenum.command.SessionCommand.*;
import org.plenum.ledger.Ledger;
import org.plenum.web.security.Deed;
import org.plenum.web.security.Grant;
import org.plenum.web.security.Permissions;
import org.plenum.web.security.Role;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The table of permissions, cell by cell, through the real interface; and no way to change anything passes it by. */
@Tag("slow")
class PermissionsOverHttpTest {
    private static final String S = "/api/sessions/s";
    private static final String A = "/api/assemblies/here";

    /** A request that gives a command. {@code other}: the same for a seat that is not the delegate's own. */
    private record Sample(String method, String path, String body, String other) {}

    private static final Map<Class<? extends Command>, Sample> SAMPLES = new LinkedHashMap<>();

    private static Server server;
    private static final Map<Role, Browsing> PEOPLE = new LinkedHashMap<>();

    @BeforeAll
    static void start(@TempDir Path data) {
        server = Server.on(data);
        does("/api/assemblies", """
                {"id": "here", "name": "Assemblea", "seats": [
                  {"id": "albino", "name": "Albino"}, {"id": "colzate", "name": "Colzate"}, {"id": "leffe", "name": "Leffe"}]}""");
        does(A + "/sessions", """
                {"id": "s", "title": "Seduta", "date": "2024-11-13", "zone": "Europe/Rome",
                 "agenda": [{"number": "1", "title": "Verbali"}, {"number": "2", "title": "Nomine"}]}""");
        does(S + "/opening", "{}");
        var arrival = does(S + "/arrivals", "{\"seat\": \"albino\"}");
        does(S + "/arrivals", "{\"seat\": \"colzate\"}");
        var statement = does(S + "/statements", "{\"speaker\": \"albino\", \"text\": \"Buonasera.\"}");
        does(S + "/votes", "{\"id\": \"v1\", \"subject\": \"x\", \"method\": \"electronic\"}");
        var ballot = does(S + "/votes/v1/ballots", "{\"seat\": \"albino\", \"choice\": \"for\"}");
        does(S + "/votes/v1/closing", "{}");
        var proclaimed = does(S + "/votes/v1/proclamation", "{\"outcome\": \"carried\"}");
        samples(arrival, statement, ballot, proclaimed);
        for (var role : Role.values()) {
            PEOPLE.put(
                    role,
                    role == Role.DELEGATE
                            ? Browsing.delegate(server, "here", "albino")
                            : Browsing.as(server, role.name()));
        }
    }

    private static long does(String path, String body) {
        var said = server.post(path, body);
        assertThat(said.status()).as(said.body()).isIn(200, 201);
        return said.json().get("position").asLong();
    }

    @AfterAll
    static void stop() {
        PEOPLE.values().forEach(Browsing::close);
        server.close();
    }

    private static void post(Class<? extends Command> command, String path, String body) {
        send(command, "POST", path, body);
    }

    private static void send(Class<? extends Command> command, String method, String path, String body) {
        SAMPLES.put(command, new Sample(method, path, body, body.replace("albino", "colzate")));
    }

    private static void samples(long arrival, long statement, long ballot, long proclaimed) {
        post(
                FoundAssembly.class,
                "/api/assemblies",
                "{\"id\": \"new\", \"name\": \"N\", \"seats\": [{\"id\": \"a\", \"name\": \"A\"}]}");
        send(AdoptRules.class, "PUT", A + "/rules", "{\"quorum\": {\"1\": {\"fixed\": 1}}}");
        post(AddSeats.class, A + "/seats/gandino", "{\"name\": \"Gandino\"}");
        send(ChangeSeat.class, "PUT", A + "/seats/leffe", "{\"name\": \"Leffe\", \"weight\": 2}");
        send(RemoveSeat.class, "DELETE", A + "/seats/leffe", "");
        post(ConveneSession.class, A + "/sessions", """
                {"id": "s2", "title": "Altra", "date": "2024-11-14", "zone": "Europe/Rome",
                 "agenda": [{"number": "1", "title": "Verbali"}]}""");
        post(CallRoll.class, S + "/roll-calls", "{\"present\": [\"albino\"]}");
        post(RegisterArrival.class, S + "/arrivals", "{\"seat\": \"albino\"}");
        post(ChangeMode.class, S + "/mode-changes", "{\"seat\": \"albino\", \"mode\": \"remote\"}");
        post(ReplaceDelegate.class, S + "/delegate-changes", "{\"seat\": \"albino\", \"delegate\": \"X\"}");
        post(GiveProxy.class, S + "/proxies", "{\"from\": \"albino\", \"to\": \"leffe\"}");
        SAMPLES.put(RevokeProxy.class, new Sample("DELETE", S + "/proxies/albino", "", S + "/proxies/colzate"));
        post(NoteAttendee.class, S + "/attendees", "{\"name\": \"X\"}");
        post(HandOverChair.class, S + "/chair", "{\"seat\": \"albino\"}");
        post(ReplaceClerk.class, S + "/clerk", "{\"seat\": \"albino\"}");
        post(AppointScrutineers.class, S + "/scrutineers", "{\"seats\": [\"albino\"]}");
        post(VerifyQuorum.class, S + "/quorum-checks", "{}");
        post(TakeUpItem.class, S + "/items/taking-up", "{\"number\": \"1\"}");
        post(ConcludeItem.class, S + "/items/conclusion", "{\"number\": \"1\", \"how\": \"noted\"}");
        send(AmendAgenda.class, "PUT", S + "/agenda", "{\"agenda\": [{\"number\": \"1\", \"title\": \"V\"}]}");
        post(RecordStatement.class, S + "/statements", "{\"speaker\": \"albino\", \"text\": \"x\"}");
        post(ApproveMinutes.class, S + "/minutes-approvals", "{\"session\": \"s\", \"vote\": \"v1\"}");
        post(OpenVote.class, S + "/votes", "{\"subject\": \"x\", \"method\": \"electronic\"}");
        post(CastBallot.class, S + "/votes/v1/ballots", "{\"seat\": \"albino\", \"choice\": \"for\"}");
        post(RecordBallots.class, S + "/votes/v1/record", "{\"for\": \"rest\"}");
        post(DeclineToParticipate.class, S + "/votes/v1/non-participations", "{\"seat\": \"albino\"}");
        post(Recuse.class, S + "/recusals", "{\"seat\": \"albino\", \"item\": \"2\", \"reason\": \"x\"}");
        post(CloseVote.class, S + "/votes/v1/closing", "{}");
        post(Proclaim.class, S + "/votes/v1/proclamation", "{\"outcome\": \"carried\"}");
        post(OpenRound.class, S + "/votes/v1/rounds", "{}");
        post(RecordLot.class, S + "/votes/v1/lots", "{\"drawn\": [\"a\"], \"by\": \"albino\"}");
        post(
                CorrectAttendance.class,
                S + "/corrections",
                "{\"target\": %d, \"reason\": \"x\", \"mode\": \"remote\"}".formatted(arrival));
        post(
                CorrectStatement.class,
                S + "/corrections",
                "{\"target\": %d, \"reason\": \"x\", \"text\": \"y\"}".formatted(statement));
        post(
                CorrectBallot.class,
                S + "/corrections",
                "{\"target\": %d, \"reason\": \"x\", \"choice\": \"against\"}".formatted(ballot));
        post(
                CorrectProclamation.class,
                S + "/corrections",
                "{\"target\": %d, \"reason\": \"x\", \"outcome\": \"rejected\"}".formatted(proclaimed));
        post(AnnulVote.class, S + "/votes/v1/annulment", "{\"reason\": \"x\"}");
        post(CloseToPublic.class, S + "/publicity", "{\"closed\": true}");
        post(ReopenToPublic.class, S + "/publicity", "{\"closed\": false}");
        post(RegisterDeparture.class, S + "/departures", "{\"seat\": \"albino\"}");
        post(SuspendSession.class, S + "/suspension", "{}");
        post(ResumeSession.class, S + "/resumption", "{}");
        post(DeclareDeserted.class, S + "/desertion", "{}");
        post(AdjournSession.class, S + "/adjournment", "{}");
        post(OpenSession.class, S + "/opening", "{}");
        post(CloseSession.class, S + "/closing", "{}");
    }

    private static long recorded() {
        return server.bean(Ledger.class).reader().lastIndex();
    }

    @Test
    void eachCellOfTheTableHoldsOverHttp() {
        var wrong = new ArrayList<String>();
        SAMPLES.forEach((command, sample) -> PEOPLE.forEach((role, person) -> {
            var grant = Permissions.table().get(command).getOrDefault(role, Grant.NO);
            check(
                    wrong,
                    role + " " + command.getSimpleName(),
                    person,
                    sample.path(),
                    sample.body(),
                    sample,
                    grant != Grant.NO);
            if (grant == Grant.OWN) {
                var path = sample.other().startsWith("/") ? sample.other() : sample.path();
                check(
                        wrong,
                        role + " " + command.getSimpleName() + " of another",
                        person,
                        path,
                        sample.other(),
                        sample,
                        false);
            }
        }));
        assertThat(wrong).isEmpty();
    }

    private static void check(
            List<String> wrong, String what, Browsing person, String path, String body, Sample sample, boolean may) {
        var before = recorded();
        var answer = person.send(sample.method(), path, body.startsWith("/") ? "" : body);
        var status = answer.statusCode();
        if (may ? status == 403 || status == 400 || status >= 500 : status != 403 || recorded() != before) {
            wrong.add(what + ": " + status + " " + answer.body());
        }
    }

    @Test
    void everyEndpointThatChangesSomethingIsInTheTable() {
        var given = new LinkedHashSet<Class<? extends Command>>();
        var besides = new TreeSet<String>();
        for (var endpoint : server.bean(Endpoints.class).all()) {
            if (endpoint.method() != HttpMethod.GET) {
                given.addAll(endpoint.commands());
                if (endpoint.commands().isEmpty()) {
                    besides.add(endpoint.method() + " " + endpoint.path());
                }
            }
        }
        assertThat(besides).containsExactly("POST /api/maintenance/rebuild", "POST /api/transcripts");
        given.removeAll(SAMPLES.keySet());
        assertThat(given)
                .as("commands that an endpoint gives and that are not tried here")
                .isSubsetOf(OpenElection.class, OrderRollCall.class, ConfirmProposal.class, WithdrawProposal.class);
        for (var role : Role.values()) {
            var person = PEOPLE.get(role);
            assertThat(person.send("POST", "/api/maintenance/rebuild", "{}").statusCode())
                    .isEqualTo(Deed.REBUILD.isOf(role) ? 200 : 403);
            assertThat(person.send("POST", "/api/transcripts", "{}").statusCode())
                    .isEqualTo(Deed.TRANSCRIBE.isOf(role) ? 400 : 403);
        }
    }

    @Test
    void noFormOfAPageChangesAnythingForAReader() {
        var reader = PEOPLE.get(Role.READER);
        var before = recorded();
        var open = new TreeSet<String>();
        for (var mapping : server.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()) {
            var methods = mapping.getMethodsCondition().getMethods();
            if (methods.contains(RequestMethod.GET) || methods.isEmpty()) {
                continue;
            }
            for (var pattern : mapping.getPatternValues()) {
                var path = pattern.replace("{session}", "s")
                        .replace("{assembly}", "here")
                        .replaceAll("\\{[^}]*}", "albino");
                var form = new HashMap<>(FORM);
                form.put("to", path.endsWith("/correct-proclamation") ? "carried" : "for");
                var answer = reader.post(path, "/", form);
                var refused = answer.statusCode() == 403
                        || answer.headers().firstValue("Location").orElse("").contains("refused=true");
                if (!refused) {
                    open.add(path + ": " + answer.statusCode());
                }
            }
        }
        assertThat(recorded()).isEqualTo(before);
        assertThat(open.stream().filter(path -> path.contains("/acts/")))
                .as("acts that a reader was not refused")
                .isEmpty();
    }

    /** Fields that any form may ask for; those that a form does not know, it does not look at. */
    private static final Map<String, String> FORM = Map.ofEntries(
            Map.entry("seat", "albino"),
            Map.entry("vote", "v1"),
            Map.entry("choice", "for"),
            Map.entry("number", "1"),
            Map.entry("how", "noted"),
            Map.entry("speaker", "albino"),
            Map.entry("text", "x"),
            Map.entry("mode", "remote"),
            Map.entry("delegate", "X"),
            Map.entry("from", "leffe"),
            Map.entry("agenda", "1 Verbali"),
            Map.entry("who", "seat:albino"),
            Map.entry("proposal", "5"),
            Map.entry("candidates", "Anna\nBruno"),
            Map.entry("places", "1"),
            Map.entry("preferences", "1"),
            Map.entry("rounds", "most-votes"),
            Map.entry("ties", "lot"),
            Map.entry("by", "seat:albino"),
            Map.entry("approved", "s"),
            Map.entry("name", "X"),
            Map.entry("subject", "x"),
            Map.entry("method", "electronic"),
            Map.entry("reason", "x"),
            Map.entry("outcome", "carried"),
            Map.entry("closed", "true"),
            Map.entry("present", "true"),
            Map.entry("rest", "for"),
            Map.entry("target", "5"),
            Map.entry("key", "7f1f9f0e-8a5c-4d0e-9f5a-0d6d1c2b3a49"));
}

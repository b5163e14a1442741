package org.plenum.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plenum.web.api.Server;
import tools.jackson.databind.json.JsonMapper;

/** The server as people in a hall use it, and what a test prepares for them over HTTP. */
public final class Hall implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Path data;
    private final List<Guest> guests = new ArrayList<>();
    private Server server;
    private int count;

    private Hall(Path data, Server server) {
        this.data = data;
        this.server = server;
    }

    /** A hall with a ledger of its own. */
    public static Hall on(Path data) {
        return new Hall(data, Server.on(data));
    }

    /** A hall where people sign in. */
    public static Hall inProduction(Path data) {
        return new Hall(data, Server.inProduction(data));
    }

    public URI address() {
        return server.address();
    }

    /** Whether an address is of this server, by whichever name of this machine. */
    public boolean isAt(URI address) {
        return address.getPort() == server.address().getPort()
                && List.of(server.address().getHost(), "localhost").contains(address.getHost());
    }

    public Server server() {
        return server;
    }

    /** Ends the server in good order. Browsers stay as they are. */
    public void stop() {
        server.close();
    }

    /** Starts it again, where it was. */
    public void startAgain() {
        server = Server.on(data, server.address().getPort());
    }

    /** Somebody with a browser of their own. */
    public Guest guest(Screen screen, String language) {
        var guest = new Guest(this, screen, language);
        guests.add(guest);
        return guest;
    }

    /** Somebody whose browser runs no scripts. */
    public Guest guestWithoutScripts(String language) {
        var guest = new Guest(
                this, new Browser.NewContextOptions().setViewportSize(1366, 768).setJavaScriptEnabled(false), language);
        guests.add(guest);
        return guest;
    }

    /** Sends all guests home, so that the next test begins with none. */
    public void empty() {
        guests.forEach(Guest::close);
        guests.clear();
    }

    /** Does something over HTTP that must succeed. */
    public Server.Said does(String path, Object body) {
        var said = server.post(path, body instanceof String text ? text : MAPPER.writeValueAsString(body));
        assertThat(said.status()).as(path + ": " + said.body()).isIn(200, 201);
        return said;
    }

    /** An assembly of seats with these names, convened for a session of three items. Seats are s1, s2 and so on. */
    public Sitting convene(List<String> seats) {
        return convene(seats, "{}");
    }

    /** The same under rules of its own. */
    public Sitting convene(List<String> seats, String rules) {
        count++;
        var id = "hall-" + count;
        var roll = new ArrayList<String>();
        for (var at = 1; at <= seats.size(); at++) {
            roll.add("{\"id\": \"s%d\", \"number\": %d, \"name\": %s, \"delegate\": \"Delegato %d\"}"
                    .formatted(at, at, MAPPER.writeValueAsString(seats.get(at - 1)), at));
        }
        does(
                "/api/assemblies",
                "{\"id\": \"%s\", \"name\": \"Assemblea %d\", \"rules\": %s, \"seats\": [%s]}"
                        .formatted(id, count, rules, String.join(", ", roll)));
        return convene(id, id, "2024-11-13");
    }

    private Sitting convene(String assembly, String id, String date) {
        does("/api/assemblies/" + assembly + "/sessions", """
                {"id": "%s", "title": "Seduta di prova", "date": "%s", "zone": "Europe/Rome", "agenda": [
                  {"number": "1", "title": "Approvazione del verbale"},
                  {"number": "2", "title": "Bilancio di previsione"},
                  {"number": "3/bis", "title": "Varie ed eventuali"}]}
                """.formatted(id, date));
        return new Sitting(this, assembly, id);
    }

    @Override
    public void close() {
        empty();
        server.close();
    }

    /** One session, driven over HTTP. */
    public record Sitting(Hall hall, String assembly, String id) {
        /** Another session of the same assembly. */
        public Sitting another(String other, String date) {
            return hall.convene(assembly, other, date);
        }

        public String page(String door) {
            return "/sessions/" + id + (door.isEmpty() ? "" : "/" + door);
        }

        /** Gives a command that must be accepted. */
        public Server.Said does(String under, Object body) {
            return hall.does("/api/sessions/" + id + under, body);
        }

        /** Opens the session with these seats present. */
        public Sitting open(String... present) {
            does("/opening", "{}");
            var roll = List.of(present).stream().map(seat -> "\"" + seat + "\"").collect(Collectors.joining(", "));
            does("/roll-calls", "{\"present\": [" + roll + "]}");
            return this;
        }

        /** Opens a vote on devices, and says which. */
        public String vote(String subject) {
            return vote(subject, "electronic");
        }

        public String vote(String subject, String method) {
            return does("/votes", "{\"subject\": \"%s\", \"method\": \"%s\"}".formatted(subject, method))
                    .json()
                    .get("id")
                    .asString();
        }

        /** What was recorded: the stored names of its events, in order. */
        public List<String> events() {
            var names = new ArrayList<String>();
            for (var event :
                    hall.server.get("/api/sessions/" + id + "/events").json().get("events")) {
                names.add(event.get("event").asString());
            }
            return names;
        }

        /** How often something happened. */
        public long times(String event) {
            return events().stream().filter(event::equals).count();
        }
    }
}

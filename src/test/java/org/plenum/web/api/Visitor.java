package org.plenum.web.api;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: it keeps cookies, and sends forms with the token that the page gave it. */
public final class Visitor implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String name;
    private final URI address;
    private final HttpClient client;

    private Visitor(String name, URI address) {
        this.name = name;
        this.address = address;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
    }

    /** Somebody who has not signed in. */
    public static Visitor at(Server server, String name) {
        return new Visitor(name, server.address());
    }

    /** Somebody who took a role in the demonstration. */
    public static Visitor as(Server server, String role) {
        var visitor = at(server, role);
        visitor.post("/sign-in/as", "/sign-in", Map.of("role", role));
        return visitor;
    }

    /** A delegate in the demonstration. */
    public static Visitor delegate(Server server, String assembly, String seat) {
        var visitor = at(server, "delegate of " + seat);
        visitor.post("/sign-in/as", "/sign-in", Map.of("role", "DELEGATE", "assembly", assembly, "seat", seat));
        return visitor;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Sends a form, with the token that a page holds. */
    public HttpResponse<String> post(String path, String page, Map<String, String> fields) {
        var matcher = TOKEN.matcher(get(page).body());
        var token = matcher.find() ? matcher.group(1) : "";
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(
                        Collectors.joining("&", "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&", ""));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(String method, String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    public HttpRequest.Builder request(String path, String... headers) {
        var builder = HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(60));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpClient client() {
        return client;
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        client.close();
    }
}

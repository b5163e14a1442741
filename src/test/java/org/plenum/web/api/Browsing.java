package org.plenum.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without a screen. It keeps cookies as browsers do for a server that they reach safely, secure ones too, and sends
 * forms with the token that their page holds.
 */
public final class Browsing implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new TreeMap<>();
    private final String name;
    private URI address;

    /** Somebody who has not signed in. */
    public Browsing(URI address) {
        this(address, "somebody");
    }

    private Browsing(URI address, String name) {
        this.address = address;
        this.name = name;
    }

    /** Somebody who took a role in the demonstration. */
    public static Browsing as(Server server, String role) {
        var browser = new Browsing(server.address(), role);
        browser.post("/sign-in/as", "/sign-in", Map.of("role", role));
        return browser;
    }

    /** A delegate in the demonstration. */
    public static Browsing delegate(Server server, String assembly, String seat) {
        var browser = new Browsing(server.address(), "delegate of " + seat);
        browser.post("/sign-in/as", "/sign-in", Map.of("role", "DELEGATE", "assembly", assembly, "seat", seat));
        return browser;
    }

    /** The same person, at a server that was started anew. */
    public Browsing at(URI address) {
        this.address = address;
        return this;
    }

    /** The names of the cookies that it holds. */
    public Set<String> cookies() {
        return cookies.keySet();
    }

    /** What a cookie holds. */
    public String cookie(String called) {
        return cookies.getOrDefault(called, "");
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Sends a form of a page. */
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

    /** Sends JSON as the script of a page does: with the token of its forms. */
    public HttpResponse<String> form(String path, String page, String json) {
        var matcher = TOKEN.matcher(get(page).body());
        return send("POST", path, json, "X-XSRF-TOKEN", matcher.find() ? matcher.group(1) : "");
    }

    /** Sends JSON with the cookies and nothing else. */
    public HttpResponse<String> send(String method, String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    /** Sends JSON as a program does that keeps a sign-in: with the token of its forms. */
    public HttpResponse<String> api(String method, String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookies.getOrDefault("__Host-plenum-form", ""))
                .method(method, BodyPublishers.ofString(json)));
    }

    /** A request with the cookies. */
    public HttpRequest.Builder request(String path, String... headers) {
        var builder = HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(120));
        if (!cookies.isEmpty()) {
            builder.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        var pair = header.split(";", 2)[0];
        var equals = pair.indexOf('=');
        var value = pair.substring(equals + 1);
        if (value.isEmpty() || header.contains("Max-Age=0")) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), value);
        }
    }

    /** Server-sent events from an address, as they come. */
    public Hearing hear(String path, String... headers) {
        try {
            var response = client.send(
                    request(path, headers)
                            .header("Accept", "text/event-stream")
                            .GET()
                            .build(),
                    BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return new Hearing(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What sends its requests. */
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

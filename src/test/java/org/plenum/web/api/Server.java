package org.plenum.web.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.plenum.PlenumApplication;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real server on a free port, and a client that speaks to it over HTTP. */
public final class Server implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final URI address;

    private Server(ConfigurableApplicationContext context) {
        this.context = context;
        this.address = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** What was answered. */
    public record Said(int status, String type, String body, HttpResponse<String> response) {
        /** The body as JSON. */
        public JsonNode json() {
            return MAPPER.readTree(body);
        }

        /** The name that the type of a problem ends in. */
        public String problem() {
            return json().get("type").asString().replace("/problems/", "");
        }
    }

    /** Starts it on a data folder and a free port. */
    public static Server on(Path data) {
        return on(data, 0);
    }

    /** Starts it on a data folder and a port. */
    public static Server on(Path data, int port) {
        return with("--server.port=" + port, "--plenum.data=" + data);
    }

    /** Starts it in production, with further settings such as {@code "--plenum.proxy=127.0.0.1"}. */
    public static Server inProduction(Path data, String... settings) {
        var all = new ArrayList<>(List.of("--server.port=0", "--plenum.data=" + data, "--plenum.mode=production"));
        all.addAll(List.of(settings));
        return with(all.toArray(String[]::new));
    }

    private static Server with(String... arguments) {
        var application = new SpringApplication(PlenumApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        return new Server(application.run(arguments));
    }

    public URI address() {
        return address;
    }

    public HttpClient client() {
        return client;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Said get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    public Said post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    public Said send(String method, String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build());
    }

    public Said send(HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            var type = response.headers().firstValue("Content-Type").orElse("");
            return new Said(response.statusCode(), type, response.body(), response);
        } catch (IOException e) {
            throw new IllegalStateException(request + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path, String... headers) {
        var builder = HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(60));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}

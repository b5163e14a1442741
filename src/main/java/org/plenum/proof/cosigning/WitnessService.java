package org.plenum.proof.cosigning;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.plenum.proof.note.VerifierKey;
import org.plenum.proof.witness.Decision;
import org.plenum.proof.witness.Refusal;
import org.plenum.proof.witness.Witness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small witness of C2SP {@code tlog-witness}: {@code POST /add-checkpoint}, and {@code GET /HASH/checkpoint} for those
 * who watch. What it has cosigned is in its folder, to survive a power cut, before it answers.
 */
public final class WitnessService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessService.class);

    private static final int MOST_REQUEST_BYTES = 1 << 20;
    private static final Pattern WATCHED = Pattern.compile("/([0-9a-f]{64})/checkpoint");
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int ENDS_WITHIN_SECONDS = 1;

    private final WitnessFolder folder;
    private final InstantSource clock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private WitnessService(WitnessFolder folder, InstantSource clock, HttpServer server) {
        this.folder = folder;
        this.clock = clock;
        this.server = server;
    }

    /**
     * Begins to serve.
     *
     * @param logs the keys of the logs that it watches; several of one name are several keys of one log
     * @throws WitnessFolder.InUse if another process has the folder
     * @throws IOException if the address can't be had
     */
    public static WitnessService start(
            Path folder, InetSocketAddress address, List<VerifierKey> logs, InstantSource clock) throws IOException {
        var own = WitnessFolder.open(folder, logs);
        try {
            var service = new WitnessService(own, clock, HttpServer.create(address, 0));
            service.server.setExecutor(service.threads);
            service.server.createContext("/", service::answer);
            service.server.start();
            return service;
        } catch (IOException | RuntimeException e) {
            own.close();
            throw e;
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The key by which its cosignatures are known. */
    public VerifierKey key() {
        return folder.key().verifier();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var watched = WATCHED.matcher(path);
            if (path.equals("/add-checkpoint")) {
                if (exchange.getRequestMethod().equals("POST")) {
                    addCheckpoint(exchange);
                } else {
                    exchange.getResponseHeaders().set("Allow", "POST");
                    say(exchange, 405, TEXT, "POST only.\n");
                }
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                say(exchange, 405, TEXT, "GET only.\n");
            } else if (path.equals("/")) {
                say(exchange, 200, TEXT, key().text() + "\n");
            } else if (watched.matches()) {
                var published = folder.published(watched.group(1));
                say(exchange, published.isPresent() ? 200 : 404, TEXT, published.orElse("Nothing was cosigned.\n"));
            } else {
                say(exchange, 404, TEXT, "No such address.\n");
            }
        } catch (UncheckedIOException | IllegalStateException | WitnessFolder.Unreadable e) {
            LOG.error("a request could not be answered", e);
            say(exchange, 500, TEXT, "The witness cannot keep its state.\n");
        }
    }

    private void addCheckpoint(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(MOST_REQUEST_BYTES + 1);
        if (body.length > MOST_REQUEST_BYTES) {
            say(exchange, 400, TEXT, "The request is too large.\n");
            return;
        }
        var refusal = new Refusal[1];
        var cosignature = decide(body, refusal);
        if (cosignature.isPresent()) {
            say(exchange, 200, TEXT, cosignature.get());
        } else {
            say(exchange, refusal[0].status(), refusal[0].contentType(), refusal[0].body());
        }
    }

    /** The look at what was cosigned last and the writing of what is cosigned now are one step. */
    private synchronized Optional<String> decide(byte[] body, Refusal[] refusal) {
        return switch (Witness.decide(body, folder::known)) {
            case Decision.Refuse(var why) -> {
                refusal[0] = why;
                if (why instanceof Refusal.Inconsistent) {
                    LOG.warn("a log was not consistent with what was cosigned before: {}", why.en());
                }
                yield Optional.empty();
            }
            case Decision.Cosign cosign -> {
                var cosignature = cosign.cosign(folder.key(), clock.instant().getEpochSecond());
                folder.keep(cosign.published(cosignature));
                yield Optional.of(cosignature.line());
            }
        };
    }

    private static void say(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(ENDS_WITHIN_SECONDS);
        threads.close();
        folder.close();
    }
}

package org.plenum.web.security;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where people find this server: {@code PLENUM_URL}, or the port that it listens on. */
@Component
public final class PublicAddress {
    private final @Nullable URI configured;
    private final boolean tls;
    private volatile int port;

    PublicAddress(@Value("${plenum.url:}") String url, @Value("${plenum.tls.certificate:}") String certificate) {
        this.configured = url.isBlank() ? null : checked(url.strip());
        this.tls = !certificate.isBlank();
    }

    private static URI checked(String url) {
        var uri = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        var scheme = uri.getScheme();
        if (uri.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new IllegalStateException("PLENUM_URL is not an address such as https://plenum.example.org: " + url);
        }
        return uri;
    }

    @EventListener
    void listening(WebServerInitializedEvent started) {
        port = started.getWebServer().getPort();
    }

    /** The whole address of a path. */
    public String of(String path) {
        return base() + path;
    }

    /** The address without a path. */
    public URI base() {
        return configured == null ? URI.create((tls ? "https" : "http") + "://localhost:" + port) : configured;
    }
}

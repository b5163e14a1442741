package org.plenum.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.web.account.Attempts;
import org.plenum.web.api.Browsing;
import org.plenum.web.api.Server;

/** How production is reached: through a proxy that ends TLS, by TLS of its own, and by whoever only says so. */
@Tag("slow")
class ReachTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String[] THROUGH_PROXY = {
        "X-Forwarded-Proto", "https", "X-Forwarded-Host", "plenum.example.org", "X-Forwarded-Port", "443"
    };

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** An attempt to sign in that fails, from an address as a proxy names it. */
    private static int fails(Server server, String from) throws IOException, InterruptedException {
        try (var browser = new Browsing(server.address())) {
            var page = browser.get("/sign-in", "X-Forwarded-For", from);
            var token = TOKEN.matcher(page.body());
            assertThat(token.find()).isTrue();
            var fields = Map.of("_csrf", token.group(1), "name", "anna", "password", "non è questa qui");
            var body = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            var request = browser.request("/sign-in", "X-Forwarded-For", from)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return browser.client().send(request, BodyHandlers.ofString()).statusCode();
        }
    }

    @Test
    void aProxyThatIsNamedIsBelieved(@TempDir Path data) throws Exception {
        try (var server =
                Server.inProduction(data, "--plenum.proxy=127.0.0.1, ::1", "--plenum.url=https://plenum.example.org")) {
            try (var browser = new Browsing(server.address())) {
                var page = browser.get("/sign-in", THROUGH_PROXY);
                assertThat(header(page, "Strict-Transport-Security")).contains("max-age=31536000");
                assertThat(page.headers().allValues("Set-Cookie"))
                        .isNotEmpty()
                        .allMatch(cookie -> cookie.startsWith("__Host-"))
                        .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("Path=/"));
                var away = browser.get("/people", THROUGH_PROXY);
                assertThat(header(away, "Location")).startsWith("/sign-in");
                var switched = browser.get("/language/en?back=/sign-in", THROUGH_PROXY);
                assertThat(URI.create("https://plenum.example.org/").resolve(header(switched, "Location")))
                        .as("whole or not, it leads to the public address")
                        .hasToString("https://plenum.example.org/sign-in");
                assertThat(header(browser.get("/sign-in"), "Strict-Transport-Security"))
                        .as("not through TLS")
                        .isEmpty();
            }
            for (var i = 0; i < Attempts.OF_ACCOUNT_AT_ADDRESS; i++) {
                // Whoever sends the header as well is named last by the proxy.
                assertThat(fails(server, "198.51.100." + i + ", 203.0.113.7")).isEqualTo(401);
            }
            assertThat(fails(server, "203.0.113.7")).isEqualTo(429);
            assertThat(fails(server, "203.0.113.8")).isEqualTo(401);
        }
    }

    @Test
    void whoIsNoProxyIsNotBelieved(@TempDir Path data) throws Exception {
        try (var server = Server.inProduction(data)) {
            try (var browser = new Browsing(server.address())) {
                assertThat(header(browser.get("/sign-in", THROUGH_PROXY), "Strict-Transport-Security"))
                        .isEmpty();
                assertThat(header(browser.get("/language/en?back=/sign-in", THROUGH_PROXY), "Location"))
                        .doesNotContain("plenum.example.org");
            }
            for (var i = 0; i < Attempts.OF_ACCOUNT_AT_ADDRESS; i++) {
                assertThat(fails(server, "198.51.100." + i)).isEqualTo(401);
            }
            assertThat(fails(server, "198.51.100.99"))
                    .as("another address is only said")
                    .isEqualTo(429);
        }
    }

    @Test
    void theServerSpeaksTlsItself(@TempDir Path data, @TempDir Path keys) throws Exception {
        var store = made(keys);
        try (var server = Server.inProduction(
                        data,
                        "--plenum.tls.certificate=" + keys.resolve("certificate.pem"),
                        "--plenum.tls.key=" + keys.resolve("key.pem"));
                var client = HttpClient.newBuilder().sslContext(trusting(store)).build()) {
            var base = "https://localhost:" + server.address().getPort();
            var page = client.send(
                    HttpRequest.newBuilder(URI.create(base + "/sign-in")).build(), BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(header(page, "Strict-Transport-Security")).contains("max-age=31536000");
            assertThat(page.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.startsWith("__Host-") && cookie.contains("Secure"));
            assertThat(server.bean(PublicAddress.class).of("/")).isEqualTo(base + "/");
        }
    }

    /** A key and a certificate of its own for this machine, as PEM files. */
    private static KeyStore made(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve("store.p12");
        var password = "changeit";
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "plenum",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        password,
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        var store = KeyStore.getInstance(file.toFile(), password.toCharArray());
        write(
                folder.resolve("key.pem"),
                "PRIVATE KEY",
                store.getKey("plenum", password.toCharArray()).getEncoded());
        write(
                folder.resolve("certificate.pem"),
                "CERTIFICATE",
                store.getCertificate("plenum").getEncoded());
        return store;
    }

    private static void write(Path file, String what, byte[] content) throws IOException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.write(file, List.of("-----BEGIN " + what + "-----", text, "-----END " + what + "-----"));
    }

    private static SSLContext trusting(KeyStore store) throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("plenum", store.getCertificate("plenum"));
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}

package org.plenum.web.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A service that vouches for people, honest unless it is told to lie. Whoever comes is let through as who it was told. */
final class OpenIdProvider implements AutoCloseable {
    static final String CLIENT = "plenum-test";
    static final String SECRET = "the-secret-of-the-client";

    private final HttpServer server;
    private final RSAKey key = newKey();
    private final RSAKey strange = newKey();
    private Map<String, Object> person = Map.of("sub", "1");
    private UnaryOperator<JWTClaimsSet.Builder> lie = UnaryOperator.identity();
    private Signing signing = Signing.HONEST;
    private @Nullable Map<String, String> sentBy;
    private int codes;

    /** How its word is signed. */
    enum Signing {
        HONEST,
        /** By a key that it does not publish. */
        STRANGE,
        NOT_AT_ALL
    }

    OpenIdProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, 200, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"], "response_types_supported": ["code"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer())));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Who comes next, by the service's word. */
    OpenIdProvider vouchesFor(Map<String, Object> claims) {
        person = claims;
        lie = UnaryOperator.identity();
        signing = Signing.HONEST;
        return this;
    }

    OpenIdProvider lying(UnaryOperator<JWTClaimsSet.Builder> how) {
        lie = how;
        return this;
    }

    OpenIdProvider signing(Signing how) {
        signing = how;
        return this;
    }

    /** What somebody is sent back to who was sent here by this address, and agreed. */
    URI agrees(URI sent) {
        var asked = form(sent.getRawQuery());
        sentBy = asked;
        codes++;
        return URI.create(asked.get("redirect_uri") + "?code=code-" + codes + "&state="
                + java.net.URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8));
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var asked = Objects.requireNonNull(sentBy);
        var client =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!client.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !("code-" + codes).equals(form.get("code"))
                || !challenge(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("nonce", asked.get("nonce"));
        person.forEach(claims::claim);
        var answer = Map.of(
                "access_token",
                "access",
                "token_type",
                "Bearer",
                "expires_in",
                300,
                "id_token",
                word(lie.apply(claims).build()));
        answer(exchange, 200, JsonMapper.shared().writeValueAsString(answer));
    }

    private String word(JWTClaimsSet claims) {
        if (signing == Signing.NOT_AT_ALL) {
            return new PlainJWT(claims).serialize();
        }
        try {
            // Under the honest key's name, so that only the signature can give a strange key away.
            var signed = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            signed.sign(new RSASSASigner(signing == Signing.STRANGE ? strange : key));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        var fields = new HashMap<String, String>();
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            fields.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

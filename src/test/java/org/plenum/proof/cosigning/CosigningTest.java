package org.plenum.proof.cosigning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.audit.BundleCheck;
import org.plenum.audit.BundleWriter;
import org.plenum.audit.ReportRetelling;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.LedgerFactory;
import org.plenum.ledger.Sittings;
import org.plenum.proof.checkpoint.Checkpoint;
import org.plenum.proof.checkpoint.LogIdentity;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.Merkle;
import org.plenum.proof.notary.LogFolder;
import org.plenum.proof.notary.Notary;
import org.plenum.proof.note.KeyType;
import org.plenum.proof.note.SigningKey;
import org.plenum.proof.note.VerifierKey;
import org.plenum.proof.witness.AddCheckpointRequest;
import org.plenum.vocabulary.SessionId;

/** Two logs that witness each other over the loopback, and what a witness does not cosign. */
@Tag("slow")
class CosigningTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);

    @TempDir
    Path folder;

    private static WitnessService witness(Path folder, VerifierKey... logs) throws IOException {
        return WitnessService.start(folder, ANY_PORT, List.of(logs), Clock.systemUTC());
    }

    private static String line(WitnessService witness) {
        return line(witness.key(), witness.port());
    }

    private static String line(VerifierKey key, int port) {
        return "witness " + key.name() + " " + key.text() + " http://127.0.0.1:" + port + "/\n";
    }

    private static VerifierKey logKey(Path folder) throws IOException {
        Files.createDirectories(folder);
        return LogFolder.open(folder).key().verifier();
    }

    private static Notary notary(Ledger ledger, Path folder) {
        return Notary.open(ledger, folder, Clock.systemUTC());
    }

    private static HttpResponse<String> post(WitnessService witness, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + witness.port() + "/add-checkpoint"))
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> get(WitnessService witness, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + witness.port() + path))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    @Test
    void twoLogsWitnessEachOther() throws Exception {
        var a = folder.resolve("a");
        var b = folder.resolve("b");
        try (var ofA = witness(folder.resolve("witness-of-a"), logKey(a));
                var ofB = witness(folder.resolve("witness-of-b"), logKey(b))) {
            Files.writeString(a.resolve(LogFolder.WITNESSES), "# Il comune vicino\n" + line(ofA));
            Files.writeString(b.resolve(LogFolder.WITNESSES), line(ofB));
            try (var ledgerA = LedgerFactory.open(a);
                    var notaryA = notary(ledgerA, a);
                    var cosigningA = Cosigning.start(notaryA);
                    var ledgerB = LedgerFactory.open(b);
                    var notaryB = notary(ledgerB, b);
                    var _ = Cosigning.start(notaryB)) {
                Sittings.whole(ledgerA, "one", 3);
                Sittings.whole(ledgerB, "one", 4);
                cosigned(notaryA);
                cosigned(notaryB);
                Sittings.whole(ledgerA, "two", 3);
                cosigned(notaryA);
                // Every closing has its cosignature, not only the last.
                assertThat(notaryA.store()
                                .nextClosing(
                                        1,
                                        Long.MAX_VALUE,
                                        one -> !notaryA.witnesses().getFirst().cosigned(one)))
                        .isEmpty();
                assertThat(cosigningA.standings().getFirst().trouble()).isNull();
                notaryA.latest().check(new LogIdentity(notaryA.origin(), List.of(notaryA.key())), List.of(ofA.key()));
                bundleIsCosigned(ledgerA, notaryA, ofA);
                watched(ofA, notaryA);
            }
        }
    }

    private static void cosigned(Notary notary) {
        await().atMost(PATIENCE)
                .until(() -> notary.lastClosing()
                        .map(closing -> notary.cosigners(closing).size() == 1)
                        .orElse(false));
    }

    private void bundleIsCosigned(Ledger ledger, Notary notary, WitnessService witness) throws Exception {
        var bundle = folder.resolve("bundle.zip");
        BundleWriter.write(
                ledger,
                notary,
                BundleWriter.Wanted.whole(new SessionId("one"), java.util.Set.of()),
                new ReportRetelling(),
                bundle);
        var verdicts = BundleCheck.verify(bundle, notary.key(), new ReportRetelling(), entries -> {});
        assertThat(verdicts.wrong()).isEmpty();
        assertThat(verdicts.checked())
                .anyMatch(one -> one.en().contains(witness.key().name()));
        var script = new ProcessBuilder("node", "scripts/verify-bundle.mjs", bundle.toString(), "--lang", "en")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Checked: Cosignature of the witness " + witness.key().name());
        assertThat(script.waitFor()).isZero();
        var stranger = SigningKey.generate("stranger", KeyType.COSIGNATURE_V1, new SecureRandom())
                .verifier();
        for (var required : List.of(witness.key(), stranger)) {
            var trust = new BundleCheck.Trust(notary.key(), List.of(required));
            var isGood = required.equals(witness.key());
            assertThat(BundleCheck.verify(bundle, trust, new ReportRetelling(), entries -> {})
                            .isGood())
                    .isEqualTo(isGood);
            var asked = new ProcessBuilder(
                            "node", "scripts/verify-bundle.mjs", bundle.toString(), "--witness", required.text())
                    .redirectErrorStream(true)
                    .start();
            asked.getInputStream().readAllBytes();
            assertThat(asked.waitFor()).isEqualTo(isGood ? 0 : 1);
        }
    }

    private static void watched(WitnessService witness, Notary notary) throws Exception {
        var origin = Merkle.leaf(new byte[0]);
        assertThat(get(witness, "/" + hex(origin) + "/checkpoint").statusCode()).isEqualTo(404);
        var hash = java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                        .digest(notary.origin().getBytes(StandardCharsets.UTF_8)));
        var shown = get(witness, "/" + hash + "/checkpoint");
        assertThat(shown.statusCode()).isEqualTo(200);
        SignedCheckpoint.parse(shown.body().getBytes(StandardCharsets.UTF_8))
                .check(new LogIdentity(notary.origin(), List.of(notary.key())), List.of(witness.key()))
                .requireWitnesses(1);
        assertThat(get(witness, "/").body()).isEqualTo(witness.key().text() + "\n");
        assertThat(get(witness, "/add-checkpoint").statusCode()).isEqualTo(405);
    }

    private static String hex(Hash hash) {
        return java.util.HexFormat.of().formatHex(hash.bytes());
    }

    @Test
    void anUnreachableWitnessBlocksNothingAndIsAskedAgain() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var data = folder.resolve("data");
        var key = logKey(data);
        var state = folder.resolve("witness");
        VerifierKey witnessKey;
        try (var once = witness(state, key)) {
            witnessKey = once.key();
        }
        Files.writeString(data.resolve(LogFolder.WITNESSES), line(witnessKey, port));
        try (var ledger = LedgerFactory.open(data);
                var notary = notary(ledger, data);
                var cosigning = Cosigning.start(notary)) {
            Sittings.whole(ledger, "one", 3);
            assertThat(notary.settle()).isTrue();
            await().atMost(PATIENCE)
                    .until(() -> cosigning.standings().getFirst().trouble() instanceof Trouble.Unreachable);
            var bundle = folder.resolve("uncosigned.zip");
            BundleWriter.write(
                    ledger,
                    notary,
                    BundleWriter.Wanted.whole(new SessionId("one"), java.util.Set.of()),
                    new ReportRetelling(),
                    bundle);
            var verdicts = BundleCheck.verify(bundle, notary.key(), new ReportRetelling(), entries -> {});
            assertThat(verdicts.isGood()).isTrue();
            assertThat(verdicts.unchecked())
                    .anyMatch(one -> one.en().contains("cosignature of the witness")
                            && one.en().contains("missing"));
            try (var _ = WitnessService.start(
                    state, new InetSocketAddress("127.0.0.1", port), List.of(key), Clock.systemUTC())) {
                cosigned(notary);
            }
        }
    }

    private static String request(long old, List<Hash> proof, SignedCheckpoint checkpoint) {
        return new AddCheckpointRequest(old, proof, checkpoint).format();
    }

    private static SignedCheckpoint signed(Path data, long size, Hash root) {
        var key = LogFolder.open(data).key();
        var checkpoint = new Checkpoint(key.verifier().name(), size, root);
        return SignedCheckpoint.of(checkpoint, key.sign(checkpoint.text()));
    }

    @Test
    void aForkARollbackAndARestartDoNotMoveAWitness() throws Exception {
        var data = folder.resolve("data");
        var key = logKey(data);
        var state = folder.resolve("witness");
        var one = Merkle.leaf("one".getBytes(StandardCharsets.UTF_8));
        var other = Merkle.leaf("other".getBytes(StandardCharsets.UTF_8));
        var two = Merkle.leaf("two".getBytes(StandardCharsets.UTF_8));
        VerifierKey witnessKey;
        try (var witness = witness(state, key)) {
            witnessKey = witness.key();
            assertThat(post(witness, request(0, List.of(), signed(data, 1, one)))
                            .statusCode())
                    .isEqualTo(200);
        }
        try (var witness = witness(state, key)) {
            assertThat(witness.key()).isEqualTo(witnessKey);
            // It has kept what it cosigned before it stopped.
            var conflict = post(witness, request(0, List.of(), signed(data, 1, one)));
            assertThat(conflict.statusCode()).isEqualTo(409);
            assertThat(conflict.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
            assertThat(conflict.body()).isEqualTo("1\n");
            var fork = Merkle.node(other, two);
            assertThat(post(witness, request(1, List.of(two), signed(data, 2, fork)))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(post(witness, request(1, List.of(), signed(data, 1, other)))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(post(witness, request(1, List.of(two), signed(data, 2, Merkle.node(one, two))))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(post(witness, request(2, List.of(), signed(data, 1, one)))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(post(witness, request(1, List.of(), signed(data, 1, one)))
                            .body())
                    .isEqualTo("2\n");
            assertThat(post(witness, "not a request").statusCode()).isEqualTo(400);
            var strangers = folder.resolve("stranger");
            logKey(strangers);
            assertThat(post(witness, request(0, List.of(), signed(strangers, 1, one)))
                            .statusCode())
                    .isEqualTo(404);
            assertThatThrownBy(() -> witness(state, key)).isInstanceOf(WitnessFolder.InUse.class);
        }
        var kept = Files.list(state)
                .filter(file -> file.toString().endsWith(".checkpoint"))
                .findFirst()
                .orElseThrow();
        Files.writeString(kept, signed(data, 9, one).format());
        assertThatThrownBy(() -> witness(state, key)).isInstanceOf(WitnessFolder.Unreadable.class);
    }

    @Test
    void aLogThatLostEntriesHearsOfItFromItsWitness() throws Exception {
        var data = folder.resolve("data");
        var key = logKey(data);
        try (var witness = witness(folder.resolve("witness"), key)) {
            post(witness, request(0, List.of(), signed(data, 1_000_000, Merkle.emptyRoot())));
            Files.writeString(data.resolve(LogFolder.WITNESSES), line(witness));
            try (var ledger = LedgerFactory.open(data);
                    var notary = notary(ledger, data);
                    var cosigning = Cosigning.start(notary)) {
                Sittings.whole(ledger, "one", 2);
                await().atMost(PATIENCE)
                        .until(() -> cosigning.standings().getFirst().trouble() instanceof Trouble.KnowsAnother);
            }
        }
    }
}

package org.plenum.web.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.audit.BundleCheck;
import org.plenum.audit.ReportRetelling;
import org.plenum.audit.Verdicts;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.Sittings;
import org.plenum.proof.checkpoint.LogIdentity;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.checkpoint.TlogProof;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.Merkle;
import org.plenum.proof.notary.Notary;
import org.plenum.proof.note.VerifierKey;
import org.plenum.proof.tile.EntryBundle;
import org.plenum.proof.tile.TilePath;
import org.plenum.web.api.Server;

/** The log, its proofs and its bundles as somebody gets them who has nothing but the server's address. */
@Tag("slow")
class LogOverHttpTest {
    private static Server server;
    private static Notary notary;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = Server.on(data);
        notary = server.bean(Notary.class);
        Sittings.whole(server.bean(Ledger.class), "long", 300);
        assertThat(notary.settle()).isTrue();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<byte[]> bytes(String path, String... headers) throws Exception {
        return server.client().send(server.request(path, headers).GET().build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static LogIdentity log() throws Exception {
        var key = VerifierKey.parse(server.get("/ledger/key").body().strip());
        return new LogIdentity(key.name(), List.of(key));
    }

    @Test
    void theCheckpointIsSignedAndNobodyKeepsIt() throws Exception {
        var said = bytes("/ledger/checkpoint");
        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(header(said, "Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(header(said, "Cache-Control")).isEqualTo("no-cache");
        var checkpoint = SignedCheckpoint.parse(said.body());
        checkpoint.check(log(), List.of());
        assertThat(checkpoint.checkpoint().size()).isGreaterThan(300);
    }

    @Test
    void tilesAreServedForEverAndOnlyAsFarAsACheckpointReaches() throws Exception {
        var full = bytes("/ledger/tile/0/000");
        assertThat(full.statusCode()).isEqualTo(200);
        assertThat(full.body()).hasSize(256 * Hash.LENGTH);
        assertThat(header(full, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(full, "Cache-Control"))
                .contains("immutable")
                .contains("public")
                .contains("max-age=31536000");
        var size = notary.latest().checkpoint().size();
        var last = size / 256;
        var partial = bytes("/ledger/tile/0/%03d.p/%d".formatted(last, size % 256));
        assertThat(partial.body()).hasSize((int) (size % 256) * Hash.LENGTH);
        assertThat(bytes("/ledger/tile/1/000.p/1").body()).hasSize(Hash.LENGTH);
        for (var none : List.of(
                "/ledger/tile/0/%03d".formatted(last),
                "/ledger/tile/0/x001/234",
                "/ledger/tile/0/%03d.p/1".formatted(last + 1),
                "/ledger/tile/1/000",
                "/ledger/tile/2/000.p/1",
                "/ledger/tile/0/0",
                "/ledger/tile/00/000",
                "/ledger/tile/0/000.p/0",
                "/ledger/tile/0/000.p/256",
                "/ledger/tile/0/x000/000",
                "/ledger/tile/64/000",
                "/ledger/tile/entries/%03d.p/1".formatted(last + 1))) {
            assertThat(bytes(none).statusCode()).as(none).isEqualTo(404);
        }
    }

    @Test
    void entriesHashToTheirTileForThoseWhoMayReadThem() throws Exception {
        var plain = bytes("/ledger/tile/entries/000");
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(header(plain, "Cache-Control")).contains("immutable").contains("private");
        var hashes = bytes("/ledger/tile/0/000").body();
        var lines = EntryBundle.decode((TilePath.Entries) TilePath.parse("tile/entries/000"), plain.body());
        for (var i = 0; i < lines.size(); i++) {
            assertThat(Merkle.leaf(lines.get(i))).isEqualTo(Hash.at(hashes, i * Hash.LENGTH));
        }
        var packed = bytes("/ledger/tile/entries/000", "Accept-Encoding", "gzip, identity");
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.body().length).isLessThan(plain.body().length);
    }

    @Test
    void aReceiptIsProvenOnceACheckpointCoversIt() throws Exception {
        var session = "receipts";
        Sittings.untilBallots(server.bean(Ledger.class), session, 2);
        var at = "/api/sessions/" + session;
        var receipt = server.post(at + "/quorum-checks", "{}").json();
        var hash = receipt.get("entryHash").asString();
        await().until(() -> server.get("/api/ledger/proofs/" + hash).status() == 200);
        var said = server.get("/api/ledger/proofs/" + hash);
        assertThat(said.type()).startsWith("text/plain");
        assertThat(said.body()).startsWith("c2sp.org/tlog-proof@v1\nindex ");
        TlogProof.parse(said.body().getBytes(StandardCharsets.UTF_8))
                .check(Hash.of(HexFormat.of().parseHex(hash)), log(), List.of());
        var unknown = server.get("/api/ledger/proofs/" + "0".repeat(64));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.problem()).isEqualTo("unknown-entry");
        assertThat(server.get("/api/ledger/proofs/zz").status()).isEqualTo(400);
    }

    @Test
    void theReportNamesTheLogsHeadAndPresenceItsProofs() throws Exception {
        var head = server.get("/api/sessions/long/report").json().get("ledger").get("head");
        assertThat(head.get("size").asLong()).isPositive();
        assertThat(Hash.fromBase64(head.get("root").asString())).isPresent();
        var proofs =
                server.get("/api/sessions/long/votes/v1/presence/s1").json().get("proof");
        assertThat(proofs.size()).isPositive();
        for (var proof : proofs) {
            assertThat(proof.get("status").asString()).isEqualTo("proven");
            TlogProof.parse(proof.get("tlogProof").asString().getBytes(StandardCharsets.UTF_8))
                    .check(
                            Hash.of(HexFormat.of()
                                    .parseHex(proof.get("entryHash").asString())),
                            log(),
                            List.of());
        }
    }

    private static Verdicts verified(byte[] bundle, Path folder) throws Exception {
        var file = Files.createTempFile(folder, "bundle", ".zip");
        Files.write(file, bundle);
        return BundleCheck.verify(file, log().keys().getFirst(), new ReportRetelling(), entries -> {});
    }

    @Test
    void aBundleIsDownloadedAndVerifies(@TempDir Path folder) throws Exception {
        var said = bytes("/api/sessions/long/bundle");
        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(header(said, "Content-Type")).isEqualTo("application/zip");
        assertThat(header(said, "Content-Disposition")).contains("long.zip");
        var verdicts = verified(said.body(), folder);
        assertThat(verdicts.wrong()).isEmpty();
        assertThat(verdicts.checked()).anyMatch(one -> one.en().contains("from the convening to the closing"));
        assertThat(server.get("/api/sessions/nowhere/bundle").problem()).isEqualTo("unknown-session");
        assertThat(server.get("/api/sessions/long/bundle?withhold=1").problem()).isEqualTo("nothing-to-withhold");
        assertThat(server.get("/api/sessions/long/bundle?withhold=x").status()).isEqualTo(400);
        assertThat(bytes("/ledger/tile/entries/000").statusCode()).isEqualTo(200);
    }

    @Test
    void choicesOfAnOpenVoteLeaveInNoBundleAndNoTile(@TempDir Path folder) throws Exception {
        var ledger = server.bean(Ledger.class);
        Sittings.untilBallots(ledger, "voting", 3);
        notary.settle();
        var verdicts = verified(bytes("/api/sessions/voting/bundle").body(), folder);
        assertThat(verdicts.wrong()).isEmpty();
        assertThat(verdicts.unchecked()).anyMatch(one -> one.en().contains("complete up to position"));
        var text = new String(bytes("/api/sessions/voting/bundle").body(), StandardCharsets.UTF_8);
        assertThat(text).contains("VoteOpened").doesNotContain("BallotCast");
        var size = notary.latest().checkpoint().size();
        var last = "/ledger/tile/entries/%03d.p/%d".formatted(size / 256, size % 256);
        assertThat(bytes(last).statusCode()).isEqualTo(403);
        Sittings.close(ledger, "voting");
        notary.settle();
        assertThat(bytes(last).statusCode()).isEqualTo(200);
        assertThat(new String(bytes("/api/sessions/voting/bundle").body(), StandardCharsets.UTF_8))
                .contains("BallotCast");
    }
}

package org.plenum.web.log;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.MissingNodeException;
import org.plenum.proof.notary.Notary;
import org.plenum.proof.tile.TilePath;
import org.plenum.proof.tile.TileRefused;
import org.plenum.proof.tile.TreeTiles;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public log: its last checkpoint, its tiles, and proofs of single entries. */
@RestController
class LogEndpoints {
    private static final String PREFIX = "/ledger/";
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Notary notary;

    LogEndpoints(Notary notary) {
        this.notary = notary;
    }

    @GetMapping(PREFIX + "checkpoint")
    ResponseEntity<String> checkpoint() {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache())
                .body(notary.latest().format());
    }

    @GetMapping(PREFIX + "key")
    ResponseEntity<String> key() {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache())
                .body(notary.key().text() + "\n");
    }

    @GetMapping(PREFIX + "tile/**")
    ResponseEntity<?> tile(HttpServletRequest request) {
        try {
            return switch (TilePath.parse(request.getRequestURI().substring(PREFIX.length()))) {
                case TilePath.Hashes path -> hashes(path);
                case TilePath.Entries entries ->
                    problem(
                            HttpStatus.FORBIDDEN,
                            "Entries are for those who may read their session: export its evidence bundle.");
            };
        } catch (TileRefused refused) {
            return problem(HttpStatus.NOT_FOUND, refused.fault().en());
        }
    }

    private ResponseEntity<?> hashes(TilePath.Hashes path) {
        // Nobody sees more of the tree than what a checkpoint was published for.
        var size = notary.latest().checkpoint().size();
        if (TreeTiles.width(path.level(), path.index(), size) < path.width()) {
            return problem(HttpStatus.NOT_FOUND, "The published tree has no such tile.");
        }
        try {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .cacheControl(FOR_EVER)
                    .body(notary.store().tile(path).encode());
        } catch (MissingNodeException damaged) {
            return problem(HttpStatus.INTERNAL_SERVER_ERROR, "The log's tables are damaged: run plenum audit.");
        }
    }

    /** The proof of an entry by its hash, in hexadecimal or in base64 for addresses. */
    @GetMapping("/api/ledger/proofs/{hash}")
    ResponseEntity<?> proof(@PathVariable String hash) {
        Hash wanted;
        try {
            wanted = Hash.of(
                    hash.length() == 2 * Hash.LENGTH
                            ? HexFormat.of().parseHex(hash)
                            : java.util.Base64.getUrlDecoder().decode(hash));
        } catch (IllegalArgumentException e) {
            return problem(HttpStatus.BAD_REQUEST, "Not a hash: 64 hexadecimal digits, or base64url.");
        }
        var proof = notary.prove(wanted);
        if (proof.isPresent()) {
            return ResponseEntity.ok()
                    .contentType(TEXT)
                    .cacheControl(CacheControl.noCache())
                    .body(proof.get().format());
        }
        return problem(
                HttpStatus.NOT_FOUND,
                "No published checkpoint covers an entry with this hash: not yet, if it was recorded within a second; "
                        + "otherwise there is none.");
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .body(problem);
    }
}

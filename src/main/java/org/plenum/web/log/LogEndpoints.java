package org.plenum.web.log;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.plenum.language.Language;
import org.plenum.ledger.EventReader;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.StoredLine;
import org.plenum.proof.merkle.MissingNodeException;
import org.plenum.proof.notary.Notary;
import org.plenum.proof.tile.EntryBundle;
import org.plenum.proof.tile.TilePath;
import org.plenum.proof.tile.TileRefused;
import org.plenum.proof.tile.TreeTiles;
import org.plenum.web.api.EntrySight;
import org.plenum.web.problem.Problem;
import org.plenum.web.problem.ProblemJson;
import org.plenum.web.problem.ProblemType;
import org.plenum.web.security.CurrentPerson;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public log, as C2SP tlog-tiles lays it out: its last checkpoint, the tree's tiles, and the entries under them. */
@RestController
class LogEndpoints {
    private static final String PREFIX = "/ledger/";
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final MediaType PROBLEM = MediaType.parseMediaType(ProblemJson.CONTENT_TYPE);
    private static final String GZIP = "gzip";
    private static final Duration LONG = Duration.ofDays(365);

    private final Notary notary;
    private final EventReader entries;
    private final EntrySight sight;
    private final CurrentPerson people;

    LogEndpoints(Notary notary, Ledger ledger, EntrySight sight, CurrentPerson people) {
        this.notary = notary;
        this.entries = ledger.reader();
        this.sight = sight;
        this.people = people;
    }

    @GetMapping(PREFIX + "checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return text(notary.latest().format());
    }

    @GetMapping(PREFIX + "key")
    ResponseEntity<byte[]> key() {
        return text(notary.key().text() + "\n");
    }

    private static ResponseEntity<byte[]> text(String text) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(PREFIX + "tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        try {
            return switch (TilePath.parse(request.getRequestURI().substring(PREFIX.length()))) {
                case TilePath.Hashes path -> hashes(path, request);
                case TilePath.Entries path -> entries(path, request);
            };
        } catch (TileRefused refused) {
            return problem(
                    request,
                    ProblemType.NOT_FOUND,
                    refused.fault().it(),
                    refused.fault().en());
        }
    }

    /** Nobody sees more of the tree than what a checkpoint was published for. */
    private boolean isPublished(int level, TilePath path) {
        var size = notary.latest().checkpoint().size();
        return TreeTiles.width(level, path.index(), size) >= path.width();
    }

    private ResponseEntity<byte[]> hashes(TilePath.Hashes path, HttpServletRequest request) {
        if (!isPublished(path.level(), path)) {
            return notPublished(request);
        }
        try {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .cacheControl(CacheControl.maxAge(LONG).cachePublic().immutable())
                    .body(notary.store().tile(path).encode());
        } catch (MissingNodeException damaged) {
            return damaged(request);
        }
    }

    private static ResponseEntity<byte[]> damaged(HttpServletRequest request) {
        return problem(
                request,
                ProblemType.INTERNAL,
                "Le tabelle del registro sono danneggiate: eseguire plenum audit.",
                "The log's tables are damaged: run plenum audit.");
    }

    private ResponseEntity<byte[]> entries(TilePath.Entries path, HttpServletRequest request) throws TileRefused {
        if (!isPublished(0, path)) {
            return notPublished(request);
        }
        var first = path.index() * TilePath.FULL_WIDTH;
        var lines = new ArrayList<StoredLine>(path.width());
        entries.readLines(first, first + path.width(), lines::add);
        if (lines.size() != path.width()) {
            return damaged(request);
        }
        if (people.ofLog().filter(person -> sight.maySee(person, lines)).isEmpty()) {
            return problem(
                    request,
                    ProblemType.NOT_PERMITTED,
                    "Queste voci sono per chi può leggere tutte le loro sedute, e non finché è aperta una votazione le"
                            + " cui scelte sono nascoste.",
                    "These entries are for those who may read all of their sessions, and not while a vote is open whose"
                            + " choices are hidden from them.");
        }
        var bundle = EntryBundle.encode(lines.stream().map(StoredLine::line).toList());
        var answer = ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .cacheControl(CacheControl.maxAge(LONG).cachePrivate().immutable());
        return takesGzip(request)
                ? answer.header(HttpHeaders.CONTENT_ENCODING, GZIP).body(gzipped(bundle))
                : answer.body(bundle);
    }

    private static boolean takesGzip(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && List.of(accepted.replace(" ", "").split(",", -1)).stream()
                        .anyMatch(one -> one.equals(GZIP) || one.matches("gzip;q=(1|0\\.0*[1-9].*)"));
    }

    private static byte[] gzipped(byte[] plain) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static ResponseEntity<byte[]> notPublished(HttpServletRequest request) {
        return problem(
                request,
                ProblemType.NOT_FOUND,
                "L'ultimo checkpoint non arriva fin qui.",
                "The last checkpoint does not reach this far.");
    }

    private static ResponseEntity<byte[]> problem(HttpServletRequest request, ProblemType type, String it, String en) {
        var language = Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return ResponseEntity.status(type.status())
                .contentType(PROBLEM)
                .cacheControl(CacheControl.noStore())
                .body(ProblemJson.write(Problem.of(type, it, en), language, request.getRequestURI()));
    }
}

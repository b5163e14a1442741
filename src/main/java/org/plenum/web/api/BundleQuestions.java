package org.plenum.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenum.audit.BundleWriter;
import org.plenum.audit.ReportRetelling;
import org.plenum.audit.UnknownToExport;
import org.plenum.command.Refusal.UnknownSession;
import org.plenum.json.Place;
import org.plenum.proof.notary.Notary;
import org.plenum.vocabulary.SessionId;
import org.plenum.web.problem.Problem;
import org.plenum.web.problem.ProblemType;
import org.plenum.web.security.Person;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerResponse;

/** Evidence bundles to download, for those who may read the session. */
final class BundleQuestions {
    private static final Pattern POSITIONS = Pattern.compile("[1-9][0-9]{0,17}(,[1-9][0-9]{0,17})*");

    /** A large session takes a while to write out; those who ask meanwhile wait their turn. */
    private static final int AT_ONCE = 2;

    private static final Kind<Set<Long>> WITHHELD = new Kind<>(
            BundleQuestions::positions,
            new Shape.Plain(schema -> schema.put("type", "string")
                    .put("pattern", "^" + POSITIONS.pattern() + "$")
                    .put("description", "positions whose free texts are left out (omissis), as in 12,40")));

    private final ReadSide side;
    private final Notary notary;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    private BundleQuestions(ReadSide side, Notary notary) {
        this.side = side;
        this.notary = notary;
    }

    static List<Endpoint> of(ReadSide side, Notary notary) {
        var questions = new BundleQuestions(side, notary);
        return List.of(new Endpoint(
                HttpMethod.GET,
                "/api/sessions/{session}/bundle",
                "bundle",
                "The session's evidence bundle: everything that somebody needs to verify it offline. It ends before the"
                        + " first thing that the caller may not see, as the choices in an open vote, and says so.",
                Endpoint.Body.NONE,
                List.of(),
                List.of(UnknownSession.class),
                new Endpoint.Answers(
                        200,
                        FileReply.ZIP.toString(),
                        new Shape.Plain(schema -> schema.put("type", "string").put("format", "binary")),
                        "A zip, as docs/ledger-format.md says."),
                asked -> {
                    var session = asked.path("session", Kinds.SESSION);
                    var withheld = asked.query("withhold", WITHHELD);
                    return request -> {
                        var positions = withheld.orNull();
                        return questions.bundle(
                                session.get(), positions == null ? Set.of() : positions, request.person());
                    };
                }));
    }

    private ServerResponse bundle(SessionId session, Set<Long> withheld, Person person) {
        var seen = side.seen(session, person).orElseThrow(() -> new Refused(new UnknownSession(session)));
        var upTo = EntrySight.shownUpTo(seen);
        if (upTo == 0) {
            throw new Refused(Problem.of(
                    ProblemType.NOT_PERMITTED,
                    "Nessuna voce della seduta si può vedere finora: il fascicolo sarebbe vuoto.",
                    "No entry of the session may be seen so far: its bundle would be empty."));
        }
        var wanted = new BundleWriter.Wanted(session, withheld, upTo);
        turns.acquireUninterruptibly();
        try {
            var file = Files.createTempFile("plenum", ".zip");
            try {
                BundleWriter.write(side.ledger(), notary, wanted, new ReportRetelling(), file);
                return new FileReply(file, session.value() + ".zip");
            } catch (RuntimeException e) {
                Files.delete(file);
                throw e;
            }
        } catch (UnknownToExport unknown) {
            throw new Refused(Problem.of(
                    ProblemType.NOTHING_TO_WITHHOLD,
                    unknown.why().it(),
                    unknown.why().en()));
        } catch (BundleWriter.NotCovered notCovered) {
            throw new Refused(Problem.of(
                    ProblemType.NOT_YET_PROVEN,
                    "Nessun checkpoint comprende ancora la seduta.",
                    "No checkpoint covers the session yet."));
        } catch (IOException e) {
            throw new UncheckedIOException("a bundle cannot be written", e);
        } finally {
            turns.release();
        }
    }

    private static @Nullable Set<Long> positions(Place place) {
        var written = place.value().stringValue();
        if (!POSITIONS.matcher(written).matches()) {
            place.fault("previste posizioni separate da virgole", "expected positions, separated by commas");
            return null;
        }
        var positions = new HashSet<Long>();
        for (var one : written.split(",", -1)) {
            positions.add(Long.valueOf(one));
        }
        return positions;
    }
}

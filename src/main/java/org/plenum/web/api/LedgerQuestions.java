package org.plenum.web.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.json.Place;
import org.plenum.proof.cosigning.Cosigning;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.notary.Notary;
import org.plenum.proof.notary.Notary.Evidence;
import org.plenum.vocabulary.Bilingual;
import org.plenum.web.problem.Problem;
import org.plenum.web.problem.ProblemType;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is asked of the transparency log by those who hold a receipt. */
final class LedgerQuestions {
    private static final MediaType PLAIN = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private static final Kind<Hash> HASH = new Kind<>(
            LedgerQuestions::hash,
            new Shape.Plain(schema -> schema.put("type", "string")
                    .put("description", "the entry's hash as receipts give it: 64 hexadecimal digits, or base64url")));

    private LedgerQuestions() {}

    static List<Endpoint> of(Notary notary, Cosigning cosigning) {
        return List.of(
                witnesses(notary, cosigning),
                new Endpoint(
                        HttpMethod.GET,
                        "/api/ledger/proofs/{hash}",
                        "proof",
                        "The proof that the entry of a receipt is in the log, as a C2SP tlog-proof. Before a checkpoint covers"
                                + " it: not-yet-proven (409); where nothing that was recorded has this hash: unknown-entry (404).",
                        Endpoint.Body.NONE,
                        List.of(),
                        List.of(),
                        new Endpoint.Answers(
                                200,
                                PLAIN.toString(),
                                new Shape.Plain(schema -> schema.put("type", "string")),
                                "c2sp.org/tlog-proof@v1: index, inclusion proof, and the checkpoint that it leads to."),
                        asked -> {
                            var hash = asked.path("hash", HASH);
                            return _ -> answer(notary.evidence(hash.get()));
                        }));
    }

    private static Endpoint witnesses(Notary notary, Cosigning cosigning) {
        return Question.at(
                "/api/ledger/witnesses",
                "witnesses",
                "The witnesses that the log asks, which of them cosigned its last closing, and what keeps the others from it.",
                List.of(),
                _ -> request -> {
                    var json = JsonNodeFactory.instance.objectNode();
                    var closing = notary.lastClosing();
                    json.put(
                            "lastClosing",
                            closing.map(one -> one.checkpoint().size()).orElse(null));
                    var list = json.putArray("witnesses");
                    for (var standing : cosigning.standings()) {
                        var witness = standing.witness();
                        var one = list.addObject()
                                .put("name", witness.name())
                                .put("key", witness.key().text())
                                .put("url", witness.submission().toString())
                                .put("cosignedSize", standing.size())
                                .put("missing", closing.isPresent() && !witness.cosigned(closing.get()));
                        var trouble = standing.trouble();
                        if (trouble == null) {
                            one.putNull("trouble");
                        } else {
                            one.putObject("trouble")
                                    .put("code", trouble.code())
                                    .put("detail", request.language().of(new Bilingual(trouble.it(), trouble.en())));
                        }
                    }
                    return Reply.json(200, json);
                });
    }

    private static ServerResponse answer(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Proven(var proof) ->
                new Reply(200, PLAIN, proof.format().getBytes(StandardCharsets.UTF_8), Map.of());
            case Evidence.NotYet() ->
                throw new Refused(Problem.of(
                        ProblemType.NOT_YET_PROVEN,
                        "Non ancora: la voce è registrata, e il prossimo checkpoint la comprenderà.",
                        "Not yet: the entry is recorded, and the next checkpoint will cover it."));
            case Evidence.Unknown() ->
                throw new Refused(Problem.of(
                        ProblemType.UNKNOWN_ENTRY,
                        "Nulla di ciò che è registrato ha questo hash.",
                        "Nothing that was recorded has this hash."));
        };
    }

    private static @Nullable Hash hash(Place place) {
        var written = place.value().stringValue();
        try {
            return Hash.of(
                    written.length() == 2 * Hash.LENGTH
                            ? HexFormat.of().parseHex(written)
                            : Base64.getUrlDecoder().decode(written));
        } catch (IllegalArgumentException notAHash) {
            place.fault(
                    "previsto un hash: 64 cifre esadecimali, o base64url",
                    "expected a hash: 64 hexadecimal digits, or base64url");
            return null;
        }
    }
}

package org.plenum.ledger;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.plenum.command.Command;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.CastBallot;
import org.plenum.json.VocabularyJson;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.When;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** A hash of what a command says, by which a repetition under the same key is told from another command. */
final class Fingerprint {
    private static final JsonMapper MAPPER = VocabularyJson.mapper()
            .addModule(new SimpleModule("texts in full").addSerializer(FreeText.class, ToStringSerializer.instance))
            .addMixIn(SessionCommand.Part.class, Named.class)
            .build();

    private final byte[] bytes;

    private Fingerprint(byte[] bytes) {
        this.bytes = bytes;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    private interface Named {}

    private record Said(String command, Object content, When when) {}

    /** The fingerprint of commands and of when they state that their facts happened. */
    static Fingerprint of(List<Submission> submissions) {
        return of("", submissions, Submission::command);
    }

    /** The same, whatever ballots choose: it tells one seat's ballot from another's and nothing more. */
    static Fingerprint blind(List<Submission> submissions) {
        return of(
                "blind",
                submissions,
                submission -> submission.command() instanceof CastBallot ballot
                        ? new CastBallot(ballot.session(), ballot.vote(), ballot.seat(), Choice.Stance.BLANK)
                        : submission.command());
    }

    private static Fingerprint of(String kind, List<Submission> submissions, Function<Submission, Command> asKept) {
        var digest = EntryHash.sha256();
        digest.update(kind.getBytes(StandardCharsets.UTF_8));
        for (var submission : submissions) {
            var command = asKept.apply(submission);
            var said = new Said(command.getClass().getSimpleName(), command, submission.when());
            digest.update(MAPPER.writeValueAsBytes(said));
        }
        return new Fingerprint(digest.digest());
    }

    /** The stored form. */
    static Fingerprint stored(byte[] bytes) {
        return new Fingerprint(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}

package org.plenum.ledger;

import org.plenum.command.SessionCommand;
import org.plenum.command.TwoPersons;
import org.plenum.decision.SessionState.Proposal;
import org.plenum.json.VocabularyJson;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.When;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Commands that wait for a second person, as data: {@code {"command": {…}, "when": {…}}}. Kept as long as events are. */
final class ProposalJson {
    private static final JsonMapper MAPPER = VocabularyJson.mapper()
            .addModule(new SimpleModule("texts in full")
                    .addSerializer(FreeText.class, ToStringSerializer.instance)
                    .addDeserializer(FreeText.class, new Words()))
            .build();

    private ProposalJson() {}

    /** What was proposed, and when it is stated to have happened. */
    record Said(SessionCommand command, When when) {}

    private static final class Words extends StdDeserializer<FreeText> {
        Words() {
            super(FreeText.class);
        }

        @Override
        public FreeText deserialize(JsonParser json, DeserializationContext context) {
            return new FreeText(json.getString());
        }
    }

    static FreeText write(SessionCommand command, When when) {
        var data = MAPPER.createObjectNode();
        data.set("command", MAPPER.valueToTree(command));
        data.set("when", MAPPER.valueToTree(when));
        return new FreeText(data.toString());
    }

    /**
     * Reads a proposal back.
     *
     * @throws IllegalStateException if it cannot be read: what is stored is not what was written
     */
    static Said read(Proposal proposal) {
        var type = TwoPersons.typeOf(proposal.command())
                .orElseThrow(() -> new IllegalStateException("no command is called " + proposal.command()));
        var words = proposal.content().words();
        if (words == null) {
            throw new IllegalStateException("what was proposed at position " + proposal.position() + " is withheld");
        }
        try {
            JsonNode data = MAPPER.readTree(words);
            return new Said(
                    MAPPER.treeToValue(data.path("command"), type), MAPPER.treeToValue(data.path("when"), When.class));
        } catch (JacksonException unreadable) {
            throw new IllegalStateException(
                    "what was proposed at position " + proposal.position() + " cannot be read", unreadable);
        }
    }
}

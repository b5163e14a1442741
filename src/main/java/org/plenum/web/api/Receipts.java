package org.plenum.web.api;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What commands are answered with. */
final class Receipts {
    /** Recorded. */
    static final Endpoint.Answers RECORDED = new Endpoint.Answers(
            200,
            "application/json",
            new Shape.Named("Receipt", schema -> receipt(schema, false), List.of()),
            "Recorded, so that it would survive a power cut; position null where there was nothing to record.");

    /** Recorded, and something new has an address now. */
    static final Endpoint.Answers MADE = new Endpoint.Answers(
            201,
            "application/json",
            new Shape.Named("MakingReceipt", schema -> receipt(schema, true), List.of()),
            "Recorded, so that it would survive a power cut; Location tells where it is.");

    /** Recorded as proposed, because the rules leave it to two persons. */
    static final Endpoint.Answers PROPOSED = new Endpoint.Answers(
            202,
            "application/json",
            new Shape.Named("ProposalReceipt", Receipts::proposal, List.of()),
            "Recorded as proposed: the rules leave it to two persons, and it takes effect when another one confirms it.");

    private Receipts() {}

    private static void proposal(ObjectNode schema) {
        receipt(schema, false);
        ((ArrayNode) schema.get("required")).add("proposed").add("proposal");
        var fields = (ObjectNode) schema.get("properties");
        fields.putObject("proposed").put("type", "string").put("description", "the command's name");
        fields.putObject("proposal").put("type", "integer").put("description", "where it waits to be confirmed");
    }

    private static void receipt(ObjectNode schema, boolean made) {
        schema.put("type", "object");
        var required = schema.putArray("required");
        var fields = schema.putObject("properties");
        if (made) {
            required.add("id");
            fields.putObject("id").put("type", "string").put("description", "of what was made");
        }
        required.add("position").add("recordedAt").add("entryHash");
        nullable(fields.putObject("position"), "integer").put("description", "of the first event");
        fields.putObject("lastPosition")
                .put("type", "integer")
                .put("description", "of the last event, where there are several");
        nullable(fields.putObject("recordedAt"), "string").put("format", "date-time");
        nullable(fields.putObject("entryHash"), "string")
                .put("description", "of the first event's entry, in hexadecimal");
    }

    private static ObjectNode nullable(ObjectNode schema, String type) {
        schema.putArray("type").add(type).add("null");
        return schema;
    }
}

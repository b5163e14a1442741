package org.plenum.web.api;

import java.util.List;
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

    private Receipts() {}

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

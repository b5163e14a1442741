package org.plenum.document;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report's JSON in the short form in which expectations are written by hand: times alone for moments, counts as
 * {@code for/against/abstain/blank/void/declined/didNotVote}, ballots by choice, findings as {@code CODE seats
 * expected/found}.
 */
final class Brief {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Brief() {}

    static JsonNode report(JsonNode report) {
        var brief = MAPPER.createObjectNode();
        var session = ((ObjectNode) report.get("session")).deepCopy();
        moment(session, "opened");
        moment(session, "closed");
        brief.set("session", session);
        brief.set("roll", report.get("roll"));
        brief.set("votingSeats", report.get("votingSeats"));
        var attendance = brief.putObject("attendance");
        report.get("attendance")
                .forEach(seat -> attendance.set(seat.get("seat").stringValue(), MAPPER.valueToTree(intervals(seat))));
        var timeline = brief.putArray("quorum");
        report.get("quorum")
                .get("timeline")
                .forEach(step -> timeline.add(
                        text(step.get("present")) + "/" + text(step.get("required")) + " " + text(step.get("met"))));
        var votes = brief.putObject("votes");
        report.get("votes").forEach(vote -> votes.set(vote.get("id").stringValue(), vote(vote)));
        brief.set("findings", findings(report.get("findings")));
        return brief;
    }

    static JsonNode presence(JsonNode presence) {
        var brief = ((ObjectNode) presence).deepCopy();
        for (var field : List.of("arrival", "departure", "opened", "closed")) {
            moment(brief, field);
        }
        brief.set("findings", findings(presence.get("findings")));
        return brief;
    }

    private static JsonNode vote(JsonNode vote) {
        var brief = ((ObjectNode) vote).deepCopy();
        moment(brief, "opened");
        moment(brief, "closed");
        for (var counts : List.of("counts", "weightCounts", "populationCounts")) {
            counts(brief, counts);
        }
        sorted(brief, "presentSeats");
        var represented = brief.putArray("represented");
        vote.get("represented")
                .forEach(proxy -> represented.add(proxy.get("from").stringValue() + " by "
                        + proxy.get("to").stringValue()));
        if (!vote.get("ballots").isNull()) {
            var byChoice = new TreeMap<String, TreeSet<String>>();
            vote.get("ballots")
                    .forEach(ballot -> byChoice.computeIfAbsent(
                                    ballot.get("choice").stringValue(), choice -> new TreeSet<>())
                            .add(ballot.get("seat").stringValue()));
            brief.set("ballots", MAPPER.valueToTree(byChoice));
        }
        brief.set("assumed", vote.get("rule").get("assumed"));
        brief.set("findings", findings(vote.get("findings")));
        return brief;
    }

    private static JsonNode findings(JsonNode findings) {
        var brief = new ArrayList<String>();
        findings.forEach(finding -> {
            var seats = new TreeSet<String>();
            finding.get("seats").forEach(seat -> seats.add(seat.stringValue()));
            var compared =
                    finding.get("expected").isNull() && finding.get("found").isNull()
                            ? ""
                            : " " + text(finding.get("expected")) + "/" + text(finding.get("found"));
            brief.add(finding.get("code").stringValue()
                    + (seats.isEmpty() ? "" : " " + String.join(",", seats))
                    + compared);
        });
        brief.sort(null);
        return MAPPER.valueToTree(brief);
    }

    private static List<String> intervals(JsonNode seat) {
        var brief = new ArrayList<String>();
        seat.get("intervals").forEach(interval -> {
            var how = new StringBuilder(time(interval.get("from")) + " to " + time(interval.get("to")));
            if (!interval.get("mode").isNull() || !interval.get("delegate").isNull()) {
                how.append(", ").append(text(interval.get("mode")));
            }
            if (!interval.get("delegate").isNull()) {
                how.append(", ").append(interval.get("delegate").stringValue());
            }
            brief.add(how.toString());
        });
        return brief;
    }

    private static void moment(ObjectNode object, String field) {
        object.set(field, object.get(field).isNull() ? object.get(field) : MAPPER.valueToTree(time(object.get(field))));
    }

    private static String time(JsonNode moment) {
        if (moment.isNull()) {
            return "null";
        }
        if (!moment.get("statedAt").isNull()) {
            return moment.get("statedAt").stringValue();
        }
        var bounds = new ArrayList<String>();
        if (!moment.get("notBefore").isNull()) {
            bounds.add("not before " + moment.get("notBefore").stringValue());
        }
        if (!moment.get("notAfter").isNull()) {
            bounds.add("not after " + moment.get("notAfter").stringValue());
        }
        return bounds.isEmpty() ? "?" : String.join(", ", bounds);
    }

    private static void counts(ObjectNode vote, String field) {
        var counts = vote.get(field);
        if (!counts.isNull()) {
            var parts = new ArrayList<String>();
            for (var part : List.of("for", "against", "abstain", "blank", "void", "declined", "didNotVote")) {
                parts.add(text(counts.get(part)));
            }
            vote.put(field, String.join("/", parts));
        }
    }

    private static void sorted(ObjectNode vote, String field) {
        if (!vote.get(field).isNull()) {
            var seats = new TreeSet<String>();
            vote.get(field).forEach(seat -> seats.add(seat.stringValue()));
            vote.set(field, MAPPER.valueToTree(seats));
        }
    }

    private static String text(JsonNode value) {
        return value.asString("null");
    }
}

package org.plenum.web.api;

import org.jspecify.annotations.Nullable;
import org.plenum.projection.attendance.SeatAttendance;
import org.plenum.projection.quorum.QuorumStep;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.results.VoteResult;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.Tally;
import org.plenum.vocabulary.Words;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A session as it stands, in short: what a screen in the hall needs to know. */
final class SessionJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SessionJson() {}

    /** The session with its agenda and its roll. */
    static ObjectNode whole(SessionReport report) {
        var json = now(report);
        var convened = report.session().convened();
        json.put("assemblyName", convened.assemblyName())
                .put("date", convened.date().toString())
                .put("zone", convened.zone().getId())
                .put("call", convened.call())
                .put("provenance", Words.of(convened.provenance()));
        Question.put(json, "secondCallOf", convened.secondCallOf());
        Question.put(json, "place", convened.place());
        Question.put(json, "scheduled", convened.scheduled());
        participant(json, "chair", report.session().chair());
        participant(json, "clerk", report.session().clerk());
        var agenda = json.putArray("agenda");
        for (var item : report.session().items()) {
            var entry = agenda.addObject()
                    .put("number", item.item().number().value())
                    .put("title", item.item().title());
            Question.put(entry, "kind", item.item().kind());
            entry.put("takenUp", !item.takenUp().isEmpty());
            Question.put(entry, "conclusion", item.conclusion() == null ? null : Words.of(item.conclusion()));
        }
        var seats = json.putArray("seats");
        for (var attendance : report.attendance().seats()) {
            seat(seats.addObject(), attendance);
        }
        var attendees = json.putArray("attendees");
        for (var attendee : report.session().attendees()) {
            var entry = attendees.addObject().put("name", attendee.name());
            Question.put(entry, "role", attendee.role());
            Question.put(entry, "affiliation", attendee.affiliation());
            entry.put("present", attendee.present());
        }
        return json;
    }

    /** What changes while it goes on. */
    static ObjectNode now(SessionReport report) {
        var session = report.session();
        var convened = session.convened();
        var json = NODES.objectNode()
                .put("id", convened.session().value())
                .put("assembly", convened.assembly().value())
                .put("title", convened.title())
                .put("position", report.position())
                .put("state", Words.of(session.stage()))
                .put("closedToPublic", session.closedToPublic());
        item(json, report, session.itemAtHand());
        quorum(json, report.quorum().now());
        var present = json.putArray("present");
        report.attendance().seats().stream()
                .filter(seat -> seat.current() != null)
                .forEach(seat -> present.add(seat.seat().id().value()));
        vote(json, report);
        return json;
    }

    private static void item(ObjectNode json, SessionReport report, @Nullable ItemNumber number) {
        if (number == null) {
            json.putNull("item");
            return;
        }
        Question.put(
                json.putObject("item").put("number", number.value()),
                "title",
                report.names().title(number));
    }

    private static void quorum(ObjectNode json, @Nullable QuorumStep step) {
        if (step == null) {
            json.putNull("quorum");
            return;
        }
        var quorum = json.putObject("quorum");
        quorum.put("present", step.present());
        quorum.put("required", step.required());
        quorum.put("met", step.met());
    }

    /** The vote that is open, or else the last. */
    private static void vote(ObjectNode json, SessionReport report) {
        VoteResult last = null;
        for (var vote : report.results().votes()) {
            if (last == null || last.status() != VoteResult.Status.OPEN) {
                last = vote;
            }
        }
        if (last == null) {
            json.putNull("vote");
            return;
        }
        var vote = json.putObject("vote")
                .put("id", last.id().value())
                .put("subject", last.question().subject())
                .put("status", Words.of(last.status()));
        var method = last.question().method();
        Question.put(vote, "method", method == null ? null : Words.of(method));
        vote.put("electorate", last.electorate());
        vote.put("votedCount", last.votedCount());
        var counts = last.counted().heads();
        if (counts == null) {
            vote.putNull("counts");
        } else {
            counts(vote.putObject("counts"), counts);
        }
        var outcome = last.counted().outcome();
        Question.put(vote, "outcome", outcome == null ? null : Words.of(outcome));
        var proclaimed = last.proclaimed();
        Question.put(vote, "proclaimed", proclaimed == null ? null : Words.of(proclaimed.outcome()));
    }

    private static void counts(ObjectNode json, Tally counts) {
        json.put("for", counts.inFavour())
                .put("against", counts.against())
                .put("abstain", counts.abstain())
                .put("blank", counts.blank())
                .put("void", counts.invalid())
                .put("declined", counts.declined())
                .put("didNotVote", counts.didNotVote());
    }

    private static void seat(ObjectNode json, SeatAttendance attendance) {
        var seat = attendance.seat();
        json.put("seat", seat.id().value()).put("name", seat.name()).put("weight", seat.weight());
        json.put("votes", seat.votes());
        var current = attendance.current();
        json.put("present", current != null);
        Question.put(json, "mode", current == null ? null : Words.of(current.mode()));
        var delegate = current == null ? null : current.delegate();
        Question.put(json, "delegate", delegate == null ? null : delegate.name());
    }

    private static void participant(ObjectNode json, String name, @Nullable Participant participant) {
        switch (participant) {
            case Participant.OfSeat(SeatId seat) -> json.putObject(name).put("seat", seat.value());
            case Participant.Named(String person) -> json.putObject(name).put("name", person);
            case null -> json.putNull(name);
        }
    }
}

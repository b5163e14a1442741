package org.plenum.web.api;

import java.util.List;
import java.util.function.Function;
import org.plenum.audit.EventProofs;
import org.plenum.command.Refusal.UnknownSeat;
import org.plenum.command.Refusal.UnknownSession;
import org.plenum.command.Refusal.UnknownVote;
import org.plenum.document.LogHead;
import org.plenum.document.ReportJson;
import org.plenum.ledger.StreamId;
import org.plenum.projection.presence.PresenceAtVote;
import org.plenum.projection.report.SessionReport;
import org.plenum.proof.notary.Notary;

/** What is asked of one session, now or at any moment. */
final class SessionQuestions {
    private static final String SESSION = "/api/sessions/{session}";

    private SessionQuestions() {}

    static List<Endpoint> of(ReadSide side, Notary notary) {
        return List.of(
                Question.at(
                        SESSION,
                        "session",
                        "One session as it stands: its agenda, who is there, the quorum, the vote that is open.",
                        List.of(UnknownSession.class),
                        asked -> {
                            var session = asked.path("session", Kinds.SESSION);
                            var reading = AskedMoment.in(asked);
                            return request -> Reply.json(
                                    200, SessionJson.whole(reading.apply(side).report(session.get(), request)));
                        }),
                part(
                        side,
                        "/report",
                        "report",
                        "The session's report.",
                        report -> ReportJson.report(report, head(notary))),
                part(side, "/attendance", "attendance", "Who was there, from when to when.", ReportJson::attendance),
                part(side, "/quorum", "quorum", "The quorum, step by step.", ReportJson::quorum),
                part(side, "/votes", "votes", "Every vote and what became of it.", ReportJson::votes),
                Question.at(
                        SESSION + "/votes/{vote}",
                        "vote",
                        "One vote and what became of it.",
                        List.of(UnknownSession.class, UnknownVote.class),
                        asked -> {
                            var session = asked.path("session", Kinds.SESSION);
                            var vote = asked.path("vote", Kinds.VOTE);
                            var reading = AskedMoment.in(asked);
                            return request -> {
                                var report = reading.apply(side).report(session.get(), request);
                                return Question.written(ReportJson.vote(
                                        report,
                                        report.results()
                                                .of(vote.get())
                                                .orElseThrow(() -> new Refused(new UnknownVote(vote.get())))));
                            };
                        }),
                presence(side, notary));
    }

    /** What the log has published last; a notary signs before anything else, so there always is something. */
    private static LogHead head(Notary notary) {
        var head = notary.latest().checkpoint();
        return new LogHead(head.size(), head.root().base64());
    }

    private static Endpoint presence(ReadSide side, Notary notary) {
        return Question.at(
                SESSION + "/votes/{vote}/presence/{seat}",
                "presence",
                "When a seat arrived and left relative to a vote, in a sentence that can be cited, with the proofs of"
                        + " the events that it rests on.",
                List.of(UnknownSession.class, UnknownVote.class, UnknownSeat.class),
                asked -> {
                    var session = asked.path("session", Kinds.SESSION);
                    var vote = asked.path("vote", Kinds.VOTE);
                    var seat = asked.path("seat", Kinds.SEAT);
                    var reading = AskedMoment.in(asked);
                    return request -> {
                        var report = reading.apply(side).report(session.get(), request);
                        if (report.results().of(vote.get()).isEmpty()) {
                            throw new Refused(new UnknownVote(vote.get()));
                        }
                        return Question.written(PresenceAtVote.of(report, vote.get(), seat.get())
                                .map(answer -> ReportJson.presence(
                                        report,
                                        answer,
                                        EventProofs.of(
                                                side.ledger().reader(),
                                                StreamId.of(session.get()),
                                                answer.positions(),
                                                notary::prove)))
                                .orElseThrow(() -> new Refused(new UnknownSeat(seat.get()))));
                    };
                });
    }

    private static Endpoint part(
            ReadSide side, String under, String id, String summary, Function<SessionReport, byte[]> json) {
        return Question.at(
                SESSION + under,
                id,
                summary + " As known at a position, as at a time, or both.",
                List.of(UnknownSession.class),
                asked -> {
                    var session = asked.path("session", Kinds.SESSION);
                    var reading = AskedMoment.in(asked);
                    return request ->
                            Question.written(json.apply(reading.apply(side).report(session.get(), request)));
                });
    }
}

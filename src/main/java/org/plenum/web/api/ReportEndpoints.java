package org.plenum.web.api;

import static org.plenum.web.api.Questions.question;

import java.util.List;
import org.plenum.command.Refusal;
import org.plenum.command.Refusal.NotWellFormed;
import org.plenum.command.Refusal.UnknownSeat;
import org.plenum.command.Refusal.UnknownSession;
import org.plenum.command.Refusal.UnknownVote;
import org.plenum.document.ReportJson;
import org.plenum.projection.presence.PresenceAtVote;
import org.plenum.web.problem.Problem;

/** What a session shows, now and at any past moment: its report, attendance, quorum and votes. */
final class ReportEndpoints {
    private static final List<Class<? extends Refusal>> REFUSALS = List.of(UnknownSession.class, NotWellFormed.class);

    private ReportEndpoints() {}

    static List<Endpoint> questions(SessionQuestions sessions) {
        return List.of(
                question(
                        "/api/sessions/{session}/report",
                        "report",
                        "The whole report of a session.",
                        REFUSALS,
                        sessions.part(ReportJson::report)),
                question(
                        "/api/sessions/{session}/attendance",
                        "attendance",
                        "Who was there when, by seat.",
                        REFUSALS,
                        sessions.part(ReportJson::attendance)),
                question(
                        "/api/sessions/{session}/quorum",
                        "quorum",
                        "How presence stood against the quorum, change by change.",
                        REFUSALS,
                        sessions.part(ReportJson::quorum)),
                question(
                        "/api/sessions/{session}/votes",
                        "votes",
                        "Every vote.",
                        REFUSALS,
                        sessions.part(ReportJson::votes)),
                vote(sessions),
                presence(sessions));
    }

    private static Endpoint presence(SessionQuestions sessions) {
        return question(
                "/api/sessions/{session}/votes/{vote}/presence/{seat}",
                "presence",
                "When a seat arrived and left relative to a vote, in one sentence that can be cited.",
                List.of(UnknownSession.class, UnknownVote.class, UnknownSeat.class, NotWellFormed.class),
                asked -> {
                    var session = asked.path("session", Kinds.SESSION);
                    var vote = asked.path("vote", Kinds.VOTE);
                    var seat = asked.path("seat", Kinds.SEAT);
                    var reading = SessionQuestions.Reading.asked(asked);
                    return _ -> {
                        var report = sessions.report(session.get(), reading);
                        if (report.results().of(vote.get()).isEmpty()) {
                            throw new Refused(Problem.of(new UnknownVote(vote.get())));
                        }
                        return SessionQuestions.json(PresenceAtVote.of(report, vote.get(), seat.get())
                                .map(answer -> ReportJson.presence(report, answer))
                                .orElseThrow(() -> new Refused(Problem.of(new UnknownSeat(seat.get())))));
                    };
                });
    }

    private static Endpoint vote(SessionQuestions sessions) {
        return question(
                "/api/sessions/{session}/votes/{vote}",
                "vote",
                "One vote.",
                List.of(UnknownSession.class, UnknownVote.class, NotWellFormed.class),
                asked -> {
                    var session = asked.path("session", Kinds.SESSION);
                    var vote = asked.path("vote", Kinds.VOTE);
                    var reading = SessionQuestions.Reading.asked(asked);
                    return _ -> {
                        var report = sessions.report(session.get(), reading);
                        return SessionQuestions.json(report.results()
                                .of(vote.get())
                                .map(result -> ReportJson.vote(report, result))
                                .orElseThrow(() -> new Refused(Problem.of(new UnknownVote(vote.get())))));
                    };
                });
    }
}

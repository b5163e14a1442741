package org.plenum.document;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.StandingBallots;
import org.plenum.decision.counting.Unanimity;
import org.plenum.json.ElectionJson;
import org.plenum.json.RulesJson;
import org.plenum.json.StagesJson;
import org.plenum.projection.Moment;
import org.plenum.projection.Names;
import org.plenum.projection.PlacedFinding;
import org.plenum.projection.attendance.Interval;
import org.plenum.projection.attendance.SeatAttendance;
import org.plenum.projection.presence.PresenceAtVote;
import org.plenum.projection.quorum.QuorumView;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.results.VoteResult;
import org.plenum.projection.results.VoteResult.Counted;
import org.plenum.projection.wording.FindingSentences;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.DeclaredCounts;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.Tally;
import org.plenum.vocabulary.Words;
import tools.jackson.databind.node.ObjectNode;

/**
 * A session's report as data, and parts of it. What is not known is null; heads are whole numbers, weights exact; a
 * moment has its position, its recorded time, and the time or the bounds that somebody states. Written as UTF-8.
 */
public final class ReportJson {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,30})?");

    private final JsonOut out;
    private final Names names;

    private ReportJson(JsonOut out, Names names) {
        this.out = out;
        this.names = names;
    }

    /** The whole report. */
    public static byte[] report(SessionReport report) {
        return report(report, null);
    }

    /** The whole report against a state of the transparency log; null where it has none yet. */
    public static byte[] report(SessionReport report, @Nullable LogHead head) {
        return JsonOut.utf8(out -> new ReportJson(out, report.names()).whole(report, head));
    }

    /** The whole report against a state of the transparency log; the stream stays open. */
    public static void report(SessionReport report, LogHead head, OutputStream to) {
        JsonOut.write(to, out -> new ReportJson(out, report.names()).whole(report, head));
    }

    /** The attendance alone, with the moment that it is of. */
    public static byte[] attendance(SessionReport report) {
        return part(report, json -> json.seats(report));
    }

    /** The quorum alone, with the moment that it is of. */
    public static byte[] quorum(SessionReport report) {
        return part(report, json -> json.quorum(report.quorum()));
    }

    /** The votes alone, with the moment that they are of. */
    public static byte[] votes(SessionReport report) {
        return part(report, json -> json.everyVote(report));
    }

    /** One vote of a report. */
    public static byte[] vote(SessionReport report, VoteResult vote) {
        return JsonOut.utf8(out -> out.object(() -> new ReportJson(out, report.names()).vote(vote)));
    }

    /**
     * When a seat was there relative to a vote.
     *
     * @param proofs of the events that the answer rests on
     */
    public static byte[] presence(SessionReport report, PresenceAtVote answer, List<EventProof> proofs) {
        return JsonOut.utf8(out -> out.object(() -> {
            var json = new ReportJson(out, report.names());
            json.presence(answer);
            out.list("proof", proofs, json::proof);
        }));
    }

    private interface Part {
        void write(ReportJson json);
    }

    private static byte[] part(SessionReport report, Part part) {
        return JsonOut.utf8(out -> out.object(() -> {
            out.text("session", report.session().convened().session());
            out.number("position", report.position());
            out.text("at", report.at() == null ? null : report.at().time());
            out.bool("restsOnOrder", report.at() == null ? null : report.at().restsOnOrder());
            part.write(new ReportJson(out, report.names()));
        }));
    }

    private void whole(SessionReport report, @Nullable LogHead head) {
        out.object(() -> {
            out.object("session", () -> session(report));
            out.number("roll", (long) names.roll().size());
            out.number(
                    "votingSeats",
                    names.roll().values().stream().filter(seat -> seat.votes()).count());
            seats(report);
            out.object("quorum", () -> quorum(report.quorum()));
            everyVote(report);
            out.list("findings", report.findings(), this::finding);
            out.object("ledger", () -> {
                out.number("events", report.position());
                if (head == null) {
                    out.text("head", null);
                } else {
                    out.object("head", () -> {
                        out.number("size", head.size());
                        out.text("root", head.root());
                    });
                }
            });
        });
    }

    private void session(SessionReport report) {
        var session = report.session();
        var convened = session.convened();
        out.text("id", convened.session())
                .text("assembly", convened.assembly())
                .text("title", convened.title())
                .text("date", convened.date())
                .text("state", Words.of(session.stage()))
                .text("provenance", Words.of(convened.provenance()));
        moment("opened", session.opened());
        moment("closed", session.closed());
    }

    private void seats(SessionReport report) {
        out.list("attendance", report.attendance().seats(), seat -> out.object(() -> seat(seat)));
    }

    private void seat(SeatAttendance attendance) {
        out.text("seat", attendance.seat().id());
        out.text("name", attendance.seat().name());
        out.text("sheet", attendance.sheet() == null ? null : Words.of(attendance.sheet()));
        out.list("intervals", attendance.intervals(), interval -> out.object(() -> interval(interval)));
    }

    private void interval(Interval interval) {
        moment("from", interval.from());
        moment("to", interval.to());
        out.text("mode", interval.mode() == Mode.NOT_STATED ? null : Words.of(interval.mode()));
        out.text(
                "delegate",
                interval.delegate() == null ? null : interval.delegate().name());
    }

    private void quorum(QuorumView quorum) {
        out.tree("rule", RulesJson.write(quorum.rule()));
        out.list(
                "timeline",
                quorum.timeline(),
                step -> out.object(() -> {
                    out.number("position", step.position());
                    out.number("present", step.present());
                    out.number("required", step.required());
                    out.bool("met", step.met());
                }));
    }

    private void everyVote(SessionReport report) {
        out.list("votes", report.results().votes(), vote -> out.object(() -> vote(vote)));
    }

    private void vote(VoteResult vote) {
        var question = vote.question();
        out.text("id", vote.id())
                .words("items", question.items())
                .text("subject", question.subject())
                .text("method", question.method() == null ? null : Words.of(question.method()))
                .text("status", Words.of(vote.status()));
        moment("opened", vote.opened());
        moment("closed", vote.closed());
        var closing = vote.atClosing();
        out.number("presentAtOpening", vote.atOpening().present());
        out.number("presentAtClosing", closing == null ? null : closing.present());
        out.words("presentSeats", vote.atOpening().seats());
        out.list(
                "represented",
                vote.atOpening().represented(),
                proxy -> out.object(() -> {
                    out.text("from", proxy.from());
                    out.text("to", proxy.to());
                }));
        out.number("electorate", vote.electorate());
        counts(vote.counted());
        out.words("recused", vote.recused());
        out.list("ballots", vote.ballots(), ballot -> out.object(() -> ballot(ballot)));
        out.object("rule", () -> {
            out.fields(rule(vote));
            out.bool("assumed", question.majorityAssumed());
        });
        out.sentence("explanation", vote.explanation());
        outcome(vote);
        out.list("findings", vote.findings(), this::finding);
        out.object("asClosed", vote.asClosed(), before -> {
            counts(before);
            out.text("outcome", before.outcome() == null ? null : Words.of(before.outcome()));
        });
        ties(vote);
        var contest = vote.contest();
        if (contest != null) {
            // A question's report says nothing of elections.
            out.object("election", () -> election(contest));
        }
    }

    /** What ties a vote to earlier sessions; a vote that stands alone says nothing of it. */
    private void ties(VoteResult vote) {
        var whoSat = vote.ties().whoSat();
        if (whoSat != null) {
            out.object("minutesOf", () -> {
                out.text("session", whoSat.session());
                out.number("upTo", whoSat.upTo());
                out.words("sat", whoSat.seats());
            });
        }
        var staging = vote.ties().staging();
        if (staging != null) {
            out.object("stage", () -> {
                out.number("number", (long) staging.number());
                out.tree("stages", StagesJson.write(staging.stages()));
                out.list(
                        "earlier",
                        staging.earlier(),
                        stage -> out.object(() -> {
                            out.text("session", stage.session());
                            out.text("vote", stage.vote());
                            out.text("date", stage.date());
                            out.bool("carried", stage.carried());
                            out.number("upTo", stage.upTo());
                        }));
                out.bool("adopted", vote.adopted());
            });
        }
    }

    /** What carries a question, or what a candidate needs in this round of an election. */
    private static ObjectNode rule(VoteResult vote) {
        var contest = vote.contest();
        return contest == null
                ? RulesJson.write(vote.question().majority())
                : ElectionJson.needed(
                        contest.named().rule().round(contest.named().round()));
    }

    private void election(VoteResult.Contest contest) {
        var named = contest.named();
        out.number("round", (long) named.round());
        out.text("after", named.after());
        out.number("places", (long) named.places());
        out.tree("rule", ElectionJson.write(named.rule()));
        out.list(
                "candidates",
                named.standing(),
                candidate -> out.object(() -> out.fields(ElectionJson.write(candidate))));
        var found = contest.found();
        if (found == null) {
            out.text("votes", null).text("elected", null).text("next", null);
        } else {
            out.fields(ElectionJson.result(found));
        }
        out.object("declared", contest.declared(), declared -> {
            out.list(
                    "votes",
                    declared.votes().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .toList(),
                    each -> out.object(() -> {
                        out.text("candidate", each.getKey());
                        out.number("votes", (long) each.getValue());
                    }));
            out.words("elected", declared.elected());
        });
        out.list(
                "lots",
                contest.lots(),
                lot -> out.object(() -> {
                    out.words("drawn", lot.drawn());
                    out.object("by", lot.by(), by -> {
                        switch (by) {
                            case Participant.OfSeat(var seat) -> out.text("seat", seat);
                            case Participant.Named(var name) -> out.text("name", name);
                        }
                    });
                    moment("recorded", lot.moment());
                    out.text("recordedBy", lot.recordedBy());
                }));
    }

    private void counts(Counted counted) {
        tally("counts", counted.heads());
        tally("weightCounts", counted.weight());
        tally("populationCounts", counted.population());
    }

    private void outcome(VoteResult vote) {
        var outcome = vote.counted().outcome();
        var proclaimed = vote.proclaimed();
        out.text("outcome", outcome == null ? null : Words.of(outcome));
        out.text("proclaimed", proclaimed == null ? null : Words.of(proclaimed.outcome()));
        out.object("declared", vote.declared(), this::declared);
        var unanimity = vote.counted().unanimity();
        out.bool("unanimous", unanimity == null ? null : unanimity.unanimous());
        out.text("unanimityOf", unanimityOf(unanimity));
    }

    private static @Nullable String unanimityOf(@Nullable Unanimity unanimity) {
        return unanimity == null || unanimity.of() == null ? null : Words.of(unanimity.of());
    }

    private void presence(PresenceAtVote answer) {
        out.text("seat", answer.seat().id());
        out.text(
                "delegate", answer.delegate() == null ? null : answer.delegate().name());
        out.text("atOpening", Words.of(answer.atOpening()));
        out.text("atClosing", Words.of(answer.atClosing()));
        out.list("intervals", answer.intervals(), interval -> out.object(() -> interval(interval)));
        out.text("relation", answer.relation());
        out.text("gap", answer.gap());
        out.text("basis", answer.basis());
        moment("arrival", answer.arrival() == null ? null : answer.arrival().moment());
        moment(
                "departure",
                answer.departure() == null ? null : answer.departure().moment());
        moment("opened", answer.opened());
        moment("closed", answer.closed());
        out.object("ballot", answer.ballot(), this::ballot);
        out.bool("lateRecorded", answer.lateRecorded());
        out.list("findings", answer.findings(), this::finding);
        out.sentence("sentence", answer.sentence());
    }

    private void proof(EventProof proof) {
        out.object(() -> {
            out.number("position", proof.position());
            out.text("entryHash", proof.entryHash());
            out.text("status", proof.tlogProof() == null ? "not-yet" : "proven");
            out.text("tlogProof", proof.tlogProof());
        });
    }

    private void ballot(StandingBallots.Ballot ballot) {
        out.text("seat", ballot.seat());
        out.text("choice", Words.of(ballot.choice()));
        if (ballot.choice() instanceof Choice.Preferences(var preferred)) {
            out.words("preferences", preferred);
        }
        out.number("position", ballot.position());
        out.text("by", ballot.by());
    }

    private void tally(String name, @Nullable Tally tally) {
        out.object(name, tally, count -> {
            out.number("for", count.inFavour());
            out.number("against", count.against());
            out.number("abstain", count.abstain());
            out.number("blank", count.blank());
            out.number("void", count.invalid());
            out.number("declined", count.declined());
            out.number("didNotVote", count.didNotVote());
        });
    }

    private void declared(DeclaredCounts declared) {
        out.number("present", declared.present());
        out.number("voters", declared.voters());
        out.number("for", declared.inFavour());
        out.number("against", declared.against());
        out.number("abstain", declared.abstain());
        out.number("blank", declared.blank());
        out.number("void", declared.invalid());
        out.number("declined", declared.declined());
        out.number("absent", declared.absent());
        out.text("outcome", declared.outcome() == null ? null : Words.of(declared.outcome()));
    }

    private void finding(PlacedFinding placed) {
        var finding = placed.finding();
        var sentence = FindingSentences.of(finding, names);
        out.object(() -> {
            out.text("code", finding.code());
            out.number("position", placed.position());
            out.text("it", sentence.it());
            out.text("en", sentence.en());
            out.words("seats", finding.seats());
            compared("expected", finding.expected());
            compared("found", finding.found());
        });
    }

    /** One side of a comparison: a number where numbers are compared, else a word. */
    private void compared(String name, @Nullable String value) {
        if (value != null && NUMBER.matcher(value).matches()) {
            out.number(name, new BigDecimal(value));
        } else {
            out.text(name, value);
        }
    }

    private void moment(String name, @Nullable Moment moment) {
        out.object(name, moment, known -> {
            out.number("position", known.position());
            out.text("recordedAt", known.recordedAt());
            var stated = known.stated();
            out.text("statedAt", stated == null ? null : stated.at());
            out.text("notBefore", stated == null ? null : stated.notBefore());
            out.text("notAfter", stated == null ? null : stated.notAfter());
        });
    }
}

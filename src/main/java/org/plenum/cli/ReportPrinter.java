package org.plenum.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.StandingBallots;
import org.plenum.projection.Moment;
import org.plenum.projection.attendance.Interval;
import org.plenum.projection.attendance.SeatAttendance;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.results.VoteResult;
import org.plenum.projection.wording.FindingSentences;
import org.plenum.projection.wording.Terms;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.StatedTime;
import org.plenum.vocabulary.Tally;
import org.plenum.vocabulary.Words;

/** A session's report for people to read in a terminal. */
final class ReportPrinter {
    private final SessionReport report;
    private final Tongue tongue;
    private final PrintWriter out;

    ReportPrinter(SessionReport report, Tongue tongue, PrintWriter out) {
        this.report = report;
        this.tongue = tongue;
        this.out = out;
    }

    void print() {
        heading();
        attendance();
        quorum();
        report.results().votes().forEach(this::vote);
        findings();
    }

    private void heading() {
        var session = report.session();
        var convened = session.convened();
        out.println(convened.title());
        out.println(convened.assemblyName());
        line("data", "date", convened.date().toString());
        line("luogo", "place", convened.place());
        line("stato", "state", Words.of(session.stage()));
        line(
                "provenienza",
                "provenance",
                report.session().convened().source() == null
                        ? Words.of(convened.provenance())
                        : Words.of(convened.provenance()) + ": " + convened.source());
        line("apertura", "opened", when(session.opened()));
        line("chiusura", "closed", when(session.closed()));
        if (report.at() != null) {
            line("situazione alle", "as at", report.at().time().toString());
        }
        line("eventi noti", "events known", Long.toString(report.position()));
    }

    private void attendance() {
        title("Presenze", "Attendance");
        for (var seat : report.attendance().seats()) {
            out.println("  " + seat.seat().name() + ": " + attendance(seat));
        }
    }

    private String attendance(SeatAttendance seat) {
        return seat.intervals().isEmpty()
                ? tongue.say("mai presente", "never present")
                : seat.intervals().stream().map(this::interval).collect(Collectors.joining("; "));
    }

    private String interval(Interval interval) {
        var text = new StringBuilder(tongue.say("da ", "from ")).append(moment(interval.from()));
        var end = interval.to();
        if (end != null) {
            text.append(tongue.say(" a ", " to ")).append(moment(end));
        }
        if (interval.mode() != Mode.NOT_STATED) {
            text.append(", ").append(tongue.say(Terms.of(interval.mode())));
        }
        if (interval.delegate() != null) {
            text.append(" (").append(interval.delegate().name()).append(')');
        }
        return text.toString();
    }

    private void quorum() {
        title("Numero legale", "Quorum");
        for (var step : report.quorum().timeline()) {
            out.println("  #" + step.position() + tongue.say(": presenti ", ": present ") + known(step.present())
                    + tongue.say(", richiesti ", ", required ") + known(step.required()) + ", " + met(step.met()));
        }
    }

    private String met(@Nullable Boolean met) {
        return met == null
                ? tongue.say("non accertabile", "cannot be told")
                : met ? tongue.say("raggiunto", "met") : tongue.say("non raggiunto", "not met");
    }

    private void vote(VoteResult vote) {
        title("Votazione " + vote.id(), "Vote " + vote.id());
        out.println("  " + vote.question().subject());
        if (!vote.question().items().isEmpty()) {
            line(
                    "punto",
                    "item",
                    vote.question().items().stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        line(
                "metodo",
                "method",
                vote.question().method() == null
                        ? null
                        : Words.of(vote.question().method()));
        line("apertura", "opened", when(vote.opened()));
        line("aventi diritto", "electorate", known(vote.electorate()));
        if (vote.counted().heads() != null) {
            line("voti", "ballots", tally(vote.counted().heads()));
        }
        seats(vote, "for", "favorevoli", "for");
        seats(vote, "against", "contrari", "against");
        seats(vote, "abstain", "astenuti", "abstaining");
        if (!vote.recused().isEmpty()) {
            line(
                    "astensione obbligatoria",
                    "recused",
                    names(vote.recused().stream().toList()));
        }
        if (vote.counted().outcome() != null) {
            line("esito", "outcome", tongue.say(Terms.of(vote.counted().outcome())));
        }
        if (vote.explanation() != null) {
            out.println("  " + tongue.say(vote.explanation()));
        }
        if (vote.annulled() != null) {
            line("annullata", "annulled", vote.annulled().reason().toString());
        }
    }

    private void seats(VoteResult vote, String choice, String it, String en) {
        if (vote.ballots() == null) {
            return;
        }
        var seats = vote.ballots().stream()
                .filter(ballot -> Words.of(ballot.choice()).equals(choice))
                .map(StandingBallots.Ballot::seat)
                .toList();
        if (!seats.isEmpty()) {
            line(it, en, names(seats));
        }
    }

    private String names(List<SeatId> seats) {
        return seats.stream().map(report.names()::seat).collect(Collectors.joining(", "));
    }

    private String tally(Tally tally) {
        return tongue.say(
                        "%s favorevoli, %s contrari, %s astenuti, %s bianche, %s nulle, %s non partecipano, %s non votano",
                        "%s for, %s against, %s abstaining, %s blank, %s void, %s taking no part, %s not voting")
                .formatted(
                        tally.inFavour().toPlainString(),
                        tally.against().toPlainString(),
                        tally.abstain().toPlainString(),
                        tally.blank().toPlainString(),
                        tally.invalid().toPlainString(),
                        tally.declined().toPlainString(),
                        tally.didNotVote().toPlainString());
    }

    private void findings() {
        title("Rilievi", "Findings");
        if (report.findings().isEmpty()) {
            out.println("  " + tongue.say("nessuno", "none"));
        }
        for (var placed : report.findings()) {
            out.println("  " + placed.finding().code() + " #" + placed.position() + ": "
                    + tongue.say(FindingSentences.of(placed.finding(), report.names())));
        }
    }

    private void title(String it, String en) {
        out.println();
        out.println(tongue.say(it, en));
    }

    private void line(String it, String en, @Nullable String value) {
        out.println(
                "  " + tongue.say(it, en) + ": " + (value == null ? tongue.say("non indicato", "not stated") : value));
    }

    private String known(@Nullable Object value) {
        return value == null ? tongue.say("ignoto", "unknown") : value.toString();
    }

    private @Nullable String when(@Nullable Moment moment) {
        return moment == null ? null : moment(moment);
    }

    /** A transcribed session's recorded times are the typing's and say nothing about the meeting. */
    private String moment(Moment moment) {
        var stated = moment.stated();
        if (stated != null) {
            return "#" + moment.position() + " " + stated(stated);
        }
        var transcribed = report.session().convened().provenance() == Provenance.TRANSCRIBED;
        return "#" + moment.position()
                + (transcribed
                        ? tongue.say(" (ora non indicata)", " (time not stated)")
                        : " "
                                + moment.recordedAt()
                                        .atZone(report.session().convened().zone())
                                        .toLocalDateTime());
    }

    private String stated(StatedTime stated) {
        if (stated.at() != null) {
            return stated.at().toString();
        }
        var from = stated.notBefore() == null ? "" : tongue.say("non prima di ", "not before ") + stated.notBefore();
        var until = stated.notAfter() == null ? "" : tongue.say("non dopo ", "not after ") + stated.notAfter();
        return from + (from.isEmpty() || until.isEmpty() ? "" : ", ") + until;
    }
}

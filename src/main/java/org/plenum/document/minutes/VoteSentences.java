package org.plenum.document.minutes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plenum.document.minutes.Minutes.Kind;
import org.plenum.document.minutes.Minutes.Sentence;
import org.plenum.projection.Names;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.results.VoteResult;
import org.plenum.projection.wording.Lists;
import org.plenum.projection.wording.RuleSentences;
import org.plenum.projection.wording.Terms;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.Tally;

/** A vote as minutes tell it: the question, who voted how, and what it came to. */
final class VoteSentences {
    private final Names names;

    VoteSentences(Names names) {
        this.names = names;
    }

    List<Sentence> of(VoteResult vote, MinutesWriter.Time time) {
        var sentences = new ArrayList<Sentence>();
        sentences.add(question(vote, time));
        var tally = vote.counted().heads();
        if (vote.status() == VoteResult.Status.OPEN) {
            sentences.add(new Sentence(
                    new Bilingual("La votazione è ancora aperta.", "The vote is still open."),
                    Kind.RESULT,
                    List.of(vote.opened().position())));
            return sentences;
        }
        if (tally != null) {
            sentences.add(counts(vote, tally));
        }
        result(vote, sentences);
        return sentences;
    }

    private Sentence question(VoteResult vote, MinutesWriter.Time time) {
        var asked = vote.question();
        var method = asked.method() == null ? null : Terms.of(asked.method());
        var present = vote.atOpening().present();
        var contest = vote.contest();
        var rule = RuleSentences.majority(asked.majority());
        var it = new StringBuilder("Si vota")
                .append(method == null ? "" : " " + method.it())
                .append(time.mid())
                .append(": «")
                .append(asked.subject())
                .append("».");
        var en = new StringBuilder("A vote is taken")
                .append(method == null ? "" : " " + method.en())
                .append(time.midEn())
                .append(": “")
                .append(asked.subject())
                .append("”.");
        if (present != null) {
            it.append(" Presenti ").append(present);
            en.append(" Present ").append(present);
            if (vote.electorate() != null) {
                it.append(", aventi diritto al voto ").append(vote.electorate());
                en.append(", entitled to vote ").append(vote.electorate());
            }
            it.append('.');
            en.append('.');
        }
        if (contest == null) {
            it.append(" Maggioranza richiesta")
                    .append(asked.majorityAssumed() ? " (presunta)" : "")
                    .append(": ")
                    .append(rule.it())
                    .append('.');
            en.append(" Majority needed")
                    .append(asked.majorityAssumed() ? " (assumed)" : "")
                    .append(": ")
                    .append(rule.en())
                    .append('.');
        }
        return new Sentence(
                new Bilingual(it.toString(), en.toString()),
                Kind.FACT,
                List.of(vote.opened().position()));
    }

    private Sentence counts(VoteResult vote, Tally tally) {
        var it = new ArrayList<String>();
        var en = new ArrayList<String>();
        var contest = vote.contest();
        if (contest == null) {
            part(it, en, "favorevoli", "for", tally.inFavour(), seats(vote, Choice.Stance.FOR));
            part(it, en, "contrari", "against", tally.against(), seats(vote, Choice.Stance.AGAINST));
        } else {
            part(it, en, "voti validi", "valid votes", tally.inFavour(), List.of());
            for (var candidate : contest.named().standing()) {
                var who = preferring(vote, candidate.id());
                part(it, en, candidate.name(), candidate.name(), polled(contest, candidate.id(), who.size()), who);
            }
        }
        part(it, en, "astenuti", "abstaining", tally.abstain(), seats(vote, Choice.Stance.ABSTAIN));
        if (tally.blank().signum() > 0) {
            part(it, en, "schede bianche", "blank", tally.blank(), seats(vote, Choice.Stance.BLANK));
        }
        if (tally.invalid().signum() > 0) {
            part(it, en, "schede nulle", "void", tally.invalid(), seats(vote, Choice.Stance.VOID));
        }
        if (tally.declined().signum() > 0) {
            part(it, en, "presenti non votanti", "present and not voting", tally.declined(), names(vote.declined()));
        }
        if (tally.didNotVote().signum() > 0) {
            part(it, en, "non hanno votato", "did not vote", tally.didNotVote(), silent(vote));
        }
        var positions = new TreeSet<Long>();
        var ballots = vote.ballots();
        if (ballots != null) {
            ballots.forEach(ballot -> positions.add(ballot.position()));
        }
        var closed = vote.closed();
        if (closed != null) {
            positions.add(closed.position());
        }
        return new Sentence(
                new Bilingual(capital(String.join("; ", it)) + ".", capital(String.join("; ", en)) + "."),
                Kind.FACT,
                List.copyOf(positions));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static void part(
            List<String> it,
            List<String> en,
            String word,
            String english,
            java.math.BigDecimal number,
            List<String> who) {
        var count = number.toPlainString();
        it.add(word + " " + count + (who.isEmpty() ? "" : " (" + Lists.it(who) + ")"));
        en.add(english + " " + count + (who.isEmpty() ? "" : " (" + Lists.en(who) + ")"));
    }

    private List<String> seats(VoteResult vote, Choice choice) {
        var ballots = vote.ballots();
        return ballots == null
                ? List.of()
                : ballots.stream()
                        .filter(ballot -> choice.equals(ballot.choice()))
                        .map(ballot -> names.seat(ballot.seat()))
                        .toList();
    }

    private static BigDecimal polled(VoteResult.Contest contest, CandidateId candidate, int named) {
        var found = contest.found();
        return found == null
                ? BigDecimal.valueOf(named)
                : found.polls().stream()
                        .filter(poll -> poll.candidate().id().equals(candidate))
                        .map(poll -> poll.totals().heads())
                        .findFirst()
                        .orElse(BigDecimal.ZERO);
    }

    private List<String> preferring(VoteResult vote, CandidateId candidate) {
        var ballots = vote.ballots();
        return ballots == null
                ? List.of()
                : ballots.stream()
                        .filter(ballot -> ballot.choice() instanceof Choice.Preferences(var preferred)
                                && preferred.contains(candidate))
                        .map(ballot -> names.seat(ballot.seat()))
                        .toList();
    }

    private List<String> silent(VoteResult vote) {
        return vote.entitled().size() == (vote.electorate() == null ? -1 : vote.electorate())
                ? names(vote.entitled().stream()
                        .filter(seat ->
                                !vote.voted().contains(seat) && !vote.declined().contains(seat))
                        .toList())
                : List.of();
    }

    private List<String> names(Collection<SeatId> seats) {
        return seats.stream().map(names::seat).toList();
    }

    private static void result(VoteResult vote, List<Sentence> sentences) {
        var outcome = vote.counted().outcome();
        var explanation = vote.explanation();
        var closed = vote.closed();
        if (outcome == null || closed == null) {
            return;
        }
        var contest = vote.contest();
        var unanimity = vote.counted().unanimity();
        var unanimous = unanimity != null && Boolean.TRUE.equals(unanimity.unanimous()) && unanimity.of() != null
                ? unanimity(unanimity)
                : new Bilingual("", "");
        var word = vote.ties().staging() == null ? Terms.of(outcome) : Terms.ofStage(outcome);
        sentences.add(new Sentence(
                new Bilingual(
                        "Esito: " + (contest == null ? word.it() : "elezione") + unanimous.it()
                                + (explanation == null ? "." : " — " + explanation.it() + "."),
                        "Outcome: " + (contest == null ? word.en() : "election") + unanimous.en()
                                + (explanation == null ? "." : " — " + explanation.en() + ".")),
                Kind.RESULT,
                List.of(closed.position())));
        var changed = overturned(vote);
        if (changed != null) {
            sentences.add(changed);
        }
    }

    private static Bilingual unanimity(org.plenum.decision.counting.Unanimity unanimity) {
        return switch (java.util.Objects.requireNonNull(unanimity.of())) {
            case PRESENT -> new Bilingual(" all'unanimità dei presenti", " unanimously by those present");
            case VOTERS -> new Bilingual(" senza voti contrari", " without a vote against");
        };
    }

    /** What a correction changed in the outcome that was counted at closing; null where nothing. */
    private static @Nullable Sentence overturned(VoteResult vote) {
        var before = vote.asClosed();
        var now = vote.counted().outcome();
        var closed = vote.closed();
        if (before == null || before.outcome() == null || now == null || closed == null || before.outcome() == now) {
            return null;
        }
        return new Sentence(
                new Bilingual(
                        "Attenzione: alla chiusura la votazione «"
                                + vote.question().subject() + "» risultava "
                                + Terms.of(before.outcome()).it() + "; dopo le rettifiche risulta "
                                + Terms.of(now).it() + ". L'esito proclamato resta agli atti com'era.",
                        "Note: when it closed, the vote “" + vote.question().subject() + "” was counted as "
                                + Terms.of(before.outcome()).en() + "; after corrections it is "
                                + Terms.of(now).en() + ". The outcome proclaimed stays on record as it was."),
                Kind.CORRECTION,
                List.of(closed.position()));
    }

    /** Every outcome that a correction changed. */
    List<Sentence> overturned(SessionReport report) {
        var changed = new ArrayList<Sentence>();
        for (var vote : report.results().votes()) {
            var one = overturned(vote);
            if (one != null) {
                changed.add(one);
            }
        }
        return changed;
    }
}

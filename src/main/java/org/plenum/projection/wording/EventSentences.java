package org.plenum.projection.wording;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.plenum.event.QuorumAsFound;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.projection.Names;
import org.plenum.projection.SessionTime;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.DeclaredCounts;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Movement;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.Tally;
import org.plenum.vocabulary.VoteId;

/** An event in one plain sentence, as minutes would have it: what happened, and nothing that is not in the event. */
public final class EventSentences {
    private static final DateTimeFormatter DAY_IT = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ITALIAN);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Names names;

    /** Sentences about a session, with the names that its identifiers stand for. */
    public EventSentences(Names names) {
        this.names = names;
    }

    /** What happened, without the choice or the seat that may not be seen. */
    public Bilingual of(SessionEvent event, boolean choiceShown, boolean seatShown) {
        if (!seatShown) {
            return votedInSecret();
        }
        if (!choiceShown && event instanceof BallotCast cast) {
            return voted(cast.seat());
        }
        if (!choiceShown && event instanceof BallotChanged changed) {
            return voted(changed.seat());
        }
        return of(event);
    }

    /** What happened. */
    public Bilingual of(SessionEvent event) {
        return switch (event) {
            case SessionConvened e -> convened(e);
            case SeatsEnrolled e ->
                say(
                        number(e.seats().size(), "È iscritto %s componente.", "Sono iscritti %s componenti."),
                        number(e.seats().size(), "%s seat is enrolled.", "%s seats are enrolled."));
            case RulesFrozen e ->
                e.assumed()
                        ? say(
                                "Nessuno ha indicato le regole: valgono quelle consuete.",
                                "Nobody has stated the rules: the usual ones hold.")
                        : say("Sono fissate le regole della seduta.", "The session's rules are fixed.");
            case SheetDeclared e ->
                say(
                        number(
                                e.marks().size(),
                                "Il foglio delle presenze dice di %s componente se c'era.",
                                "Il foglio delle presenze dice di %s componenti se c'erano."),
                        number(
                                e.marks().size(),
                                "The attendance sheet says of %s seat whether it was there.",
                                "The attendance sheet says of %s seats whether they were there."));
            case SessionOpened _ -> say("La seduta è aperta.", "The session is opened.");
            case SessionSuspended e -> because("La seduta è sospesa", "The session is suspended", e.reason());
            case SessionResumed _ -> say("La seduta riprende.", "The session is resumed.");
            case SessionAdjourned e -> adjourned(e);
            case SessionDeserted e -> deserted(e);
            case SessionClosed _ -> say("La seduta è chiusa.", "The session is closed.");
            case RollCalled e ->
                say(
                        number(e.present(), "Appello: risponde %s componente.", "Appello: rispondono %s componenti."),
                        number(e.present(), "Roll call: %s seat answers.", "Roll call: %s seats answer."));
            case RollCounted e ->
                say(
                        number(
                                e.present(),
                                "Appello: %s presente, senza il nome.",
                                "Appello: %s presenti, senza i nomi."),
                        number(
                                e.present(),
                                "Roll call: %s present, without the name.",
                                "Roll call: %s present, without names."));
            case SeatArrived e -> arrived("Arriva ", " arrives", e);
            case SeatDeparted e ->
                e.inferred()
                        ? seat(
                                e.seat(),
                                "%s non è più presente: l'uscita non è stata rilevata.",
                                "%s is no longer present: its departure was not noticed.")
                        : because("Esce " + seat(e.seat()), seat(e.seat()) + " leaves", e.reason());
            case AttendanceModeChanged e -> {
                var mode = Terms.of(e.mode());
                yield say(
                        "Da qui " + seat(e.seat()) + " è presente: " + mode.it() + ".",
                        "From here on " + seat(e.seat()) + " is present: " + mode.en() + ".");
            }
            case DelegateReplaced e ->
                say(
                        "Da qui per " + seat(e.seat()) + " agisce " + person(e.delegate()) + ".",
                        "From here on " + person(e.delegate()) + " acts for " + seat(e.seat()) + ".");
            case UnnamedMoved e -> unnamed(e);
            case PresenceDeclared e ->
                say(
                        number(e.present(), "Il verbale indica %s presente.", "Il verbale indica %s presenti."),
                        "The minutes state " + e.present() + " present.");
            case AttendeeNoted e -> attendee(e);
            case ChairTaken e ->
                say(
                        "Assume la presidenza " + names.participant(e.chair()) + ".",
                        names.participant(e.chair()) + " takes the chair.");
            case ClerkReplaced e ->
                say(
                        "Da qui verbalizza " + names.participant(e.clerk()) + ".",
                        "From here on " + names.participant(e.clerk()) + " records.");
            case ScrutineersAppointed e ->
                say(
                        "Scrutatori: " + Lists.it(seats(e.seats())) + ".",
                        "Scrutineers: " + Lists.en(seats(e.seats())) + ".");
            case ProxyGiven e ->
                say(
                        seat(e.from()) + " delega il voto a " + seat(e.to()) + ".",
                        seat(e.from()) + " gives its proxy to " + seat(e.to()) + ".");
            case ProxyRevoked e -> seat(e.from(), "%s revoca la delega di voto.", "%s takes its proxy back.");
            case QuorumVerified e -> verified(e);
            case SittingClosedToPublic e -> because("Il pubblico esce", "The public leaves", e.reason());
            case SittingReopened _ -> say("Il pubblico è riammesso.", "The public may come back.");
            case ItemTakenUp e ->
                say("Si passa al " + itemIt(e.number()) + ".", "The assembly turns to " + itemEn(e.number()) + ".");
            case ItemConcluded e -> {
                var how = Terms.of(e.how());
                yield say(
                        "Il " + itemIt(e.number()) + " si chiude senza votazione: " + how.it() + ".",
                        "The assembly leaves " + itemEn(e.number()) + " without a vote: " + how.en() + ".");
            }
            case AgendaAmended e ->
                say(
                        number(
                                e.agenda().size(),
                                "L'ordine del giorno cambia: ha ora %s punto.",
                                "L'ordine del giorno cambia: ha ora %s punti."),
                        number(
                                e.agenda().size(),
                                "The agenda changes: it has %s item now.",
                                "The agenda changes: it has %s items now."));
            case StatementRecorded e ->
                say(
                        names.participant(e.speaker()) + ": «" + e.text() + "»",
                        names.participant(e.speaker()) + ": “" + e.text() + "”");
            case VoteOpened e -> opened(e);
            case RollCallOrdered e ->
                vote(
                        e.vote(),
                        "Per la votazione %s i componenti sono chiamati in quest'ordine: "
                                + String.join(", ", seats(e.order())) + ".",
                        "For the vote %s the seats are called in this order: " + String.join(", ", seats(e.order()))
                                + ".");
            case CommandProposed e -> {
                var act = Proposals.of(e.command());
                yield say(
                        "È proposto, in attesa di una seconda persona: " + act.it() + ".",
                        "Proposed, and waiting for a second person: " + act.en() + ".");
            }
            case ProposalConfirmed e ->
                say(
                        "Una seconda persona conferma quanto proposto alla posizione " + e.proposal() + ".",
                        "A second person confirms what was proposed at position " + e.proposal() + ".");
            case ProposalWithdrawn e ->
                because(
                        "È ritirato quanto proposto alla posizione " + e.proposal(),
                        "What was proposed at position " + e.proposal() + " is taken back",
                        e.reason());
            case CandidatesNamed e -> {
                var standing = e.standing().stream().map(Candidate::name).toList();
                yield say(
                        "Per la votazione " + e.vote() + ", turno " + e.round() + ", sono candidati "
                                + Lists.it(standing) + number(e.places(), ": %s posto.", ": %s posti."),
                        "In the vote " + e.vote() + ", round " + e.round() + ", these stand: " + Lists.en(standing)
                                + number(e.places(), "; %s place.", "; %s places."));
            }
            case WhoSatNamed e ->
                say(
                        "Il verbale in votazione (" + e.vote() + ") è della seduta " + e.session()
                                + number(
                                        e.seats().size(),
                                        ": vota solo %s componente, che",
                                        ": votano solo %s componenti, che")
                                + " allora sedeva" + (e.seats().size() == 1 ? "." : "no."),
                        "The vote " + e.vote() + " is on the minutes of the session " + e.session()
                                + number(e.seats().size(), ": only %s seat votes, which", ": only %s seats vote, which")
                                + " sat then.");
            case StageNamed e -> stage(e);
            case VotesDeclared e -> declared(e);
            case LotDrawn e -> lot(e);
            case BallotCast e -> {
                var choice = choice(e.vote(), e.choice());
                yield say(
                        "Voto di " + seat(e.seat()) + ": " + choice.it() + ".",
                        "Ballot of " + seat(e.seat()) + ": " + choice.en() + ".");
            }
            case BallotChanged e -> {
                var choice = choice(e.vote(), e.choice());
                yield say(
                        seat(e.seat()) + " cambia il proprio voto in: " + choice.it() + ".",
                        seat(e.seat()) + " changes its ballot to: " + choice.en() + ".");
            }
            case SecretBallotCast e -> voted(e.seat());
            case UrnOpened e -> urn(e);
            case UnnamedBallotsRecorded e -> {
                var choice = e.choice() == null
                        ? new Bilingual("presenti non votanti", "taking no part")
                        : Terms.of(e.choice());
                yield say("Tutti gli altri: " + choice.it() + ".", "All the others: " + choice.en() + ".");
            }
            case ParticipationDeclined e ->
                seat(
                        e.seat(),
                        "%s, pur presente, non partecipa al voto.",
                        "%s, though present, takes no part in the vote.");
            case SeatRecused e -> recused(e);
            case VoteClosed e -> closed(e);
            case OutcomeProclaimed e -> {
                var outcome = outcome(e.vote(), e.outcome());
                yield vote(
                        e.vote(),
                        "È proclamato l'esito della votazione %s: " + outcome.it() + ".",
                        "The outcome of the vote %s is proclaimed: " + outcome.en() + ".");
            }
            case VoteAnnulled e ->
                vote(
                        e.vote(),
                        "La votazione %s è annullata: " + words(e.reason()) + ".",
                        "The vote %s is annulled: " + words(e.reason()) + ".");
            case CountsDeclared e -> {
                var counts = counts(e.declared());
                yield vote(
                        e.vote(),
                        "Il verbale indica per la votazione %s: " + counts.it() + ".",
                        "The minutes state of the vote %s: " + counts.en() + ".");
            }
            case AttendanceCorrected e -> attendanceCorrected(e);
            case BallotCorrected e -> ballotCorrected(e);
            case ProclamationCorrected e -> {
                var to = Terms.of(e.to());
                yield vote(
                        e.vote(),
                        "Rettifica della proclamazione della votazione %s, ora: " + to.it() + ". Motivo: "
                                + words(e.reason()) + ".",
                        "The proclamation of the vote %s is corrected to: " + to.en() + ". Reason: " + words(e.reason())
                                + ".");
            }
            case StatementCorrected e -> statementCorrected(e);
            case DeclarationCorrected e -> {
                var counts = counts(e.to());
                yield vote(
                        e.vote(),
                        "Rettifica di quanto il verbale indica per la votazione %s: " + counts.it() + ". Motivo: "
                                + words(e.reason()) + ".",
                        "What the minutes state of the vote %s is corrected to: " + counts.en() + ". Reason: "
                                + words(e.reason()) + ".");
            }
            case NoteRecorded e ->
                say(
                        "Il verbale annota, a proposito della posizione " + e.about() + ": «" + e.text() + "»",
                        "The minutes note, about position " + e.about() + ": “" + e.text() + "”");
            case MinutesApproved e ->
                say(
                        "È approvato il verbale della seduta " + e.session() + ".",
                        "The minutes of the session " + e.session() + " are approved.");
        };
    }

    /** An arrival by which a roll call was answered: it tells who was there, not who came in. */
    public Bilingual answered(SeatArrived arrival) {
        return arrived("All'appello risponde ", " answers the roll call", arrival);
    }

    /** That a seat has voted, for whoever may not see how. */
    public Bilingual voted(SeatId seat) {
        return seat(seat, "%s ha votato.", "%s has voted.");
    }

    /** That somebody has voted in a secret vote, for whoever may not see who. */
    public static Bilingual votedInSecret() {
        return say("Un voto segreto è nell'urna.", "A secret ballot is in the urn.");
    }

    private Bilingual convened(SessionConvened e) {
        var it = new StringBuilder("È convocata per il " + day(e.date(), DAY_IT) + " la seduta «" + e.title() + "» di "
                + e.assemblyName());
        var en = new StringBuilder(
                "The session “" + e.title() + "” of " + e.assemblyName() + " is convened for " + day(e.date(), DAY_EN));
        if (e.scheduled() != null) {
            it.append(", ore ").append(e.scheduled());
            en.append(", ").append(e.scheduled());
        }
        if (e.place() != null) {
            it.append(", ").append(e.place());
            en.append(", ").append(e.place());
        }
        if (e.call() > 1) {
            it.append(", in convocazione n. ").append(e.call());
            en.append(", call number ").append(e.call());
            if (e.secondCallOf() != null) {
                it.append(" dopo la seduta ").append(e.secondCallOf());
                en.append(" after the session ").append(e.secondCallOf());
            }
        }
        if (e.provenance() == Provenance.TRANSCRIBED) {
            it.append("; è trascritta da un verbale");
            en.append("; it is transcribed from minutes");
            if (e.source() != null) {
                it.append(" (").append(e.source()).append(")");
                en.append(" (").append(e.source()).append(")");
            }
        }
        return say(it.append('.').toString(), en.append('.').toString());
    }

    private Bilingual adjourned(SessionAdjourned e) {
        if (e.to() == null) {
            return say("La seduta è aggiornata.", "The session is adjourned.");
        }
        var to = new TimeWording(SessionTime.of(names.convened())).stated(e.to());
        return say(
                "La seduta è aggiornata: riprende " + to.it() + ".",
                "The session is adjourned: it goes on " + to.en() + ".");
    }

    private static Bilingual deserted(SessionDeserted e) {
        var present = e.present();
        return because(
                "La seduta è dichiarata deserta"
                        + (present == null ? "" : number(present, ", con %s presente", ", con %s presenti")),
                "The session is declared deserted" + (present == null ? "" : ", with " + present + " present"),
                e.reason());
    }

    private Bilingual arrived(String it, String en, SeatArrived e) {
        var mode = Terms.of(e.mode());
        var who = e.delegate() == null ? seat(e.seat()) : seat(e.seat()) + " (" + person(e.delegate()) + ")";
        return say(it + who + ", " + mode.it() + ".", who + en + ", " + mode.en() + ".");
    }

    private static Bilingual unnamed(UnnamedMoved e) {
        var people = e.count();
        return switch (e.movement()) {
            case Movement.ARRIVED ->
                say(
                        number(
                                people,
                                "Arriva %s componente di cui non è indicato il nome.",
                                "Arrivano %s componenti di cui non sono indicati i nomi."),
                        number(
                                people,
                                "%s seat arrives whose name is not stated.",
                                "%s seats arrive whose names are not stated."));
            case Movement.DEPARTED ->
                say(
                        number(
                                people,
                                "Esce %s componente di cui non è indicato il nome.",
                                "Escono %s componenti di cui non sono indicati i nomi."),
                        number(
                                people,
                                "%s seat leaves whose name is not stated.",
                                "%s seats leave whose names are not stated."));
            case Movement.RETURNED ->
                say(
                        number(
                                people,
                                "Rientra %s componente di cui non è indicato il nome.",
                                "Rientrano %s componenti di cui non sono indicati i nomi."),
                        number(
                                people,
                                "%s seat comes back whose name is not stated.",
                                "%s seats come back whose names are not stated."));
        };
    }

    private static Bilingual stage(StageNamed e) {
        var number = e.earlier().size() + 1;
        var stages = e.stages();
        var each = RuleSentences.majority(stages.each());
        var it = new StringBuilder(
                "La votazione " + e.vote() + " è la n. " + number + " di una deliberazione in più sedute: ");
        var en = new StringBuilder(
                "The vote " + e.vote() + " is number " + number + " of those that decide in several sessions: ");
        if (stages.outright() != null) {
            var outright = RuleSentences.majority(stages.outright());
            it.append("alla prima ").append(outright.it()).append(", altrimenti ");
            en.append("at the first ").append(outright.en()).append(", otherwise ");
        }
        it.append(number(stages.times(), "%s volta ", "%s volte ")).append(each.it());
        en.append(number(stages.times(), "%s time ", "%s times ")).append(each.en());
        if (stages.within() != null) {
            var term = Terms.of(stages.within());
            it.append(", entro ").append(term.it()).append(" dalla prima");
            en.append(", within ").append(term.en()).append(" of the first");
        }
        if (stages.apart() != null) {
            var term = Terms.of(stages.apart());
            it.append(", a distanza di almeno ").append(term.it());
            en.append(", at least ").append(term.en()).append(" apart");
        }
        return say(it.append('.').toString(), en.append('.').toString());
    }

    private static Bilingual attendee(AttendeeNoted e) {
        var details = new ArrayList<String>();
        if (e.role() != null) {
            details.add(e.role());
        }
        if (e.affiliation() != null) {
            details.add(e.affiliation());
        }
        var who = details.isEmpty() ? e.name() : e.name() + " (" + String.join(", ", details) + ")";
        return e.present()
                ? say("Assiste alla seduta " + who + ".", who + " attends the session.")
                : say(who + " non assiste alla seduta.", who + " does not attend the session.");
    }

    private Bilingual verified(QuorumVerified e) {
        var found = found(e.quorum());
        var by = e.requestedBy();
        return say(
                "Verifica del numero legale" + (by == null ? "" : ", chiesta da " + seat(by)) + ": " + found.it() + ".",
                "The quorum is verified" + (by == null ? "" : ", as asked by " + seat(by)) + ": " + found.en() + ".");
    }

    private static Bilingual found(QuorumAsFound quorum) {
        if (quorum.met() == null) {
            return say("non è accertabile", "it cannot be told");
        }
        var present = plain(quorum.present());
        var required = plain(quorum.required());
        var numbersIt =
                present == null || required == null ? "" : " (presenti " + present + ", richiesti " + required + ")";
        var numbersEn =
                present == null || required == null ? "" : " (" + present + " present, " + required + " needed)";
        return quorum.met()
                ? say("c'è" + numbersIt, "it is met" + numbersEn)
                : say("manca" + numbersIt, "it is not met" + numbersEn);
    }

    private Bilingual opened(VoteOpened e) {
        var it = new StringBuilder("Si apre la votazione ").append(subject(e.vote(), e.subject(), "«", "»"));
        var en = new StringBuilder("The vote ")
                .append(subject(e.vote(), e.subject(), "“", "”"))
                .append(" opens");
        if (!e.items().isEmpty()) {
            var items = e.items().stream().map(ItemNumber::value).toList();
            it.append(", punto ").append(Lists.it(items));
            en.append(", item ").append(Lists.en(items));
        }
        if (e.method() != null) {
            var method = Terms.of(e.method());
            it.append(", ").append(method.it());
            en.append(", ").append(method.en());
        }
        if (e.follows() != null) {
            it.append(", a seguito della votazione ").append(e.follows());
            en.append(", following on the vote ").append(e.follows());
        }
        if (e.repeats() != null) {
            it.append(", in ripetizione della votazione annullata ").append(e.repeats());
            en.append(", repeating the annulled vote ").append(e.repeats());
        }
        if (e.mover() != null) {
            it.append(", su proposta di ").append(names.participant(e.mover()));
            en.append(", moved by ").append(names.participant(e.mover()));
        }
        if (e.seconder() != null) {
            it.append(", appoggiata da ").append(names.participant(e.seconder()));
            en.append(", seconded by ").append(names.participant(e.seconder()));
        }
        var electorate = e.electorate();
        if (electorate == null) {
            it.append(": non è certo quanti abbiano diritto al voto.");
            en.append(": it is not certain how many are entitled to vote.");
        } else {
            it.append(number(
                    electorate, ": ha diritto al voto %s componente.", ": hanno diritto al voto %s componenti."));
            en.append(number(electorate, ": %s seat is entitled to vote.", ": %s seats are entitled to vote."));
        }
        return say(it.toString(), en.toString());
    }

    private Bilingual urn(UrnOpened e) {
        Function<Function<Bilingual, String>, List<String>> counts = language -> e.ballots().stream()
                .map(count -> count.ballots() + " " + language.apply(choice(e.vote(), count.choice())))
                .toList();
        var it = String.join(", ", counts.apply(Bilingual::it));
        var en = String.join(", ", counts.apply(Bilingual::en));
        return vote(
                e.vote(),
                "Si apre l'urna della votazione %s: " + (it.isEmpty() ? "è vuota" : it) + ".",
                "The urn of the vote %s is opened: " + (en.isEmpty() ? "it is empty" : en) + ".");
    }

    private Bilingual declared(VotesDeclared e) {
        var it = new ArrayList<String>();
        var en = new ArrayList<String>();
        e.votes().forEach((candidate, votes) -> {
            it.add(names.candidate(e.vote(), candidate) + " " + votes);
            en.add(names.candidate(e.vote(), candidate) + " " + votes);
        });
        if (!e.elected().isEmpty()) {
            var elected = candidates(e.vote(), e.elected());
            it.add(number(elected.size(), "eletto ", "eletti ") + Lists.it(elected));
            en.add("elected " + Lists.en(elected));
        }
        return vote(
                e.vote(),
                "Il verbale indica i voti dei candidati nella votazione %s: " + String.join(", ", it) + ".",
                "The minutes state the candidates' votes in the vote %s: " + String.join(", ", en) + ".");
    }

    private Bilingual lot(LotDrawn e) {
        var drawn = candidates(e.vote(), e.drawn());
        var outcome = outcome(e.vote(), e.outcome());
        return vote(
                e.vote(),
                "Nella votazione %s si procede a sorteggio"
                        + (e.by() == null ? "" : ", a cura di " + names.participant(e.by())) + ", nell'ordine: "
                        + String.join(", ", drawn) + ". Esito: " + outcome.it() + ".",
                "In the vote %s a lot is drawn" + (e.by() == null ? "" : " by " + names.participant(e.by()))
                        + ", in this order: " + String.join(", ", drawn) + ". Outcome: " + outcome.en() + ".");
    }

    private List<String> candidates(VoteId vote, List<CandidateId> candidates) {
        return candidates.stream().map(each -> names.candidate(vote, each)).toList();
    }

    private Bilingual choice(VoteId vote, Choice choice) {
        return switch (choice) {
            case Choice.Stance stance -> Terms.of(stance);
            case Choice.Preferences(var preferred) -> {
                var named = candidates(vote, preferred);
                yield say(Lists.it(named), Lists.en(named));
            }
        };
    }

    private Bilingual recused(SeatRecused e) {
        var it = e.item() != null
                ? " per il " + itemIt(e.item())
                : e.vote() != null ? " nella votazione " + e.vote() : "";
        var en = e.item() != null ? " for " + itemEn(e.item()) : e.vote() != null ? " in the vote " + e.vote() : "";
        return say(
                seat(e.seat()) + " ha obbligo di astensione" + it + ": " + words(e.reason()) + ".",
                seat(e.seat()) + " is recused" + en + ": " + words(e.reason()) + ".");
    }

    private Bilingual closed(VoteClosed e) {
        var outcome = outcome(e.vote(), e.outcome());
        var counts = e.counts() == null
                ? say("i voti non si possono contare con certezza", "the ballots cannot be counted with certainty")
                : counts(e.counts(), names.isElection(e.vote()));
        return vote(
                e.vote(),
                "Si chiude la votazione %s: " + counts.it() + ". Esito: " + outcome.it() + ".",
                "The vote %s closes: " + counts.en() + ". Outcome: " + outcome.en() + ".");
    }

    /** What a vote came to; of an election, whether its places are filled; of a stage, whether it reached its majority. */
    private Bilingual outcome(VoteId vote, Outcome outcome) {
        if (names.isStage(vote)) {
            return Terms.ofStage(outcome);
        }
        return !names.isElection(vote)
                ? Terms.of(outcome)
                : switch (outcome) {
                    case CARRIED -> say("tutti i posti sono coperti", "every place is filled");
                    case REJECTED -> say("restano posti da coprire", "places stay to be filled");
                    case NO_QUORUM, UNDETERMINED -> Terms.of(outcome);
                };
    }

    private static Bilingual counts(Tally tally, boolean election) {
        var counts = new Counts();
        if (election) {
            counts.add(tally.inFavour(), Counted.VALID);
        } else {
            counts.add(tally.inFavour(), Counted.FOR);
            counts.add(tally.against(), Counted.AGAINST);
        }
        counts.add(tally.abstain(), Counted.ABSTAINING);
        counts.some(tally.blank(), Counted.BLANK);
        counts.some(tally.invalid(), Counted.VOID);
        counts.some(tally.declined(), Counted.DECLINED);
        counts.some(tally.didNotVote(), Counted.NOT_VOTING);
        return counts.joined();
    }

    private static Bilingual counts(DeclaredCounts declared) {
        var counts = new Counts();
        counts.stated(declared.present(), Counted.PRESENT);
        counts.stated(declared.voters(), Counted.VOTING);
        counts.stated(declared.inFavour(), Counted.FOR);
        counts.stated(declared.against(), Counted.AGAINST);
        counts.stated(declared.abstain(), Counted.ABSTAINING);
        counts.stated(declared.blank(), Counted.BLANK);
        counts.stated(declared.invalid(), Counted.VOID);
        counts.stated(declared.declined(), Counted.DECLINED);
        counts.stated(declared.absent(), Counted.ABSENT);
        if (declared.outcome() != null) {
            var outcome = Terms.of(declared.outcome());
            counts.it.add("esito " + outcome.it());
            counts.en.add("outcome " + outcome.en());
        }
        return counts.joined();
    }

    /** What is counted in a vote, one of it and many. */
    private enum Counted {
        VALID("voto valido", "voti validi", "valid"),
        FOR("favorevole", "favorevoli", "for"),
        AGAINST("contrario", "contrari", "against"),
        ABSTAINING("astenuto", "astenuti", "abstaining"),
        BLANK("scheda bianca", "schede bianche", "blank"),
        VOID("scheda nulla", "schede nulle", "void"),
        DECLINED("presente non votante", "presenti non votanti", "taking no part"),
        NOT_VOTING("non ha votato", "non hanno votato", "not voting"),
        PRESENT("presente", "presenti", "present"),
        VOTING("votante", "votanti", "voting"),
        ABSENT("assente", "assenti", "absent");

        private final String one;
        private final String many;
        private final String english;

        Counted(String one, String many, String english) {
            this.one = one;
            this.many = many;
            this.english = english;
        }
    }

    /** Numbers with what they count, one after another. */
    private static final class Counts {
        private final List<String> it = new ArrayList<>();
        private final List<String> en = new ArrayList<>();

        void add(BigDecimal number, Counted what) {
            it.add(number.toPlainString() + " " + (number.compareTo(BigDecimal.ONE) == 0 ? what.one : what.many));
            en.add(number.toPlainString() + " " + what.english);
        }

        void some(BigDecimal number, Counted what) {
            if (number.signum() != 0) {
                add(number, what);
            }
        }

        void stated(@Nullable Integer number, Counted what) {
            if (number != null) {
                add(BigDecimal.valueOf(number), what);
            }
        }

        Bilingual joined() {
            return say(String.join(", ", it), String.join(", ", en));
        }
    }

    private Bilingual attendanceCorrected(AttendanceCorrected e) {
        var it = new ArrayList<String>();
        var en = new ArrayList<String>();
        if (e.struck()) {
            it.add("non andava registrata");
            en.add("it should not have been recorded");
        }
        if (e.seat() != null) {
            it.add("è di " + seat(e.seat()));
            en.add("it is that of " + seat(e.seat()));
        }
        if (e.stated() != null) {
            var when = new TimeWording(SessionTime.of(names.convened())).stated(e.stated());
            it.add(when.it());
            en.add(when.en());
        }
        if (e.mode() != null) {
            var mode = Terms.of(e.mode());
            it.add(mode.it());
            en.add(mode.en());
        }
        if (e.delegate() != null) {
            it.add("per mezzo di " + person(e.delegate()));
            en.add("through " + person(e.delegate()));
        }
        return say(
                "Rettifica della presenza registrata alla posizione " + e.target() + ": " + String.join(", ", it)
                        + ". Motivo: " + words(e.reason()) + ".",
                "The attendance recorded at position " + e.target() + " is corrected: " + String.join(", ", en)
                        + ". Reason: " + words(e.reason()) + ".");
    }

    private Bilingual ballotCorrected(BallotCorrected e) {
        var nothing = say("nessun voto", "no ballot");
        var from = e.from() == null ? nothing : choice(e.vote(), e.from());
        var to = e.to() == null ? nothing : choice(e.vote(), e.to());
        return say(
                "Rettifica del voto di " + seat(e.seat()) + " nella votazione " + e.vote() + ", da «" + from.it()
                        + "» a «" + to.it() + "». Motivo: " + words(e.reason()) + ".",
                "The ballot of " + seat(e.seat()) + " in the vote " + e.vote() + " is corrected from “" + from.en()
                        + "” to “" + to.en() + "”. Reason: " + words(e.reason()) + ".");
    }

    private Bilingual statementCorrected(StatementCorrected e) {
        var speaker = e.speaker() == null ? "" : names.participant(e.speaker());
        var it = (speaker.isEmpty() ? "" : " di " + speaker) + (e.text() == null ? "" : ": «" + e.text() + "»");
        var en = (speaker.isEmpty() ? "" : " of " + speaker) + (e.text() == null ? "" : ": “" + e.text() + "”");
        return say(
                "Rettifica: l'intervento alla posizione " + e.target() + " è" + it + ". Motivo: " + words(e.reason())
                        + ".",
                "Correction: the statement at position " + e.target() + " is" + en + ". Reason: " + words(e.reason())
                        + ".");
    }

    // ---- words

    private static Bilingual say(String it, String en) {
        return new Bilingual(it, en);
    }

    private static Bilingual because(String it, String en, @Nullable FreeText reason) {
        var why = reason == null ? "." : ": " + words(reason) + ".";
        return say(it + why, en + why);
    }

    /** Somebody's words without their last full stop: the sentence has its own. */
    private static String words(FreeText text) {
        var words = text.toString().strip();
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }

    private static String number(int number, String one, String many) {
        return (number == 1 ? one : many).formatted(number);
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static String day(LocalDate date, DateTimeFormatter format) {
        return format.format(date);
    }

    private Bilingual seat(SeatId seat, String it, String en) {
        return say(it.formatted(seat(seat)), en.formatted(seat(seat)));
    }

    private Bilingual vote(VoteId vote, String it, String en) {
        var subject = names.votes().containsKey(vote) ? names.subject(vote) : null;
        return say(
                it.replaceFirst("%s", Matcher.quoteReplacement(subject(vote, subject, "«", "»"))),
                en.replaceFirst("%s", Matcher.quoteReplacement(subject(vote, subject, "“", "”"))));
    }

    private static String subject(VoteId vote, @Nullable String subject, String open, String close) {
        return subject == null ? vote.value() : vote + " " + open + subject + close;
    }

    private String seat(SeatId seat) {
        return names.seat(seat);
    }

    private List<String> seats(List<SeatId> seats) {
        return seats.stream().map(this::seat).toList();
    }

    private static String person(Delegate delegate) {
        return delegate.role() == null ? delegate.name() : delegate.name() + ", " + delegate.role();
    }

    private String itemIt(ItemNumber number) {
        var title = names.title(number);
        return "punto " + number + (title == null ? "" : " «" + title + "»");
    }

    private String itemEn(ItemNumber number) {
        var title = names.title(number);
        return "item " + number + (title == null ? "" : " “" + title + "”");
    }
}

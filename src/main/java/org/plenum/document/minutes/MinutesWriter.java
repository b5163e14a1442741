package org.plenum.document.minutes;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenum.document.minutes.Minutes.Kind;
import org.plenum.document.minutes.Minutes.Section;
import org.plenum.document.minutes.Minutes.Sentence;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.projection.Moment;
import org.plenum.projection.Names;
import org.plenum.projection.SessionTime;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.results.VoteResult;
import org.plenum.projection.wording.EventSentences;
import org.plenum.projection.wording.FindingSentences;
import org.plenum.projection.wording.Lists;
import org.plenum.projection.wording.RuleSentences;
import org.plenum.projection.wording.Terms;
import org.plenum.projection.wording.TimeWording;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Movement;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;

/** Writes minutes, event by event. Arrivals that belong to a roll call, and ballots, are gathered into one sentence. */
final class MinutesWriter {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private final SessionReport report;
    private final List<Recorded<SessionEvent>> events;
    private final SessionTime clock;
    private final Names names;
    private final TimeWording when;
    private final VoteSentences votes;

    private final List<Section> sections = new ArrayList<>();
    private @Nullable String number;
    private Bilingual title = new Bilingual("Apertura", "Opening");
    private List<Sentence> sentences = new ArrayList<>();

    /** The roll call being told: its event, and who came by it. */
    private @Nullable Recorded<SessionEvent> rollCall;

    private final Map<SeatId, Recorded<SessionEvent>> came = new LinkedHashMap<>();

    private final List<String> attending = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<Long> ofAttendees = new ArrayList<>();

    /** What was found while it was called. */
    private final List<Sentence> ofRollCall = new ArrayList<>();

    private boolean over;

    private final Map<SeatId, Delegate> delegates = new LinkedHashMap<>();

    MinutesWriter(SessionReport report, List<Recorded<SessionEvent>> events) {
        this.report = report;
        this.events = events;
        this.clock = SessionTime.of(report.session().convened());
        this.names = report.names();
        this.when = new TimeWording(clock);
        this.votes = new VoteSentences(names);
    }

    Minutes write() {
        for (var recorded : events) {
            tell(recorded);
            for (var finding : recorded.findings()) {
                var found = FindingSentences.of(finding, names);
                var sentence = new Sentence(
                        new Bilingual("Rilievo: " + found.it(), "Finding: " + found.en()),
                        Kind.FINDING,
                        List.of(recorded.position()));
                (rollCall == null ? sentences : ofRollCall).add(sentence);
            }
        }
        endAttendees();
        endRollCall();
        endSection();
        return new Minutes(sections, votes.overturned(report));
    }

    private void add(Bilingual text, Kind kind, List<Long> positions) {
        sentences.add(new Sentence(text, kind, positions));
    }

    private void say(Recorded<SessionEvent> at, String it, String en) {
        add(new Bilingual(it, en), Kind.FACT, List.of(at.position()));
    }

    /** Tells an event as the journal does, resting on others as well. */
    private void told(Recorded<SessionEvent> at, List<Long> besides) {
        var positions = new ArrayList<>(besides);
        positions.add(at.position());
        add(new EventSentences(names).of(at.event()), Kind.FACT, positions);
    }

    private void endSection() {
        if (!sentences.isEmpty()) {
            sections.add(new Section(number, title, sentences));
            sentences = new ArrayList<>();
        }
    }

    private void tell(Recorded<SessionEvent> at) {
        if (rollCall != null && !(at.event() instanceof SeatArrived) && !(at.event() instanceof SeatDeparted)) {
            endRollCall();
        }
        if (!(at.event() instanceof AttendeeNoted)) {
            endAttendees();
        }
        switch (at.event()) {
            case SessionConvened e -> convened(at, e);
            case SeatsEnrolled _, SheetDeclared _, UrnOpened _ -> {
                // The roll and the sheet are told where they are compared, an urn with its vote.
            }
            case RulesFrozen e -> rules(at, e);
            case SessionOpened _ ->
                say(at, "La seduta è aperta" + time(at).it(), "The session is opened" + time(at).en());
            case SessionSuspended e ->
                say(
                        at,
                        "La seduta è sospesa" + time(at).it(e.reason()),
                        "The session is suspended" + time(at).en(e.reason()));
            case SessionResumed _ ->
                say(at, "La seduta riprende" + time(at).it(), "The session resumes" + time(at).en());
            case SessionAdjourned e -> adjourned(at, e);
            case SessionDeserted e -> deserted(at, e);
            case SessionClosed _ -> {
                endSection();
                number = null;
                title = new Bilingual("Chiusura", "Closing");
                say(at, "La seduta è chiusa" + time(at).it(), "The session is closed" + time(at).en());
                over = true;
            }
            case RollCalled _ -> {
                endRollCall();
                rollCall = at;
            }
            case RollCounted e ->
                say(
                        at,
                        "All'appello risultano presenti " + e.present()
                                + " componenti, senza che ne sia indicato il nome.",
                        "The roll is called: " + e.present() + " are present, whose names are not stated.");
            case SeatArrived e -> arrived(at, e);
            case SeatDeparted e -> departed(at, e);
            case AttendanceModeChanged e ->
                say(
                        at,
                        time(at).first("", ", ") + seat(e.seat()) + " partecipa ora "
                                + Terms.of(e.mode()).it() + ".",
                        time(at).firstEn("", ", ") + seat(e.seat()) + " now attends "
                                + Terms.of(e.mode()).en() + ".");
            case DelegateReplaced e -> {
                delegates.put(e.seat(), e.delegate());
                say(
                        at,
                        "Per " + seat(e.seat()) + " interviene ora "
                                + e.delegate().name() + time(at).it(),
                        e.delegate().name() + " now acts for " + seat(e.seat()) + time(at).en());
            }
            case UnnamedMoved e -> unnamed(at, e);
            case PresenceDeclared e ->
                say(at, "Sono indicati " + e.present() + " presenti.", e.present() + " are stated to be present.");
            case AttendeeNoted e -> attendee(at, e);
            case ChairTaken e ->
                say(
                        at,
                        "Assume la presidenza " + who(e.chair()) + time(at).it(),
                        who(e.chair()) + " takes the chair" + time(at).en());
            case ClerkReplaced e ->
                say(
                        at,
                        "Verbalizza ora " + who(e.clerk()) + time(at).it(),
                        who(e.clerk()) + " now records" + time(at).en());
            case ScrutineersAppointed e -> {
                var seats = e.seats().stream().map(this::seat).toList();
                say(
                        at,
                        "Sono nominati scrutatori " + Lists.it(seats) + ".",
                        Lists.en(seats) + " are appointed scrutineers.");
            }
            case ProxyGiven e ->
                say(
                        at,
                        seat(e.from()) + " è rappresentato per delega da " + seat(e.to()) + time(at).it(),
                        seat(e.from()) + " is represented by proxy by " + seat(e.to()) + time(at).en());
            case ProxyRevoked e ->
                say(
                        at,
                        "È revocata la delega di " + seat(e.from()) + time(at).it(),
                        seat(e.from()) + "'s proxy is revoked" + time(at).en());
            case QuorumVerified e -> quorum(at, e);
            case SittingClosedToPublic e ->
                say(
                        at,
                        "La seduta prosegue a porte chiuse" + time(at).it(e.reason()),
                        "The sitting is closed to the public" + time(at).en(e.reason()));
            case SittingReopened _ ->
                say(at, "Il pubblico è riammesso" + time(at).it(), "The public is readmitted" + time(at).en());
            case ItemTakenUp e -> item(at, e);
            case ItemConcluded e -> concluded(at, e);
            case AgendaAmended e ->
                say(
                        at,
                        "L'ordine del giorno è modificato: i punti sono ora "
                                + e.agenda().size() + ".",
                        "The agenda is amended: it now has " + e.agenda().size() + " items.");
            case StatementRecorded e ->
                add(
                        new Bilingual(
                                who(e.speaker()) + ": «" + e.text() + "»", who(e.speaker()) + ": “" + e.text() + "”"),
                        Kind.STATEMENT,
                        List.of(at.position()));
            case VoteOpened e -> vote(e.vote());
            case BallotCast _,
                    SecretBallotCast _,
                    BallotChanged _,
                    UnnamedBallotsRecorded _,
                    ParticipationDeclined _,
                    VoteClosed _ -> {
                // They are told with their vote.
            }
            case CountsDeclared e -> declared(at, e);
            case RollCallOrdered _, CommandProposed _ -> told(at, List.of());
            case ProposalConfirmed e -> told(at, List.of(e.proposal()));
            case ProposalWithdrawn e -> told(at, List.of(e.proposal()));
            case CandidatesNamed e -> {
                var standing = e.standing().stream().map(Candidate::name).toList();
                say(
                        at,
                        "Elezione" + (e.round() == 1 ? "" : ", votazione n. " + e.round()) + ": posti da coprire "
                                + e.places() + "; candidati " + Lists.it(standing) + ".",
                        "Election" + (e.round() == 1 ? "" : ", round " + e.round()) + ": places to fill " + e.places()
                                + "; candidates " + Lists.en(standing) + ".");
            }
            case WhoSatNamed e -> {
                var sat = e.seats().stream().map(this::seat).toList();
                say(
                        at,
                        "Si vota sul verbale della seduta " + e.session() + ", e vota solo chi allora sedeva: "
                                + Lists.it(sat) + ".",
                        "The vote is on the minutes of the session " + e.session()
                                + ", and only those vote who sat then: " + Lists.en(sat) + ".");
            }
            case StageNamed _ -> told(at, List.of());
            case VotesDeclared e -> {
                var votesOf = e.votes().entrySet().stream()
                        .map(each -> candidate(e.vote(), each.getKey()) + " " + each.getValue())
                        .toList();
                say(
                        at,
                        "Sono dichiarati i voti: " + String.join(", ", votesOf) + ".",
                        "Votes stated: " + String.join(", ", votesOf) + ".");
            }
            case LotDrawn e -> {
                var drawn = e.drawn().stream()
                        .map(each -> candidate(e.vote(), each))
                        .toList();
                var by = e.by();
                say(
                        at,
                        "Si procede al sorteggio tra candidati con pari voti"
                                + (by == null ? "" : ", estratto da " + who(by)) + ": " + String.join(", ", drawn)
                                + ".",
                        "A lot is drawn between candidates with equally many votes"
                                + (by == null ? "" : ", by " + who(by)) + ": " + String.join(", ", drawn) + ".");
            }
            case SeatRecused e ->
                say(
                        at,
                        seat(e.seat()) + " si astiene per obbligo: " + e.reason() + ".",
                        seat(e.seat()) + " is recused: " + e.reason() + ".");
            case OutcomeProclaimed e ->
                say(
                        at,
                        "Il presidente proclama l'esito della votazione «" + names.subject(e.vote()) + "»: "
                                + Terms.of(e.outcome()).it() + ".",
                        "The chair proclaims the vote “" + names.subject(e.vote()) + "” "
                                + Terms.of(e.outcome()).en() + ".");
            case VoteAnnulled e ->
                correction(
                        at,
                        "La votazione «" + names.subject(e.vote()) + "» è annullata: " + e.reason() + ".",
                        "The vote “" + names.subject(e.vote()) + "” is annulled: " + e.reason() + ".");
            case AttendanceCorrected e ->
                corrected(at, e.target(), "presenza", "attendance", e.reason().toString());
            case StatementCorrected e ->
                corrected(at, e.target(), "intervento", "statement", e.reason().toString());
            case BallotCorrected e ->
                correction(
                        at,
                        "È rettificato il voto di " + seat(e.seat()) + " nella votazione «" + names.subject(e.vote())
                                + "»: " + choice(e.from()).it() + " diviene "
                                + choice(e.to()).it() + ". Motivo: " + e.reason() + ".",
                        "The ballot of " + seat(e.seat()) + " in the vote “" + names.subject(e.vote())
                                + "” is corrected: " + choice(e.from()).en() + " becomes "
                                + choice(e.to()).en() + ". Reason: " + e.reason() + ".");
            case ProclamationCorrected e ->
                correction(
                        at,
                        "È rettificata la proclamazione della votazione «" + names.subject(e.vote()) + "»: "
                                + Terms.of(e.to()).it() + ". Motivo: " + e.reason() + ".",
                        "The proclamation of the vote “" + names.subject(e.vote()) + "” is corrected: "
                                + Terms.of(e.to()).en() + ". Reason: " + e.reason() + ".");
            case DeclarationCorrected e ->
                correction(
                        at,
                        "Sono rettificati i numeri dichiarati della votazione «" + names.subject(e.vote())
                                + "». Motivo: " + e.reason() + ".",
                        "The numbers stated of the vote “" + names.subject(e.vote()) + "” are corrected. Reason: "
                                + e.reason() + ".");
            case NoteRecorded e -> say(at, e.text().toString(), e.text().toString());
            case MinutesApproved e ->
                say(
                        at,
                        "È approvato il verbale della seduta " + e.session() + ".",
                        "The minutes of the session " + e.session() + " are approved.");
        }
    }

    // ---- the session

    private void convened(Recorded<SessionEvent> at, SessionConvened e) {
        var place = e.place();
        var scheduled = e.scheduled();
        var call = e.call() == 1
                ? new Bilingual("", "")
                : new Bilingual(", in " + e.call() + "ª convocazione", ", at call " + e.call());
        say(
                at,
                "È convocata" + call.it() + (scheduled == null ? "" : " per le ore " + scheduled)
                        + (place == null ? "" : " (" + place + ")") + " la seduta di: " + e.assemblyName() + ".",
                "A session of " + e.assemblyName() + " is convened" + call.en()
                        + (scheduled == null ? "" : " for " + scheduled) + (place == null ? "" : " (" + place + ")")
                        + ".");
        var chair = report.session().chair();
        var president = e.president();
        if (president != null) {
            say(at, "Presiede " + who(president) + ".", who(president) + " presides.");
        } else if (chair == null) {
            say(at, "Non è indicato chi presiede.", "Who presides is not stated.");
        }
        if (e.clerk() != null) {
            say(at, "Verbalizza " + e.clerk() + ".", e.clerk() + " records.");
        }
        if (clock.transcribed()) {
            say(
                    at,
                    "Questo testo è ricavato da un verbale cartaceo"
                            + (e.source() == null ? "." : ": " + e.source() + "."),
                    "This text is drawn from paper minutes" + (e.source() == null ? "." : ": " + e.source() + "."));
        }
    }

    private void rules(Recorded<SessionEvent> at, RulesFrozen e) {
        var quorum = RuleSentences.quorum(report.quorum().rule());
        say(
                at,
                (e.assumed() ? "Non sono indicate regole: valgono quelle usuali. " : "")
                        + "Per il numero legale occorre: " + quorum.it() + ".",
                (e.assumed() ? "No rules are stated: the usual ones apply. " : "") + "The quorum is: " + quorum.en()
                        + ".");
    }

    private void adjourned(Recorded<SessionEvent> at, SessionAdjourned e) {
        var to = e.to();
        var until = to == null ? new Bilingual("ad altra data", "to another day") : when.stated(to);
        say(at, "La seduta è aggiornata " + until.it() + ".", "The session is adjourned " + until.en() + ".");
    }

    private void deserted(Recorded<SessionEvent> at, SessionDeserted e) {
        var there = present(at.position());
        say(
                at,
                "La seduta è dichiarata deserta per mancanza del numero legale" + time(at).it(e.reason())
                        + (there.isEmpty() ? "" : " Sono presenti: " + Lists.it(there) + "."),
                "The session is found deserted for want of a quorum" + time(at).en(e.reason())
                        + (there.isEmpty() ? "" : " Present: " + Lists.en(there) + "."));
    }

    private void quorum(Recorded<SessionEvent> at, QuorumVerified e) {
        var met = e.quorum().met();
        say(
                at,
                "Si verifica il numero legale" + time(at).it() + " "
                        + (met == null
                                ? "Non è accertabile."
                                : met ? "Il numero legale c'è." : "Il numero legale manca."),
                "The quorum is verified" + time(at).en() + " "
                        + (met == null ? "It cannot be established." : met ? "It is met." : "It is not met."));
    }

    // ---- who is there

    private void arrived(Recorded<SessionEvent> at, SeatArrived e) {
        if (e.delegate() != null) {
            delegates.put(e.seat(), e.delegate());
        }
        if (rollCall != null) {
            came.put(e.seat(), at);
            return;
        }
        var how = e.mode() == Mode.REMOTE ? new Bilingual(", da remoto", ", remotely") : new Bilingual("", "");
        say(
                at,
                "Arriva " + who(e.seat()) + time(at).mid() + how.it()
                        + presentAfter(at).it() + ".",
                who(e.seat()) + " arrives" + time(at).midEn() + how.en()
                        + presentAfter(at).en() + ".");
    }

    private void departed(Recorded<SessionEvent> at, SeatDeparted e) {
        endRollCall();
        say(
                at,
                e.inferred()
                        ? who(e.seat()) + " non risulta più presente"
                                + presentAfter(at).it() + "."
                        : "Esce " + who(e.seat()) + time(at).mid() + (e.reason() == null ? "" : " (" + e.reason() + ")")
                                + presentAfter(at).it() + ".",
                e.inferred()
                        ? who(e.seat()) + " is no longer present"
                                + presentAfter(at).en() + "."
                        : who(e.seat()) + " leaves" + time(at).midEn()
                                + (e.reason() == null ? "" : " (" + e.reason() + ")")
                                + presentAfter(at).en() + ".");
    }

    private void endRollCall() {
        var called = rollCall;
        if (called == null) {
            return;
        }
        rollCall = null;
        var positions = new TreeSet<Long>();
        positions.add(called.position());
        came.values().forEach(each -> positions.add(each.position()));
        var last = positions.last();
        var there = present(last);
        var absent = names.roll().values().stream()
                .filter(seat -> !isPresent(seat.id(), last))
                .map(seat -> seat.name())
                .toList();
        came.clear();
        add(
                new Bilingual(
                        "All'appello" + time(called).mid() + " risultano presenti " + there.size() + " componenti"
                                + (there.isEmpty() ? "" : ": " + Lists.it(there))
                                + (absent.isEmpty()
                                        ? "."
                                        : "; assenti " + absent.size() + ": " + Lists.it(absent) + "."),
                        "The roll is called" + time(called).midEn() + ": present " + there.size()
                                + (there.isEmpty() ? "" : ": " + Lists.en(there))
                                + (absent.isEmpty()
                                        ? "."
                                        : "; absent " + absent.size() + ": " + Lists.en(absent) + ".")),
                Kind.FACT,
                List.copyOf(positions));
        sentences.addAll(ofRollCall);
        ofRollCall.clear();
    }

    /** Who is there just after an event, as the corrected record has it, in the order of the roll. */
    private List<String> present(long position) {
        return names.roll().values().stream()
                .filter(seat -> isPresent(seat.id(), position))
                .map(seat -> listed(seat.id()))
                .toList();
    }

    private boolean isPresent(SeatId seat, long position) {
        return report.attendance().of(seat).stream()
                .flatMap(one -> one.intervals().stream())
                .anyMatch(interval -> {
                    var to = interval.to();
                    return interval.from().position() <= position && (to == null || to.position() > position);
                });
    }

    private Bilingual presentAfter(Recorded<SessionEvent> at) {
        var step = report.quorum().timeline().stream()
                .filter(each -> each.position() <= at.position())
                .reduce((before, after) -> after)
                .orElse(null);
        var present = step == null ? null : step.present();
        return present == null
                ? new Bilingual("", "")
                : new Bilingual("; presenti " + present.toPlainString(), "; present " + present.toPlainString());
    }

    private void unnamed(Recorded<SessionEvent> at, UnnamedMoved e) {
        var it = switch (e.movement()) {
            case ARRIVED -> "Arrivano ";
            case DEPARTED -> "Escono ";
            case RETURNED -> "Rientrano ";
        };
        var en = e.movement() == Movement.DEPARTED
                ? " leave"
                : e.movement() == Movement.ARRIVED ? " arrive" : " come back";
        say(
                at,
                it + e.count() + " persone" + time(at).mid() + ", senza che ne sia indicato il nome.",
                e.count() + " people" + en + time(at).midEn() + ", whose names are not stated.");
    }

    private void attendee(Recorded<SessionEvent> at, AttendeeNoted e) {
        var about = Stream.of(e.role(), e.affiliation())
                .filter(word -> word != null && !word.isBlank())
                .toList();
        var name = e.name() + (about.isEmpty() ? "" : " (" + String.join(", ", about) + ")");
        (e.present() ? attending : missing).add(name);
        ofAttendees.add(at.position());
    }

    /** Those without a seat who were noted one after another, in one sentence. */
    private void endAttendees() {
        if (ofAttendees.isEmpty()) {
            return;
        }
        var it = new ArrayList<String>();
        var en = new ArrayList<String>();
        if (!attending.isEmpty()) {
            it.add("Partecipano senza diritto di voto: " + String.join("; ", attending) + ".");
            en.add("Attending without a vote: " + String.join("; ", attending) + ".");
        }
        if (!missing.isEmpty()) {
            it.add("Non sono presenti: " + String.join("; ", missing) + ".");
            en.add("Not present: " + String.join("; ", missing) + ".");
        }
        add(new Bilingual(String.join(" ", it), String.join(" ", en)), Kind.FACT, ofAttendees);
        attending.clear();
        missing.clear();
        ofAttendees.clear();
    }

    // ---- the agenda

    private void item(Recorded<SessionEvent> at, ItemTakenUp e) {
        endSection();
        number = e.number().value();
        var known = names.title(e.number());
        title = new Bilingual(known == null ? "" : known, known == null ? "" : known);
        say(
                at,
                "Si passa al punto " + e.number() + time(at).it(),
                "The assembly turns to item " + e.number() + time(at).en());
    }

    private void concluded(Recorded<SessionEvent> at, ItemConcluded e) {
        say(
                at,
                "Punto " + e.number() + ": " + Terms.of(e.how()).it() + ".",
                "Item " + e.number() + ": " + Terms.of(e.how()).en() + ".");
    }

    private void vote(VoteId id) {
        report.results().of(id).ifPresent(vote -> sentences.addAll(votes.of(vote, time(vote.opened()))));
    }

    private void declared(Recorded<SessionEvent> at, CountsDeclared e) {
        var it = new ArrayList<String>();
        var en = new ArrayList<String>();
        var declared = e.declared();
        number(it, en, "presenti", "present", declared.present());
        number(it, en, "votanti", "voting", declared.voters());
        number(it, en, "favorevoli", "for", declared.inFavour());
        number(it, en, "contrari", "against", declared.against());
        number(it, en, "astenuti", "abstaining", declared.abstain());
        number(it, en, "schede bianche", "blank", declared.blank());
        number(it, en, "schede nulle", "void", declared.invalid());
        number(it, en, "presenti non votanti", "present and not voting", declared.declined());
        number(it, en, "assenti", "absent", declared.absent());
        var outcome = declared.outcome();
        if (outcome != null) {
            it.add(Terms.of(outcome).it());
            en.add(Terms.of(outcome).en());
        }
        say(
                at,
                "Per questa votazione è dichiarato: " + String.join(", ", it) + ".",
                "Stated of this vote: " + String.join(", ", en) + ".");
    }

    private static void number(
            List<String> it, List<String> en, String word, String english, @Nullable Integer number) {
        if (number != null) {
            it.add(word + " " + number);
            en.add(english + " " + number);
        }
    }

    // ---- what was put right

    private void corrected(Recorded<SessionEvent> at, long target, String it, String en, String reason) {
        correction(
                at,
                "È rettificata la registrazione di " + it + " alla posizione " + target + ". Motivo: " + reason + ".",
                "The " + en + " recorded at position " + target + " is corrected. Reason: " + reason + ".");
    }

    private void correction(Recorded<SessionEvent> at, String it, String en) {
        if (over) {
            endSection();
            number = null;
            title = new Bilingual("Rettifiche successive", "Corrections made since");
            over = false;
        }
        add(new Bilingual(it, en), Kind.CORRECTION, List.of(at.position()));
    }

    private String candidate(VoteId vote, CandidateId candidate) {
        return report.results()
                .of(vote)
                .map(VoteResult::contest)
                .flatMap(contest -> contest.named().standing().stream()
                        .filter(each -> each.id().equals(candidate))
                        .map(Candidate::name)
                        .findFirst())
                .orElse(candidate.value());
    }

    private static Bilingual choice(org.plenum.vocabulary.@Nullable Choice choice) {
        return choice == null ? new Bilingual("nessun voto", "no ballot") : Terms.of(choice);
    }

    // ---- who, and when

    private String seat(SeatId seat) {
        return names.seat(seat);
    }

    /** Who acts for a seat, and the seat: "Daniele Esposito (Comune di Albino)". */
    private String who(SeatId seat) {
        var person = person(seat);
        return person == null ? seat(seat) : person + " (" + seat(seat) + ")";
    }

    /** A seat, and who acts for it: "Comune di Albino (Daniele Esposito)". */
    private String listed(SeatId seat) {
        var person = person(seat);
        return person == null ? seat(seat) : seat(seat) + " (" + person + ")";
    }

    private @Nullable String person(SeatId seat) {
        var known = delegates.get(seat);
        var delegate = known == null ? names.delegate(seat) : known;
        return delegate == null || delegate.name().equals(seat(seat)) ? null : delegate.name();
    }

    private String who(Participant participant) {
        return switch (participant) {
            case Participant.OfSeat(var seat) -> who(seat);
            case Participant.Named(var name) -> name;
        };
    }

    private Time time(Recorded<SessionEvent> at) {
        return time(Moment.of(at));
    }

    /** Live, the recorded time is the fact's; where another is stated, both are told. */
    private Time time(Moment moment) {
        var stated = moment.stated();
        if (stated != null) {
            return new Time(clock.transcribed() ? when.stated(stated) : when.of(moment));
        }
        if (clock.transcribed()) {
            return new Time(null);
        }
        var shown = MINUTES.format(moment.recordedAt().atZone(clock.zone()));
        return new Time(new Bilingual("alle ore " + shown, "at " + shown));
    }

    /** A time as parts of sentences have it; nothing where it is not known. */
    record Time(@Nullable Bilingual words) {
        String it() {
            return mid() + ".";
        }

        String en() {
            return midEn() + ".";
        }

        String it(@Nullable Object reason) {
            return mid() + (reason == null ? "." : ": " + reason + ".");
        }

        String en(@Nullable Object reason) {
            return midEn() + (reason == null ? "." : ": " + reason + ".");
        }

        String mid() {
            return words == null ? "" : " " + words.it();
        }

        String midEn() {
            return words == null ? "" : " " + words.en();
        }

        String first(String otherwise, String after) {
            return words == null ? otherwise : capital(words.it()) + after;
        }

        String firstEn(String otherwise, String after) {
            return words == null ? otherwise : capital(words.en()) + after;
        }

        private static String capital(String text) {
            return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
        }
    }
}

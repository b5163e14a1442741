package org.plenum.projection.wording;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.projection.Names;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Finding;
import org.plenum.vocabulary.SeatId;

/**
 * A finding in one sentence. There is one form for each topic; {@code {seats}} stands for the names of the seats,
 * {@code {expected}} and {@code {found}} for what the record shows and what was stated against it.
 */
public final class FindingSentences {
    private static final Bilingual NOTHING = new Bilingual("nulla", "nothing");

    private static final Map<String, Bilingual> COUNTS = Map.ofEntries(
            entry("for", count("Voti favorevoli", "Votes for")),
            entry("against", count("Voti contrari", "Votes against")),
            entry("abstain", count("Astenuti", "Abstentions")),
            entry("blank", count("Schede bianche", "Blank ballots")),
            entry("void", count("Schede nulle", "Void ballots")),
            entry("declined", count("Presenti non votanti", "Not participating")),
            entry("voters", count("Votanti", "Voters")),
            entry(
                    "votes",
                    new Bilingual(
                            "Il verbale indica voti per {found}, dai voti registrati risulta {expected}.",
                            "The minutes state votes for {found}, the ballots recorded give {expected}.")),
            entry(
                    "electorate",
                    new Bilingual(
                            "Voti: {found} secondo il verbale, ma gli aventi diritto al voto erano al massimo {expected}.",
                            "Votes: {found} by the minutes, but at most {expected} were entitled to vote.")));

    private static final Map<String, Bilingual> PRESENCE = Map.ofEntries(
            entry(
                    "present",
                    new Bilingual(
                            "Presenti: {found} secondo il verbale, {expected} secondo le presenze registrate.",
                            "Present: {found} by the minutes, {expected} by the attendance recorded.")),
            entry(
                    "absent",
                    new Bilingual(
                            "Assenti: {found} secondo il verbale, {expected} secondo le presenze registrate.",
                            "Absent: {found} by the minutes, {expected} by the attendance recorded.")),
            entry(
                    "sheet",
                    new Bilingual(
                            "Secondo il foglio delle presenze {found}, secondo il verbale {expected}: {seats}.",
                            "According to the attendance sheet {found}, according to the minutes {expected}: {seats}.")),
            entry(
                    "unnamed",
                    new Bilingual(
                            "Persone senza nome: {found} secondo il verbale, ma potevano essere al massimo {expected}.",
                            "People without names: {found} by the minutes, but there can have been at most {expected}.")));

    private static final Map<String, Bilingual> OUTCOMES = Map.ofEntries(
            entry(
                    "outcome",
                    new Bilingual(
                            "Il verbale dichiara l'esito «{found}», dal computo risulta «{expected}».",
                            "The minutes declare the outcome “{found}”, the count gives “{expected}”.")),
            entry(
                    "elected",
                    new Bilingual(
                            "Il verbale dichiara eletto {found}, dal computo risulta {expected}.",
                            "The minutes declare {found} elected, the count gives {expected}.")),
            entry(
                    "proclaimed",
                    new Bilingual(
                            "È stato proclamato l'esito «{found}», dal computo risulta «{expected}».",
                            "The outcome proclaimed is “{found}”, the count gives “{expected}”.")));

    private static final Map<String, Bilingual> CORRECTIONS = Map.ofEntries(
            entry(
                    "attendance",
                    new Bilingual(
                            "La presenza registrata è stata rettificata ({expected}): {seats}.",
                            "The attendance recorded was corrected ({expected}): {seats}.")),
            entry(
                    "ballot",
                    new Bilingual(
                            "Il voto registrato {of} è stato rettificato da «{expected}» a «{found}».",
                            "The ballot recorded of {seats} was corrected from “{expected}” to “{found}”.")),
            entry(
                    "proclamation",
                    new Bilingual(
                            "L'esito proclamato è stato rettificato da «{expected}» a «{found}».",
                            "The outcome proclaimed was corrected from “{expected}” to “{found}”.")),
            entry(
                    "statement",
                    new Bilingual(
                            "La dichiarazione registrata è stata rettificata ({expected}).",
                            "The statement recorded was corrected ({expected}).")),
            entry(
                    "note",
                    new Bilingual(
                            "Quanto registrato è stato rettificato con un'annotazione ({expected}).",
                            "What was recorded was put right by a note ({expected}).")),
            entry(
                    "declaration",
                    new Bilingual(
                            "I numeri dichiarati nel verbale sono stati rettificati.",
                            "The numbers that the minutes declare were corrected.")));

    /** Everything else, by the name of the breach that the minutes record or of what was noticed. */
    private static final Map<String, Bilingual> OTHERS = Map.ofEntries(
            entry(
                    "no-further-round",
                    new Bilingual(
                            "Si è votato ancora, benché il computo non lo chiedesse.",
                            "There was another round, though the count asked for none.")),
            entry(
                    "round-opened-already",
                    new Bilingual("Alla stessa votazione ne sono seguite due.", "Two rounds followed the same round.")),
            entry(
                    "no-lot-to-draw",
                    new Bilingual(
                            "È stato fatto un sorteggio, benché nessuno fosse a parità dove conta.",
                            "A lot was drawn, though nobody was equal where it matters.")),
            entry(
                    "lot-not-among-equals",
                    new Bilingual(
                            "Il sorteggio non è avvenuto tra chi era a parità.",
                            "The lot was not drawn between those who were equal.")),
            entry(
                    "few-for-secrecy",
                    new Bilingual(
                            "La votazione è segreta e gli aventi diritto sono solo {found}: i numeri possono rivelare chi ha votato come.",
                            "The vote is secret and only {found} are entitled to vote: the numbers may tell who voted how.")),
            entry(
                    "rules",
                    new Bilingual(
                            "Non è indicato alcun regolamento: sono applicate le regole consuete (numero legale: più della metà dei componenti; maggioranza: più favorevoli che contrari).",
                            "No rules of procedure are stated: the usual ones are applied (quorum: more than half of the seats; majority: more for than against).")),
            entry(
                    "unnamed",
                    new Bilingual(
                            "Il verbale dà un numero senza nomi ({found}): da qui non è certo chi sia presente.",
                            "The minutes give a number without names ({found}): from here on it is not certain who is present.")),
            entry(
                    "absent",
                    new Bilingual(
                            "Indicato come assente alla votazione, pur risultando presente fino ad allora: {seats}.",
                            "Stated as absent at the vote, though recorded as present until then: {seats}.")),
            entry(
                    "order",
                    new Bilingual(
                            "L'ora dichiarata ({found}) precede un'ora dichiarata prima di essa ({expected}).",
                            "The time stated ({found}) is earlier than one stated before it ({expected}).")),
            entry(
                    "time-in-future",
                    new Bilingual(
                            "L'ora dichiarata ({found}) è nel futuro.",
                            "The time stated ({found}) lies in the future.")),
            entry(
                    "time-before-earlier-event",
                    new Bilingual(
                            "L'ora dichiarata ({found}) precede un fatto che doveva seguire ({expected}){seats?}.",
                            "The time stated ({found}) is earlier than a fact that it must follow ({expected}){seats?}.")),
            entry(
                    "wrong-state",
                    new Bilingual(
                            "Avvenuto a seduta {found}, quando non è ammesso.",
                            "Done while the session was {found}, which does not allow it.")),
            entry(
                    "another-vote-open",
                    new Bilingual("Avvenuto mentre era aperta una votazione.", "Done while a vote was open.")),
            entry(
                    "vote-not-open",
                    new Bilingual(
                            "Riguarda una votazione che non era aperta.", "It concerns a vote that was not open.")),
            entry(
                    "vote-not-closed",
                    new Bilingual(
                            "Riguarda una votazione non ancora chiusa.", "It concerns a vote that was still open.")),
            entry(
                    "vote-is-annulled",
                    new Bilingual("Riguarda una votazione annullata.", "It concerns a vote that was annulled.")),
            entry(
                    "already-proclaimed",
                    new Bilingual("L'esito era già stato proclamato.", "The outcome had been proclaimed already.")),
            entry(
                    "vote-not-annulled",
                    new Bilingual(
                            "La votazione ripetuta non era stata annullata.",
                            "The vote repeated had not been annulled.")),
            entry(
                    "vote-not-carried",
                    new Bilingual(
                            "Si fonda su una votazione il cui esito non è di approvazione.",
                            "It rests on a vote that was not carried.")),
            entry(
                    "stage-out-of-term",
                    new Bilingual(
                            "La votazione si tiene fuori dai termini di una deliberazione in più votazioni: la seduta è del"
                                    + " {found}, il termine è il {expected}.",
                            "The vote is held outside the terms of a question that several votes decide: the session is of"
                                    + " {found}, the term is {expected}.")),
            entry(
                    "already-present",
                    new Bilingual(
                            "Risulta arrivare pur essendo già presente: {seats}.",
                            "Recorded as arriving while present already: {seats}.")),
            entry(
                    "not-present",
                    new Bilingual("Non risultava presente: {seats}.", "Was not recorded as present: {seats}.")),
            entry(
                    "attendee-not-present",
                    new Bilingual("Non risultava presente: {found}.", "Was not recorded as present: {found}.")),
            entry(
                    "person-acts-for-another",
                    new Bilingual(
                            "La stessa persona ({found}) agisce già per un altro componente: {seats}.",
                            "The same person ({found}) acts for another seat already: {seats}.")),
            entry(
                    "remote-not-allowed",
                    new Bilingual(
                            "Presenza a distanza non ammessa dalle regole: {seats}.",
                            "Remote attendance, which the rules do not admit: {seats}.")),
            entry(
                    "already-so",
                    new Bilingual("Non cambia nulla rispetto a prima: {seats}.", "Nothing changes by it: {seats}.")),
            entry(
                    "publicity-unchanged",
                    new Bilingual(
                            "La pubblicità della seduta era già questa.",
                            "The sitting was already so, public or not.")),
            entry(
                    "proxies-not-allowed",
                    new Bilingual(
                            "Delega di voto non ammessa dalle regole: {seats}.",
                            "A proxy, which the rules do not admit: {seats}.")),
            entry(
                    "proxy-cap-reached",
                    new Bilingual(
                            "Più deleghe di voto di quante le regole ne ammettano ({expected}): {seats}.",
                            "More proxies than the rules admit ({expected}): {seats}.")),
            entry(
                    "proxy-giver-present",
                    new Bilingual(
                            "Chi conferisce la delega risulta presente: {seats}.",
                            "The giver of the proxy is recorded as present: {seats}.")),
            entry(
                    "proxy-holder-absent",
                    new Bilingual(
                            "Chi riceve la delega non risulta presente: {seats}.",
                            "The holder of the proxy is not recorded as present: {seats}.")),
            entry(
                    "proxy-chain",
                    new Bilingual(
                            "Delega di voto da o a chi non può conferirla o riceverla: {seats}.",
                            "A proxy from or to a seat that cannot give or hold one: {seats}.")),
            entry(
                    "proxy-already-given",
                    new Bilingual("Delega di voto conferita due volte: {seats}.", "A proxy given twice: {seats}.")),
            entry(
                    "no-such-proxy",
                    new Bilingual(
                            "Revoca di una delega di voto che non risulta: {seats}.",
                            "A proxy taken back that was not on record: {seats}.")),
            entry(
                    "quorum-is-met",
                    new Bilingual(
                            "Seduta dichiarata deserta benché dalle presenze registrate il numero legale risulti raggiunto{numbers?}.",
                            "Found deserted although the attendance recorded meets the quorum{numbers?}.")),
            entry(
                    "grace-not-over",
                    new Bilingual(
                            "Seduta dichiarata deserta prima che fosse trascorso il tempo di attesa ({expected}).",
                            "Found deserted before the time of grace was over ({expected}).")),
            entry(
                    "no-quorum",
                    new Bilingual(
                            "Votazione aperta senza che dalle presenze registrate risulti il numero legale{numbers?}.",
                            "The vote was opened without a quorum by the attendance recorded{numbers?}.")),
            entry(
                    "item-taken-up-already",
                    new Bilingual(
                            "Tolto dall'ordine del giorno un punto già trattato.",
                            "An item was taken off the agenda after it had been taken up.")),
            entry(
                    "not-in-electorate",
                    new Bilingual(
                            "Gli è attribuito un voto, ma non risulta tra gli aventi diritto presenti o rappresentati: {seats}.",
                            "Recorded as voting, but not among those present or represented and entitled to vote: {seats}.")),
            entry(
                    "is-recused",
                    new Bilingual(
                            "Partecipa al voto pur con obbligo di astensione: {seats}.",
                            "Takes part in the vote though recused: {seats}.")),
            entry(
                    "has-declined",
                    new Bilingual(
                            "Risulta votare dopo aver dichiarato di non partecipare: {seats}.",
                            "Recorded as voting after declaring to take no part: {seats}.")),
            entry(
                    "already-cast",
                    new Bilingual(
                            "Risulta più di un voto nella stessa votazione: {seats}. Conta il primo.",
                            "More than one ballot in one vote: {seats}. The first counts.")),
            entry(
                    "mover-is-seconder",
                    new Bilingual(
                            "La proposta è appoggiata da chi l'ha presentata.",
                            "The motion is seconded by whoever moved it.")));

    private FindingSentences() {}

    /**
     * The sentence for a finding.
     *
     * @throws IllegalArgumentException if there is no form for its topic
     */
    public static Bilingual of(Finding finding, Names names) {
        var forms = switch (finding.code()) {
            case COUNT_MISMATCH -> COUNTS;
            case PRESENT_MISMATCH -> PRESENCE;
            case OUTCOME_MISMATCH -> OUTCOMES;
            case CORRECTED -> CORRECTIONS;
            case VOTER_ABSENT,
                    ABSENT_STATED,
                    ALREADY_PRESENT,
                    NOT_PRESENT,
                    NO_QUORUM,
                    DOUBLE_BALLOT,
                    WRONG_STATE,
                    TIME_DISORDER,
                    UNNAMED_COUNT,
                    RULE_ASSUMED,
                    PROXY_EXCESS,
                    MOVER_IS_SECONDER,
                    OTHER -> OTHERS;
        };
        var form = forms.get(finding.topic());
        if (form == null) {
            throw new IllegalArgumentException("no sentence for " + finding.code() + " " + finding.topic());
        }
        var expected = said(finding.expected());
        var found = said(finding.found());
        var seats = named(finding.seats(), names);
        var compared = finding.expected() != null && finding.found() != null;
        return new Bilingual(
                filled(form.it(), Lists.it(seats), expected.it(), found.it())
                        .replace(
                                "{of}",
                                Lists.it(seats.stream().map(ItalianNames::of).toList()))
                        .replace(
                                "{numbers?}",
                                compared ? " (presenti " + found.it() + ", necessari " + expected.it() + ")" : ""),
                filled(form.en(), Lists.en(seats), expected.en(), found.en())
                        .replace(
                                "{numbers?}",
                                compared ? " (present " + found.en() + ", required " + expected.en() + ")" : ""));
    }

    private static String filled(String form, String seats, String expected, String found) {
        return form.replace("{seats?}", seats.isEmpty() ? "" : ": " + seats)
                .replace("{seats}", seats)
                .replace("{expected}", expected)
                .replace("{found}", found);
    }

    private static List<String> named(Collection<SeatId> seats, Names names) {
        return seats.stream().map(names::seat).toList();
    }

    private static Bilingual said(@Nullable String value) {
        return value == null ? NOTHING : Terms.ofWord(value);
    }

    private static Bilingual count(String it, String en) {
        return new Bilingual(
                it + ": {found} secondo il verbale, {expected} secondo i voti registrati.",
                en + ": {found} by the minutes, {expected} by the ballots recorded.");
    }
}

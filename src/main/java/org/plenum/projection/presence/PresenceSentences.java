package org.plenum.projection.presence;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenum.projection.Basis;
import org.plenum.projection.Moment;
import org.plenum.projection.SessionTime;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.results.VoteResult;
import org.plenum.projection.results.VoteResult.Status;
import org.plenum.projection.wording.ItalianNames;
import org.plenum.projection.wording.Terms;
import org.plenum.projection.wording.TimeWording;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.ItemNumber;

/** The answer in sentences that one could quote in a brief. They take no side on a person's gender. */
final class PresenceSentences {
    static final Bilingual NONE = new Bilingual("", "");

    private final SessionReport report;
    private final SessionTime time;
    private final PresenceAtVote answer;
    private final VoteResult vote;
    private final List<Stay> stays;
    private final TimeWording when;

    PresenceSentences(SessionReport report, SessionTime time, PresenceAtVote answer, List<Stay> stays) {
        this.report = report;
        this.time = time;
        this.answer = answer;
        this.vote = answer.vote();
        this.stays = stays;
        this.when = new TimeWording(time);
    }

    PresenceAtVote complete() {
        var said = List.of(presence(), proxy(), ballot(), late(), corrected(), annulled(), basis());
        var sentence = new Bilingual(
                joined(said.stream().map(Bilingual::it).toList()),
                joined(said.stream().map(Bilingual::en).toList()));
        return new PresenceAtVote(
                vote,
                answer.seat(),
                answer.delegate(),
                answer.atOpening(),
                answer.atClosing(),
                answer.intervals(),
                answer.relation(),
                answer.gap(),
                answer.basis(),
                answer.arrival(),
                answer.departure(),
                answer.ballot(),
                answer.lateRecorded(),
                answer.findings(),
                sentence);
    }

    private static String joined(List<String> sentences) {
        return String.join(" ", sentences.stream().filter(one -> !one.isEmpty()).toList());
    }

    private Bilingual presence() {
        return switch (answer.relation()) {
            case BEFORE_OPENING -> beforeOpening();
            case LEFT_DURING -> leftDuring();
            case DURING ->
                said(
                        "%s non era presente all'apertura della votazione %s: arrivo %s, a votazione aperta.",
                        "%s was not present when the vote %s opened: arrived %s, while it was open.", arrival());
            case AFTER_CLOSING -> {
                var before = nextItem();
                yield said(
                        "%s non era presente alla votazione %s: arrivo %s, dopo quella votazione"
                                + (before == null ? "." : " e prima del punto " + before + "."),
                        "%s was not present at the vote %s: arrived %s, after that vote"
                                + (before == null ? "." : " and before item " + before + "."),
                        arrival());
            }
            case LEFT_BEFORE_OPENING -> leftBefore();
            case NEVER_PRESENT ->
                said(
                        "%s non era presente alla votazione %s: non ne risulta la presenza in alcun momento della seduta%s.",
                        "%s was not present at the vote %s: no presence is recorded at any time of the session%s.",
                        NONE);
            case UNCERTAIN -> uncertain();
        };
    }

    private Bilingual beforeOpening() {
        var open = vote.status() == Status.OPEN;
        var there = said(
                open
                        ? "%s era presente all'apertura della votazione %s, ancora aperta: arrivo %s, prima dell'apertura"
                        : "%s era presente alla votazione %s, dall'apertura alla chiusura: arrivo %s, prima dell'apertura",
                open
                        ? "%s was present when the vote %s, still open, was opened: arrived %s, before it opened"
                        : "%s was present at the vote %s, from its opening to its closing: arrived %s, before it opened",
                arrival());
        var left = answer.departure();
        if (left == null) {
            return plus(there, ".", ".");
        }
        var end = departure();
        return plus(there, "; " + end.it() + ", dopo la chiusura.", "; " + end.en() + ", after it closed.");
    }

    private Bilingual leftDuring() {
        var back = answer.atClosing() == There.PRESENT;
        var there = said(
                back
                        ? "%s era presente all'apertura e alla chiusura della votazione %s, con un'assenza durante la votazione: arrivo %s"
                        : "%s era presente all'apertura della votazione %s e non alla chiusura: arrivo %s",
                back
                        ? "%s was present when the vote %s opened and when it closed, and absent for a time in between: arrived %s"
                        : "%s was present when the vote %s opened and not when it closed: arrived %s",
                arrival());
        var end = departure();
        return plus(there, ", " + end.it() + ", a votazione aperta.", ", " + end.en() + ", while it was open.");
    }

    private Bilingual leftBefore() {
        var end = departure();
        var left = said(
                "%s non era presente alla votazione %s: %s, prima dell'apertura",
                "%s was not present at the vote %s: %s, before it opened", end);
        var came = arrival();
        var back = stays.stream()
                .filter(stay -> !stay.arrival().equals(answer.arrival())
                        && time.sequence(vote.opened(), stay.arrival().moment()).firstBefore())
                .findFirst()
                .map(stay -> when.of(stay.arrival().moment()))
                .orElse(null);
        return plus(
                left,
                " (arrivo " + came.it() + ")" + (back == null ? "." : "; rientro " + back.it() + "."),
                " (arrived " + came.en() + ")" + (back == null ? "." : "; came back " + back.en() + "."));
    }

    private Bilingual uncertain() {
        var named = answer.ballot() != null;
        var reason = named
                ? new Bilingual(
                        "dal voto risulta la presenza, ma non quando sia avvenuto l'arrivo",
                        "the ballot shows that it was present, but not when it arrived")
                : new Bilingual(
                        "non risulta con certezza chi fosse presente", "who was present is not known for certain");
        return said(
                named
                        ? "Non è accertabile quando %s fosse presente rispetto alla votazione %s: %s."
                        : "Non è accertabile se %s fosse presente alla votazione %s: %s.",
                named
                        ? "It cannot be established when %s was present relative to the vote %s: %s."
                        : "It cannot be established whether %s was present at the vote %s: %s.",
                reason);
    }

    private Bilingual proxy() {
        if (answer.atOpening() != There.REPRESENTED) {
            return NONE;
        }
        return vote.atOpening().represented().stream()
                .filter(proxy -> proxy.from().equals(answer.seat().id()))
                .findFirst()
                .map(proxy -> report.names().seat(proxy.to()))
                .map(holder -> new Bilingual(
                        "All'apertura il voto era delegato " + ItalianNames.to(holder) + ".",
                        "When it opened the seat was represented by proxy, by " + holder + "."))
                .orElse(NONE);
    }

    private Bilingual ballot() {
        var seat = answer.seat().id();
        var cast = answer.ballot();
        if (cast != null) {
            var choice = Terms.of(cast.choice());
            return answer.atOpening() == There.ABSENT && answer.relation() != Relation.DURING
                    ? new Bilingual(
                            "È tuttavia registrato un voto: " + choice.it() + ".",
                            "A ballot is recorded all the same: " + choice.en() + ".")
                    : new Bilingual("Voto registrato: " + choice.it() + ".", "Ballot recorded: " + choice.en() + ".");
        }
        if (vote.recused().contains(seat)) {
            return new Bilingual(
                    "Per obbligo di astensione non è computato tra gli aventi diritto al voto.",
                    "Recused, and not counted among those entitled to vote.");
        }
        if (vote.declined().contains(seat)) {
            return new Bilingual("Ha dichiarato di non partecipare al voto.", "Declared to take no part in the vote.");
        }
        if (vote.voted().contains(seat)) {
            return new Bilingual("Ha partecipato allo scrutinio segreto.", "Took part in the secret ballot.");
        }
        return NONE;
    }

    private Bilingual late() {
        if (!answer.lateRecorded()) {
            return NONE;
        }
        if (time.transcribed()) {
            return new Bilingual(
                    "Nel verbale il fatto è riportato dopo la votazione: il computo si fonda sulle presenze riportate fino ad allora.",
                    "The minutes report the fact after the vote: the count rests on the attendance reported until then.");
        }
        var opened = when.recorded(vote.opened());
        return new Bilingual(
                "Il fatto è stato registrato o rettificato dopo l'apertura della votazione (" + opened
                        + "): il computo si fonda sulle presenze allora note.",
                "The fact was recorded or corrected after the vote had opened (" + opened
                        + "): the count rests on the attendance known then.");
    }

    private Bilingual corrected() {
        var arrival = answer.arrival();
        var departure = answer.departure();
        var at = arrival != null && arrival.correctedAt() != null
                ? arrival.correctedAt()
                : departure == null ? null : departure.correctedAt();
        return at == null
                ? NONE
                : new Bilingual(
                        "La presenza registrata è stata rettificata (posizione " + at + ").",
                        "The attendance recorded was corrected (position " + at + ").");
    }

    private Bilingual annulled() {
        return vote.annulled() == null
                ? NONE
                : new Bilingual("La votazione è stata annullata.", "The vote was annulled.");
    }

    private Bilingual basis() {
        return switch (answer.basis()) {
            case RECORDED ->
                new Bilingual(
                        "Fondamento: ore registrate al momento dei fatti.",
                        "Basis: times recorded as the facts happened.");
            case STATED -> new Bilingual("Fondamento: ore dichiarate.", "Basis: stated times.");
            case ORDER_ONLY -> order();
        };
    }

    private Bilingual order() {
        if (!time.transcribed()) {
            return new Bilingual(
                    "Fondamento: il solo ordine delle registrazioni; le ore non bastano a distinguere.",
                    "Basis: the order of the record alone; the times are too close to tell.");
        }
        return vote.opened().stated() == null
                ? new Bilingual(
                        "Fondamento: l'ordine del verbale, che non indica l'ora della votazione.",
                        "Basis: order of the record; the minutes give no time for the vote.")
                : new Bilingual("Fondamento: l'ordine del verbale.", "Basis: order of the record.");
    }

    // ---- the parts of a sentence

    private Bilingual said(String it, String en, Bilingual last) {
        var who = who();
        return new Bilingual(
                it.formatted(
                        it.startsWith("%s") ? who.theAtStart() : who.the(),
                        question("«", "»", " (punto ", " (punti "),
                        last.it()),
                en.formatted(who.plain(), question("“", "”", " (item ", " (items "), last.en()));
    }

    private static Bilingual plus(Bilingual sentence, String it, String en) {
        return new Bilingual(sentence.it() + it, sentence.en() + en);
    }

    /** Who is spoken of: a person with its seat, or a seat alone, which as a body has an article in Italian. */
    private record Who(String plain, String the, String theAtStart) {}

    private Who who() {
        var delegate = answer.delegate();
        var seat = answer.seat().name();
        if (delegate == null || delegate.name().equals(seat)) {
            return new Who(seat, ItalianNames.the(seat), ItalianNames.theAtStart(seat));
        }
        var person = delegate.name() + " (" + seat + ")";
        return new Who(person, person, person);
    }

    private String question(String open, String close, String item, String several) {
        var items = vote.question().items().stream().map(ItemNumber::value).toList();
        return open
                + vote.question().subject()
                + close
                + (items.isEmpty() ? "" : (items.size() == 1 ? item : several) + String.join(", ", items) + ")");
    }

    private Bilingual arrival() {
        return when.of(Objects.requireNonNull(answer.arrival()).moment());
    }

    /** How the stay spoken of ended; nobody saw a seat go that was only missed afterwards. */
    private Bilingual departure() {
        var stay = stays.stream()
                .filter(one -> one.arrival().equals(answer.arrival()))
                .findFirst()
                .orElseThrow();
        var end = when.of(Objects.requireNonNull(stay.end()));
        return switch (stay.ending()) {
            case DEPARTED -> new Bilingual("uscita " + end.it(), "left " + end.en());
            case MISSED -> new Bilingual("assenza rilevata " + end.it(), "found missing " + end.en());
            case NAMES_LOST ->
                new Bilingual(
                        "da lì in poi non se ne conosce il nome tra i presenti (" + end.it() + ")",
                        "not known by name from then on (" + end.en() + ")");
            case LASTS -> throw new IllegalStateException("the stay lasts");
        };
    }

    /** The first item taken up after the arrival, in the order of the record. */
    private @Nullable String nextItem() {
        var arrival = Objects.requireNonNull(answer.arrival()).moment().position();
        String next = null;
        var nearest = Long.MAX_VALUE;
        for (var item : report.session().items()) {
            for (Moment taken : item.takenUp()) {
                if (taken.position() > arrival && taken.position() < nearest) {
                    nearest = taken.position();
                    next = item.item().number().value();
                }
            }
        }
        return answer.basis() == Basis.ORDER_ONLY ? next : null;
    }
}

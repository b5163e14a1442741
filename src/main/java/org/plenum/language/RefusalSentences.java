package org.plenum.language;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.plenum.command.Refusal.*;
import org.plenum.command.Refusal.LotNotAmongEquals;
import org.plenum.command.Refusal.NeedsTwoPersons;
import org.plenum.command.Refusal.NoFurtherRound;
import org.plenum.command.Refusal.NoLotToDraw;
import org.plenum.command.Refusal.NotAnElection;
import org.plenum.command.Refusal.RoundOpenedAlready;
import org.plenum.command.Refusal.SamePerson;
import org.plenum.command.Refusal.UnknownProposal;
import org.plenum.json.MalformedText;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.StatedTime;

/** Each refusal as one sentence, with what it speaks of. */
public final class RefusalSentences {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

    private RefusalSentences() {}

    /** Why the command was refused. */
    public static Bilingual of(Refusal refusal) {
        return switch (refusal) {
            case UnknownAssembly r ->
                said("L'assemblea «%s» non esiste.", "There is no assembly \"%s\".", r.assembly());
            case UnknownSession r -> said("La seduta «%s» non esiste.", "There is no session \"%s\".", r.session());
            case UnknownSeat r ->
                said("«%s» non figura tra i componenti.", "There is no seat \"%s\" on the roll.", r.seat());
            case UnknownVote r ->
                said(
                        "La votazione «%s» non esiste in questa seduta.",
                        "There is no vote \"%s\" in this session.", r.vote());
            case UnknownItem r ->
                said("Il punto «%s» non è all'ordine del giorno.", "There is no item \"%s\" on the agenda.", r.item());
            case UnknownAttendee r ->
                said(
                        "«%s» non è né un componente né un invitato annotato.",
                        "\"%s\" is neither a seat nor an attendee that was noted.", r.name());
            case UnknownPosition r ->
                said(
                        "Alla posizione %s non c'è nulla che questa rettifica possa correggere.",
                        "There is nothing at position %s that this correction can put right.", r.position());

            case UnknownProposal r ->
                said(
                        "Alla posizione %s non c'è nulla che attenda la conferma di una seconda persona.",
                        "At position %s there is nothing that waits for a second person.", r.proposal());
            case NeedsTwoPersons r ->
                said(
                        "Il regolamento vuole due persone per «%s»: una propone, un'altra conferma.",
                        "The rules leave \"%s\" to two persons: one proposes it, another confirms it.", r.command());
            case SamePerson r ->
                said(
                        "Chi ha proposto, alla posizione %s, non può anche confermare.",
                        "Who proposed it, at position %s, cannot also confirm it.", r.proposal());
            case AssemblyExists r ->
                said("L'assemblea «%s» esiste già.", "The assembly \"%s\" exists already.", r.assembly());
            case SessionExists r ->
                said("La seduta «%s» esiste già.", "The session \"%s\" exists already.", r.session());
            case VoteExists r ->
                said(
                        "La votazione «%s» esiste già in questa seduta.",
                        "The vote \"%s\" exists already in this session.", r.vote());
            case SeatExists r ->
                said("«%s» è già tra i componenti.", "The seat \"%s\" is on the roll already.", r.seat());
            case NothingChanges _ -> said("Il comando non cambierebbe nulla.", "The command would change nothing.");
            case OnlyTranscribed _ ->
                said(
                        "Solo la trascrizione di un verbale può registrare ciò che il verbale dichiara.",
                        "Only a transcript of paper minutes can record what minutes declare.");
            case KeyReused r ->
                said(
                        "La chiave %s è già stata usata per un altro comando.",
                        "The key %s was used before, for another command.", r.key());

            case NotWellFormed r -> notWellFormed(r);
            case NoSeats _ -> said("Occorre almeno un componente.", "At least one seat is needed.");
            case SeatNamedTwice r -> said("«%s» è indicato due volte.", "\"%s\" is named twice.", r.seat());
            case ItemTwice r ->
                said(
                        "Il numero «%s» compare due volte all'ordine del giorno.",
                        "The number \"%s\" stands twice on the agenda.", r.item());
            case CallMismatch r ->
                r.secondCallOf() == null
                        ? said(
                                "La convocazione n. %s deve indicare la seduta che ripete.",
                                "Call %s must name the session that it repeats.", r.call())
                        : said(
                                "Una prima convocazione non può ripetere la seduta «%s».",
                                "A first call cannot repeat the session \"%s\".", r.secondCallOf());
            case EntryTooLarge r ->
                said(
                        "L'evento %s occuperebbe %s byte; una voce del registro ne ammette %s.",
                        "The event %s would take %s bytes; an entry of the ledger holds %s.",
                        r.event(),
                        r.bytes(),
                        r.most());
            case CountOutOfRange r ->
                said("%s non è un numero tra 0 e %s.", "%s is not a number from 0 to %s.", r.count(), r.most());
            case ChoiceNotOffered r ->
                said(
                        "Nella votazione «%s» non si può esprimere una scelta di questo tipo.",
                        "A choice of that kind cannot be made in the vote \"%s\".", r.vote());
            case NotEarlierSession r ->
                said(
                        "La seduta «%s» non è una seduta precedente di questa assemblea.",
                        "The session \"%s\" is not an earlier session of this assembly.", r.session());
            case WhoSatUnknown r ->
                said(
                        "Della seduta «%s» si conosce il numero dei presenti e non chi erano: non si può dire chi vota.",
                        "Of the session \"%s\" the number of those present is known and not who they were: nobody can"
                                + " say who votes.",
                        r.session());
            case NotAStage r ->
                said(
                        "La votazione «%s» della seduta «%s» non fa parte di una deliberazione in più votazioni.",
                        "The vote \"%s\" of the session \"%s\" is no stage of a question that several votes decide.",
                        r.stage(),
                        r.earlier());
            case StageNotDecided r ->
                said(
                        "La votazione «%s» della seduta «%s» è aperta, annullata o senza un esito certo.",
                        "The vote \"%s\" of the session \"%s\" is open, annulled or without a certain outcome.",
                        r.stage(),
                        r.earlier());
            case DecidedByStages r ->
                said(
                        "Con la votazione «%s» della seduta «%s» la proposta è già approvata.",
                        "With the vote \"%s\" of the session \"%s\" the proposal is adopted already.",
                        r.stage(),
                        r.earlier());
            case StageBringsMajority _ ->
                said(
                        "In una deliberazione in più votazioni la maggioranza di ciascuna è già stabilita.",
                        "Where several votes decide together, the majority of each is settled already.");
            case EarlierSessionNeeded r ->
                said(
                        "La seduta «%s» deve essere letta dal registro prima di aprire la votazione.",
                        "The ledger must read the session \"%s\" before the vote opens.", r.session());
            case StageOutOfTerm r -> outOfTerm(r);
            case NotAnElection r ->
                said("La votazione «%s» non è un'elezione.", "The vote \"%s\" is not an election.", r.vote());
            case WouldReveal r -> wouldReveal(r);
            case UrnMismatch r ->
                said(
                        "L'urna della votazione «%s» contiene %s voti e i partecipanti sono %s: non si può contare.",
                        "The urn of the vote \"%s\" holds %s ballots and %s took part: nothing may be counted from it.",
                        r.vote(),
                        r.ballots(),
                        r.participants());
            case UrnNeeded r ->
                said(
                        "La votazione «%s» è segreta e si chiude solo vuotando la sua urna, oppure non è segreta e non ne ha.",
                        "The vote \"%s\" is secret and is closed by emptying its urn alone, or it is not secret and has none.",
                        r.vote());

            case WrongState r -> {
                var now = StageWords.of(r.stage());
                var allowed = StageWords.anyOf(r.allowed());
                yield new Bilingual(
                        "La seduta è %s; per questo deve essere %s.".formatted(now.it(), allowed.it()),
                        "The session is %s; for this it must be %s.".formatted(now.en(), allowed.en()));
            }
            case AnotherVoteOpen r ->
                said(
                        "La votazione «%s» è aperta e va prima chiusa.",
                        "The vote \"%s\" is open and must be closed first.", r.vote());
            case VoteNotOpen r -> said("La votazione «%s» non è aperta.", "The vote \"%s\" is not open.", r.vote());
            case VoteNotClosed r -> said("La votazione «%s» non è chiusa.", "The vote \"%s\" is not closed.", r.vote());
            case VoteIsAnnulled r ->
                said("La votazione «%s» è stata annullata.", "The vote \"%s\" was annulled.", r.vote());
            case AlreadyProclaimed r ->
                said(
                        "L'esito della votazione «%s» è già stato proclamato.",
                        "The outcome of the vote \"%s\" was proclaimed already.", r.vote());
            case VoteNotAnnulled r ->
                said(
                        "La votazione «%s» non è stata annullata, quindi non si può ripetere.",
                        "The vote \"%s\" was not annulled, so it cannot be repeated.", r.vote());
            case VoteNotCarried r ->
                said("La votazione «%s» non è stata approvata.", "The vote \"%s\" was not carried.", r.vote());

            case NoFurtherRound r ->
                said(
                        "Dopo la votazione «%s» non c'è da votare ancora: i posti sono coperti, o decide la sorte, o nessuno si candida più.",
                        "After the vote \"%s\" there is no further round: the places are filled, or a lot decides, or nobody stands any more.",
                        r.vote());
            case RoundOpenedAlready r ->
                said(
                        "Alla votazione «%s» è già seguita la votazione «%s».",
                        "The vote \"%s\" was followed by the vote \"%s\" already.", r.vote(), r.next());
            case NoLotToDraw r ->
                said(
                        "Nella votazione «%s» non c'è nulla da sorteggiare: nessuno è a parità dove conta.",
                        "In the vote \"%s\" there is no lot to draw: nobody is equal where it matters.", r.vote());
            case LotNotAmongEquals r ->
                said(
                        "Nella votazione «%s» si sorteggia solo tra chi è a parità: %s.",
                        "In the vote \"%s\" the lot is drawn only between those who are equal: %s.",
                        r.vote(),
                        r.among().stream().map(CandidateId::value).collect(Collectors.joining(", ")));
            case AlreadyPresent r -> said("«%s» è già presente.", "\"%s\" is present already.", r.seat());
            case NotPresent r -> said("«%s» non è presente.", "\"%s\" is not present.", r.seat());
            case AttendeeNotPresent r -> said("«%s» non è presente.", "\"%s\" is not present.", r.name());
            case PersonActsForAnother r ->
                said(
                        "%s agisce già per «%s» e non può agire anche per «%s».",
                        "%s already acts for \"%s\" and cannot act for \"%s\" too.", r.person(), r.other(), r.seat());
            case RemoteNotAllowed r ->
                said(
                        "Il regolamento non ammette la presenza a distanza («%s»).",
                        "The rules do not allow remote presence (\"%s\").", r.seat());
            case AlreadySo r -> said("Per «%s» è già così.", "For \"%s\" it is so already.", r.seat());
            case PublicityUnchanged r ->
                r.closed()
                        ? said("La seduta è già a porte chiuse.", "The sitting is closed to the public already.")
                        : said("La seduta è già pubblica.", "The sitting is open to the public already.");

            case ProxiesNotAllowed r ->
                proxy(
                        "Il regolamento non ammette deleghe di voto (da «%s» a «%s»).",
                        "The rules do not allow proxies (from \"%s\" to \"%s\").", r);
            case ProxyCapReached r ->
                said(
                        "«%s» ha già %s deleghe, quante il regolamento ne ammette.",
                        "\"%s\" holds %s proxies already, as many as the rules allow.", r.to(), r.cap());
            case ProxyGiverPresent r ->
                proxy(
                        "«%s» è presente e non può dare delega a «%s».",
                        "\"%s\" is present and cannot give a proxy to \"%s\".", r);
            case ProxyHolderAbsent r ->
                proxy(
                        "La delega di «%s» non può andare a «%s», che non è presente.",
                        "The proxy of \"%s\" cannot go to \"%s\", who is not present.", r);
            case ProxyChain r ->
                proxy(
                        "La delega da «%s» a «%s» non è possibile: chi è rappresentato o non ha voto non può darne né averne.",
                        "A proxy from \"%s\" to \"%s\" is not possible: who is represented, or has no vote, can neither give nor hold one.",
                        r);
            case ProxyAlreadyGiven r -> said("«%s» è già rappresentato.", "\"%s\" is represented already.", r.from());
            case NoSuchProxy r -> said("«%s» non ha dato alcuna delega.", "\"%s\" has given no proxy.", r.from());

            case QuorumIsMet r -> quorum("Il numero legale c'è", "There is a quorum", r.present(), r.required());
            case NoQuorum r -> quorum("Manca il numero legale", "There is no quorum", r.present(), r.required());
            case GraceNotOver r ->
                new Bilingual(
                        "La seduta può essere dichiarata deserta solo dopo: %s."
                                .formatted(time(r.until()).it()),
                        "The session can be declared deserted only after: %s."
                                .formatted(time(r.until()).en()));
            case ItemTakenUpAlready r ->
                said(
                        "Il punto «%s» è già stato trattato e resta all'ordine del giorno.",
                        "The item \"%s\" was taken up already and stays on the agenda.", r.item());

            case NotInElectorate r ->
                said(
                        "«%s» non è tra gli aventi diritto al voto nella votazione «%s».",
                        "\"%s\" is not in the electorate of the vote \"%s\".", r.seat(), r.vote());
            case IsRecused r ->
                said(
                        "«%s» si è astenuto per obbligo e non vota nella votazione «%s».",
                        "\"%s\" is recused and does not vote in the vote \"%s\".", r.seat(), r.vote());
            case HasDeclined r ->
                said(
                        "«%s» ha dichiarato di non partecipare alla votazione «%s».",
                        "\"%s\" has declared to take no part in the vote \"%s\".", r.seat(), r.vote());
            case AlreadyCast r ->
                said(
                        "«%s» ha già votato nella votazione «%s».",
                        "\"%s\" has cast its ballot in the vote \"%s\" already.", r.seat(), r.vote());
            case MoverIsSeconder r ->
                said(
                        "«%s» non può appoggiare la propria proposta.",
                        "\"%s\" cannot second its own motion.", name(r.mover()));

            case TimeInFuture r ->
                new Bilingual(
                        "L'ora dichiarata (%s) è nel futuro."
                                .formatted(time(r.stated()).it()),
                        "The stated time (%s) lies in the future."
                                .formatted(time(r.stated()).en()));
            case TimeBeforeEarlierEvent r -> tooEarly(r);
        };
    }

    private static Bilingual notWellFormed(NotWellFormed r) {
        var wrong = MalformedText.of(new Malformed(r.fault(), r.what(), r.value()));
        return new Bilingual(r.what() + ": " + wrong.it() + ".", r.what() + ": " + wrong.en() + ".");
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }

    private static Bilingual outOfTerm(StageOutOfTerm r) {
        var notBefore = r.notBefore();
        var notAfter = r.notAfter();
        return notBefore != null && r.date().isBefore(notBefore)
                ? said(
                        "La seduta è del %s: questa votazione non si può tenere prima del %s.",
                        "The session is of %s: this vote cannot be held before %s.", day(r.date()), day(notBefore))
                : said(
                        "La seduta è del %s: il termine per questa votazione è scaduto il %s.",
                        "The session is of %s: the term for this vote ended on %s.",
                        day(r.date()),
                        day(notAfter == null ? r.date() : notAfter));
    }

    private static Bilingual wouldReveal(WouldReveal r) {
        var how = switch (r.leak()) {
            case UNEQUAL_SEATS ->
                new Bilingual(
                        "i voti non pesano tutti lo stesso, e le somme direbbero chi ha votato cosa",
                        "seats do not all weigh the same, and the sums would tell who cast what");
            case BALLOT_CHANGE ->
                new Bilingual(
                        "il regolamento permette di cambiare il voto, e ciò che si cambia va saputo",
                        "the rules let ballots be changed, and what is changed must be known");
            case CASTING_VOTE ->
                new Bilingual(
                        "il regolamento fa decidere le parità al voto del presidente, che andrebbe saputo",
                        "the rules let the chair's own ballot decide a tie, and it would have to be known");
            case RECORDED_FOR_OTHERS ->
                new Bilingual(
                        "in una votazione segreta nessuno registra il voto di altri",
                        "in a secret vote nobody records the ballots of others");
            case CORRECTION ->
                new Bilingual(
                        "il singolo voto segreto non si può rettificare", "a single secret ballot cannot be corrected");
        };
        return said(
                "La votazione «%s» non sarebbe segreta: " + how.it() + ".",
                "The vote \"%s\" would not be secret: " + how.en() + ".",
                r.vote());
    }

    private static Bilingual tooEarly(TimeBeforeEarlierEvent r) {
        var stated = time(r.stated());
        var of = r.seats().isEmpty() ? "" : " (" + names(r.seats()) + ")";
        return new Bilingual(
                "L'ora dichiarata (%s) precede quanto registrato alla posizione %d%s, che deve seguire."
                        .formatted(stated.it(), r.position(), of),
                "The stated time (%s) lies before what is recorded at position %d%s, which it must follow."
                        .formatted(stated.en(), r.position(), of));
    }

    private static Bilingual proxy(String it, String en, ProxyBreach r) {
        return said(it, en, r.from(), r.to());
    }

    /** A stated time in words: "17:51" with its date, or its bounds. */
    private static Bilingual time(StatedTime time) {
        if (time.at() != null) {
            return new Bilingual(time.at().toString(), time.at().toString());
        }
        if (time.notBefore() != null && time.notAfter() != null) {
            return said("tra %s e %s", "between %s and %s", time.notBefore(), time.notAfter());
        }
        return time.notBefore() != null
                ? said("non prima di %s", "not before %s", time.notBefore())
                : said("non dopo %s", "not after %s", String.valueOf(time.notAfter()));
    }

    private static String name(Participant participant) {
        return switch (participant) {
            case Participant.OfSeat(var seat) -> seat.value();
            case Participant.Named(var name) -> name;
        };
    }

    private static String names(List<SeatId> seats) {
        return seats.stream().map(SeatId::value).collect(Collectors.joining(", "));
    }

    private static Bilingual quorum(String it, String en, @Nullable BigDecimal present, @Nullable BigDecimal required) {
        // Where presence is uncertain, or the rule has no single number, there is nothing to state.
        if (present == null || required == null) {
            return new Bilingual(it + ".", en + ".");
        }
        return said(
                it + ": presenti %s, necessari %s.",
                en + ": %s present, %s needed.",
                present.toPlainString(),
                required.toPlainString());
    }

    @SuppressWarnings("AnnotateFormatMethod") // two formats share the data; a test says every sentence
    private static Bilingual said(String it, String en, Object... data) {
        return new Bilingual(it.formatted(data), en.formatted(data));
    }
}

package org.plenum.language;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
import org.plenum.command.RefusalNames;
import org.plenum.vocabulary.Bilingual;

/** Every type of refusal: its name, what it is called, and what to do about it. */
public final class RefusalGuide {
    /**
     * One type of refusal.
     *
     * @param name the stable name, as it stands in problem types
     * @param title what it is called, the same for every case of it
     * @param remedy what may be done
     */
    public record Entry(
            Class<? extends Refusal> type, String name, Refusal.Nature nature, Bilingual title, Bilingual remedy) {}

    private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

    static {
        unknown();
        conflicts();
        conflictsOfSecrecy();
        conflictsOfTwoPersons();
        impossible();
        breachesOfSession();
        breachesOfPresence();
        breachesOfVote();
    }

    private RefusalGuide() {}

    /** All of them, those that belong together side by side. */
    public static Collection<Entry> all() {
        return Collections.unmodifiableCollection(ENTRIES.values());
    }

    /** The one of that name. */
    public static Optional<Entry> named(String name) {
        return Optional.ofNullable(ENTRIES.get(name));
    }

    /** The one of that type. */
    public static Entry of(Class<? extends Refusal> type) {
        return named(RefusalNames.of(type)).orElseThrow(() -> new IllegalArgumentException("no guide for " + type));
    }

    private static void unknown() {
        var list = "Controllare l'identificativo nell'elenco";
        add(
                UnknownProposal.class,
                "Nessuna proposta",
                "No such proposal",
                list + " di ciò che attende conferma: forse è già stata confermata o ritirata.",
                "Check what waits for confirmation: perhaps it was confirmed or withdrawn already.");
        add(
                UnknownAssembly.class,
                "Assemblea sconosciuta",
                "Unknown assembly",
                list + " delle assemblee.",
                "Check the identifier in the list of assemblies.");
        add(
                UnknownSession.class,
                "Seduta sconosciuta",
                "Unknown session",
                list + " delle sedute.",
                "Check the identifier in the list of sessions.");
        add(
                UnknownSeat.class,
                "Componente sconosciuto",
                "Unknown seat",
                "Una seduta conserva i componenti con cui fu convocata: controllarne l'elenco.",
                "A session keeps the roll it was convened with: check that roll.");
        add(
                UnknownVote.class,
                "Votazione sconosciuta",
                "Unknown vote",
                list + " delle votazioni della seduta.",
                "Check the identifier in the session's list of votes.");
        add(
                UnknownItem.class,
                "Punto sconosciuto",
                "Unknown item",
                "Indicare il numero come è scritto all'ordine del giorno, o prima modificare l'ordine del giorno.",
                "Write the number as it stands on the agenda, or amend the agenda first.");
        add(
                UnknownAttendee.class,
                "Persona sconosciuta",
                "Unknown person",
                "Annotare prima la persona tra gli invitati, o indicare un componente.",
                "Note the person as an attendee first, or name a seat.");
        add(
                UnknownPosition.class,
                "Niente da rettificare",
                "Nothing to correct there",
                "Cercare nel giornale della seduta la posizione di ciò che va rettificato.",
                "Look up in the session's journal the position of what is to be corrected.");
    }

    private static void conflicts() {
        var other = "Scegliere un altro identificativo.";
        var another = "Choose another identifier.";
        add(AssemblyExists.class, "Assemblea già esistente", "Assembly exists already", other, another);
        add(SessionExists.class, "Seduta già esistente", "Session exists already", other, another);
        add(VoteExists.class, "Votazione già esistente", "Vote exists already", other, another);
        add(
                SeatExists.class,
                "Componente già esistente",
                "Seat exists already",
                "Per cambiarlo, modificarlo; per un altro, scegliere un altro identificativo.",
                "To change it, put the new one in its place; for another, choose another identifier.");
        add(
                NothingChanges.class,
                "Nulla cambierebbe",
                "Nothing would change",
                "Tutto è già così: non occorre far nulla.",
                "All is so already: there is nothing to do.");
        add(
                OnlyTranscribed.class,
                "Solo per i verbali trascritti",
                "Only for paper minutes",
                "In una seduta dal vivo registrare i fatti; il registro conta da sé.",
                "In a live session record the facts; the ledger counts by itself.");
        add(
                KeyReused.class,
                "Chiave già usata",
                "Key used before",
                "Usare una chiave nuova per ogni comando nuovo, e la stessa solo per ripetere lo stesso.",
                "Use a new key for each new command, and the same one only to repeat the same.");
    }

    private static void conflictsOfSecrecy() {
        add(
                WouldReveal.class,
                "Il segreto non sarebbe garantito",
                "It would reveal a secret ballot",
                "Votare in modo palese, o cambiare il regolamento prima della prossima convocazione.",
                "Vote openly, or change the rules before the next session is convened.");
        add(
                UrnMismatch.class,
                "Urna e partecipanti non concordano",
                "Urn and participants differ",
                "Annullare la votazione e ripeterla.",
                "Annul the vote and repeat it.");
        add(
                UrnNeeded.class,
                "Chiusura dell'urna",
                "Emptying the urn",
                "Chiudere la votazione nel modo ordinario: il registro vuota l'urna da sé.",
                "Close the vote in the ordinary way: the ledger empties the urn by itself.");
    }

    private static void conflictsOfTwoPersons() {
        add(
                NeedsTwoPersons.class,
                "Servono due persone",
                "Two persons needed",
                "Proporre il comando; un'altra persona lo conferma.",
                "Propose the command; another person confirms it.");
        add(
                NotEarlierSession.class,
                "Non è una seduta precedente",
                "Not an earlier session",
                "Indicare un'altra seduta della stessa assemblea.",
                "Name another session of the same assembly.");
        add(
                WhoSatUnknown.class,
                "Non si sa chi sedeva",
                "Who sat is not known",
                "Aprire la votazione a tutti, o far dichiarare chi non partecipa.",
                "Open the vote to all, or let those who take no part declare it.");
        add(
                NotAStage.class,
                "Votazione che decide da sola",
                "A vote that decides alone",
                "Indicare la votazione precedente della stessa deliberazione, o aprire una prima votazione.",
                "Name the stage before this one, or open a first stage.");
        add(
                StageNotDecided.class,
                "Votazione precedente senza esito",
                "The stage before has no outcome",
                "Chiudere quella votazione, o riprendere dall'ultima che ha un esito.",
                "Close that vote, or go on from the last stage that has an outcome.");
        add(
                DecidedByStages.class,
                "Già approvata",
                "Adopted already",
                "Non occorrono altre votazioni.",
                "No further vote is needed.");
        add(
                StageBringsMajority.class,
                "Maggioranza già stabilita",
                "Majority settled already",
                "Lasciare la maggioranza ordinaria, o aprire una votazione che decide da sola.",
                "Leave the usual majority, or open a vote that decides alone.");
        add(
                EarlierSessionNeeded.class,
                "Seduta da leggere",
                "A session to be read",
                "Dare il comando al registro, che legge da sé la seduta.",
                "Give the command to the ledger, which reads the session itself.");
        add(
                StageOutOfTerm.class,
                "Fuori termine",
                "Out of term",
                "Tenere la votazione in una seduta entro i termini, o ricominciare con una prima votazione.",
                "Vote in a session within the terms, or begin again with a first stage.");
        add(
                SamePerson.class,
                "La stessa persona",
                "The same person",
                "Farlo confermare da un'altra persona che presiede o verbalizza.",
                "Have it confirmed by another person who presides or records.");
    }

    private static void impossible() {
        add(
                NotAnElection.class,
                "Non è un'elezione",
                "Not an election",
                "Indicare una votazione con candidati.",
                "Name a vote that has candidates.");
        add(
                NotWellFormed.class,
                "Valore non ammesso",
                "Value that cannot be",
                "Correggere il valore indicato e ripetere.",
                "Put the named value right and send it again.");
        add(
                NoSeats.class,
                "Nessun componente",
                "No seats",
                "Indicare almeno un componente.",
                "Name at least one seat.");
        add(
                SeatNamedTwice.class,
                "Componente indicato due volte",
                "Seat named twice",
                "Indicare ogni componente una volta sola.",
                "Name each seat once.");
        add(
                ItemTwice.class,
                "Punto ripetuto",
                "Item number twice",
                "Dare a ogni punto un numero proprio.",
                "Give each item a number of its own.");
        add(
                CallMismatch.class,
                "Convocazione incoerente",
                "Call does not fit",
                "Una seconda convocazione indica la seduta che ripete; una prima non ne indica.",
                "A second call names the session that it repeats; a first call names none.");
        add(
                EntryTooLarge.class,
                "Troppo grande per una voce",
                "Too large for one entry",
                "Accorciare il testo o dividere il comando.",
                "Shorten the text or split the command.");
        add(
                CountOutOfRange.class,
                "Numero impossibile",
                "Number out of range",
                "Indicare un numero non maggiore dei componenti.",
                "State a number no larger than the roll.");
        add(
                ChoiceNotOffered.class,
                "Scelta non prevista",
                "Choice not offered",
                "Votare come la votazione prevede.",
                "Vote as the vote provides.");
    }

    private static void breachesOfSession() {
        add(
                WrongState.class,
                "Stato della seduta",
                "State of the session",
                "Portare prima la seduta nello stato richiesto (aprirla, riprenderla).",
                "Bring the session into the state needed first (open it, resume it).");
        add(
                GraceNotOver.class,
                "Attesa non trascorsa",
                "Time of grace not over",
                "Attendere l'ora indicata.",
                "Wait until the time named.");
        add(
                QuorumIsMet.class,
                "Numero legale presente",
                "Quorum is met",
                "Con il numero legale la seduta non può essere deserta: aprirla o chiuderla.",
                "With a quorum a session cannot be deserted: open it, or close it.");
        add(
                NoQuorum.class,
                "Manca il numero legale",
                "No quorum",
                "Registrare chi è arrivato, attendere, sospendere, o dichiarare deserta la seduta.",
                "Record who has arrived, wait, suspend, or declare the session deserted.");
        add(
                PublicityUnchanged.class,
                "Pubblicità già così",
                "Publicity is so already",
                "Non occorre far nulla.",
                "There is nothing to do.");
        add(
                ItemTakenUpAlready.class,
                "Punto già trattato",
                "Item taken up already",
                "Lasciare all'ordine del giorno i punti già trattati.",
                "Leave on the agenda the items that were taken up.");
        add(
                TimeInFuture.class,
                "Ora nel futuro",
                "Time in the future",
                "Indicare quando il fatto è avvenuto, o nulla se avviene ora.",
                "State when the fact happened, or nothing if it happens now.");
        add(
                TimeBeforeEarlierEvent.class,
                "Ora troppo presto",
                "Time too early",
                "Indicare un'ora successiva, o rettificare prima quanto registrato a quella posizione.",
                "State a later time, or correct first what is recorded at that position.");
    }

    private static void breachesOfPresence() {
        var arrive = "Registrare prima l'arrivo.";
        var arriveFirst = "Register the arrival first.";
        var nothing = "Non occorre far nulla; se l'ora o altro è sbagliato, rettificare.";
        var nothingToDo = "There is nothing to do; if a time or another detail is wrong, correct it.";
        add(AlreadyPresent.class, "Già presente", "Present already", nothing, nothingToDo);
        add(NotPresent.class, "Non presente", "Not present", arrive, arriveFirst);
        add(
                AttendeeNotPresent.class,
                "Persona non presente",
                "Person not present",
                "Annotare prima la presenza della persona.",
                "Note first that the person is present.");
        add(
                PersonActsForAnother.class,
                "Persona già impegnata",
                "Person acts for another seat",
                "Indicare un altro delegato, o registrare prima l'uscita dell'altro componente.",
                "Name another delegate, or register first that the other seat leaves.");
        add(
                RemoteNotAllowed.class,
                "Presenza a distanza non ammessa",
                "Remote presence not allowed",
                "Registrare la presenza in sala, o modificare il regolamento prima della prossima convocazione.",
                "Record presence in the room, or change the rules before the next session is convened.");
        add(AlreadySo.class, "Già così", "So already", nothing, nothingToDo);
        add(
                ProxiesNotAllowed.class,
                "Deleghe di voto non ammesse",
                "Proxies not allowed",
                "Il regolamento può ammetterle prima della prossima convocazione.",
                "The rules may allow them before the next session is convened.");
        add(
                ProxyCapReached.class,
                "Troppe deleghe",
                "Too many proxies",
                "Delegare un altro componente presente.",
                "Give the proxy to another present seat.");
        add(
                ProxyGiverPresent.class,
                "Delegante presente",
                "Giver is present",
                "Chi è presente vota da sé; registrarne prima l'uscita se è andato via.",
                "Who is present votes in person; register the departure first if the seat has left.");
        add(ProxyHolderAbsent.class, "Delegato assente", "Holder is absent", arrive, arriveFirst);
        add(
                ProxyChain.class,
                "Catena di deleghe",
                "Chain of proxies",
                "Delegare un componente con voto che non sia a sua volta rappresentato.",
                "Give the proxy to a voting seat that is not itself represented.");
        add(
                ProxyAlreadyGiven.class,
                "Delega già data",
                "Proxy given already",
                "Revocare prima la delega.",
                "Revoke the proxy first.");
        add(
                NoSuchProxy.class,
                "Nessuna delega",
                "No such proxy",
                "Controllare le deleghe date nella seduta.",
                "Check the proxies given in the session.");
    }

    private static void breachesOfVote() {
        add(
                AnotherVoteOpen.class,
                "Votazione in corso",
                "A vote is open",
                "Chiudere prima la votazione aperta.",
                "Close the open vote first.");
        add(
                VoteNotOpen.class,
                "Votazione non aperta",
                "Vote not open",
                "Un voto si esprime solo tra apertura e chiusura; poi resta solo la rettifica.",
                "A ballot is cast only between opening and closing; after that only a correction remains.");
        add(
                VoteNotClosed.class,
                "Votazione non chiusa",
                "Vote not closed",
                "Chiudere prima la votazione.",
                "Close the vote first.");
        add(VoteIsAnnulled.class, "Votazione annullata", "Vote annulled", "Ripetere la votazione.", "Repeat the vote.");
        add(
                AlreadyProclaimed.class,
                "Esito già proclamato",
                "Outcome proclaimed already",
                "Se fu proclamato male, rettificare la proclamazione.",
                "If it was proclaimed wrongly, correct the proclamation.");
        add(
                VoteNotAnnulled.class,
                "Votazione non annullata",
                "Vote not annulled",
                "Annullare prima la votazione da ripetere.",
                "Annul first the vote that is to be repeated.");
        add(
                NoFurtherRound.class,
                "Nessun'altra votazione",
                "No further round",
                "Proclamare gli eletti, o registrare prima il sorteggio.",
                "Proclaim who is elected, or record the lot first.");
        add(
                RoundOpenedAlready.class,
                "Votazione già aperta",
                "Round opened already",
                "Proseguire da quella votazione, o annullarla prima.",
                "Go on from that round, or annul it first.");
        add(
                NoLotToDraw.class,
                "Nulla da sorteggiare",
                "No lot to draw",
                "Il sorteggio si registra solo dove il computo lo chiede.",
                "A lot is recorded only where the count asks for it.");
        add(
                LotNotAmongEquals.class,
                "Sorteggio tra altri",
                "A lot between others",
                "Indicare tutti e soli i candidati a parità, nell'ordine in cui sono stati estratti.",
                "Name all who are equal and nobody else, in the order in which they were drawn.");
        add(
                VoteNotCarried.class,
                "Votazione non approvata",
                "Vote not carried",
                "Indicare una votazione approvata.",
                "Name a vote that was carried.");
        add(
                NotInElectorate.class,
                "Senza diritto al voto in questa votazione",
                "Not in the electorate",
                "Vota chi era presente o rappresentato all'apertura; se la presenza fu registrata male, rettificarla.",
                "Who was present or represented at the opening votes; if presence was recorded wrongly, correct it.");
        add(
                IsRecused.class,
                "Astensione obbligatoria",
                "Recused",
                "Chi si è astenuto per obbligo non vota.",
                "A recused seat does not vote.");
        add(
                HasDeclined.class,
                "Non partecipa al voto",
                "Declined to participate",
                "Chi ha dichiarato di non partecipare non vota più in questa votazione.",
                "Who has declared to take no part does not vote in this vote any more.");
        add(
                AlreadyCast.class,
                "Voto già espresso",
                "Ballot cast already",
                "Il voto registrato vale; se il segretario lo ha registrato male, rettificarlo.",
                "The recorded ballot stands; if the clerk recorded it wrongly, correct it.");
        add(
                MoverIsSeconder.class,
                "Proponente e sostenitore coincidono",
                "Mover is seconder",
                "Indicare un altro sostenitore.",
                "Name another seconder.");
    }

    private static void add(
            Class<? extends Refusal> type, String titleIt, String titleEn, String remedyIt, String remedyEn) {
        var entry = new Entry(
                type,
                RefusalNames.of(type),
                nature(type),
                new Bilingual(titleIt, titleEn),
                new Bilingual(remedyIt, remedyEn));
        if (ENTRIES.put(entry.name(), entry) != null) {
            throw new IllegalStateException("two entries for " + entry.name());
        }
    }

    private static Refusal.Nature nature(Class<? extends Refusal> type) {
        if (Unknown.class.isAssignableFrom(type)) {
            return Refusal.Nature.UNKNOWN;
        }
        return Impossible.class.isAssignableFrom(type) ? Refusal.Nature.IMPOSSIBLE : Refusal.Nature.CONFLICT;
    }
}

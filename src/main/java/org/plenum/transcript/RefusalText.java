package org.plenum.transcript;

import org.plenum.command.Refusal;
import org.plenum.command.Refusal.*;
import org.plenum.command.Refusal.NeedsTwoPersons;
import org.plenum.command.Refusal.NoFurtherRound;
import org.plenum.command.Refusal.NotAnElection;
import org.plenum.command.Refusal.SamePerson;
import org.plenum.command.Refusal.UnknownProposal;
import org.plenum.command.RefusalNames;
import org.plenum.vocabulary.Bilingual;

/** What to tell whoever typed minutes that no session can record. */
final class RefusalText {
    private RefusalText() {}

    static Bilingual of(Refusal refusal) {
        return switch (refusal) {
            case UnknownAssembly(var assembly) ->
                new Bilingual("organo sconosciuto: " + assembly, "unknown assembly: " + assembly);
            case UnknownSession(var session) ->
                new Bilingual("seduta sconosciuta: " + session, "unknown session: " + session);
            case UnknownSeat(var seat) -> new Bilingual("componente sconosciuto: " + seat, "unknown seat: " + seat);
            case UnknownVote(var vote) -> new Bilingual("votazione sconosciuta: " + vote, "unknown vote: " + vote);
            case UnknownItem(var item) ->
                new Bilingual(
                        "punto che non è all'ordine del giorno: " + item, "an item that is not on the agenda: " + item);
            case UnknownAttendee(var name) ->
                new Bilingual("persona non annotata: " + name, "a person not noted as attending: " + name);
            case UnknownPosition(var position) ->
                new Bilingual(
                        "nulla da rettificare alla posizione " + position,
                        "there is nothing to correct at position " + position);
            case AssemblyExists(var assembly) ->
                new Bilingual("l'organo esiste già: " + assembly, "the assembly exists already: " + assembly);
            case SessionExists(var session) ->
                new Bilingual("la seduta esiste già: " + session, "the session exists already: " + session);
            case VoteExists(var vote) ->
                new Bilingual("la votazione esiste già: " + vote, "the vote exists already: " + vote);
            case SeatExists(var seat) ->
                new Bilingual("il componente esiste già: " + seat, "the seat exists already: " + seat);
            case NothingChanges() -> new Bilingual("non cambia nulla", "it changes nothing");
            case OnlyTranscribed() -> new Bilingual("solo in una seduta trascritta", "in a transcribed session only");
            case KeyReused(var key) -> new Bilingual("chiave già usata: " + key, "a key that was used already: " + key);
            case NotWellFormed(var fault, var what, var value) ->
                new Bilingual(what + " non valido: " + value, what + " is not valid: " + value);
            case NoSeats() -> new Bilingual("nessun componente", "no seats");
            case SeatNamedTwice(var seat) ->
                new Bilingual("componente nominato due volte: " + seat, "a seat named twice: " + seat);
            case ItemTwice(var item) ->
                new Bilingual("due punti con lo stesso numero: " + item, "two items with one number: " + item);
            case CallMismatch(var call, var of) ->
                new Bilingual(
                        "convocazione " + call + ": solo una seconda o ulteriore ne ripete un'altra",
                        "call " + call + ": only a second or further one repeats another");
            case EntryTooLarge(var event, var bytes, var most) ->
                new Bilingual(
                        "troppo lungo per una voce del registro (" + bytes + " byte, al massimo " + most + ")",
                        "too long for an entry of the ledger (" + bytes + " bytes, at most " + most + ")");
            case CountOutOfRange(var count, var most) ->
                new Bilingual(
                        "numero fuori dai limiti: " + count + ", i componenti sono " + most,
                        "a number out of bounds: " + count + ", there are " + most + " seats");
            case ChoiceNotOffered(var vote) ->
                new Bilingual("scelta non prevista in questa votazione", "not a choice in this vote");
            case UnknownProposal(var proposal) ->
                new Bilingual("nessuna proposta alla posizione " + proposal, "no proposal at position " + proposal);
            case NeedsTwoPersons(var command) ->
                new Bilingual("servono due persone: " + command, "two persons are needed: " + command);
            case SamePerson(var proposal) ->
                new Bilingual("la stessa persona non può confermare", "the same person cannot confirm");
            case NotEarlierSession(var session) ->
                new Bilingual(
                        "non è una seduta precedente dello stesso organo: " + session,
                        "not an earlier session of the same assembly: " + session);
            case WhoSatUnknown(var session) ->
                new Bilingual(
                        "non si sa per nome chi sedeva nella seduta " + session,
                        "nobody knows by name who sat in the session " + session);
            case NotAStage(var session, var vote) ->
                new Bilingual(
                        "la votazione " + vote + " della seduta " + session + " non è a stadi",
                        "the vote " + vote + " of the session " + session + " is no stage of a question");
            case StageNotDecided(var session, var vote) ->
                new Bilingual(
                        "la votazione " + vote + " della seduta " + session + " non ha un esito",
                        "the vote " + vote + " of the session " + session + " has no outcome");
            case DecidedByStages(var session, var vote) ->
                new Bilingual(
                        "la proposta è già approvata con la votazione " + vote + " della seduta " + session,
                        "the proposal was adopted by the vote " + vote + " of the session " + session);
            case StageBringsMajority() ->
                new Bilingual("la maggioranza viene da stages", "the majority comes from stages");
            case EarlierSessionNeeded(var session) ->
                new Bilingual("seduta sconosciuta: " + session, "unknown session: " + session);
            case NotAnElection(var vote) -> new Bilingual("non è un'elezione: " + vote, "not an election: " + vote);
            case WouldReveal(var vote, var leak) ->
                new Bilingual("non previsto in una votazione segreta", "not possible in a secret vote");
            case UrnMismatch(var vote, var participants, var ballots) ->
                new Bilingual(
                        "nell'urna " + ballots + " schede, ma hanno votato in " + participants,
                        "the urn holds " + ballots + " ballots, but " + participants + " voted");
            case UrnNeeded(var vote) ->
                new Bilingual("si chiude solo aprendo l'urna", "closed only by emptying its urn");
            case NoFurtherRound(var vote) ->
                new Bilingual(
                        "dopo \"" + vote + "\" il computo non chiede un'altra votazione: indicarla con candidates",
                        "after \"" + vote
                                + "\" the count asks for no further round: give it with candidates of its own");
            // Minutes record breaches with a finding; one that comes back as a refusal is named as it is.
            case Breach breach -> new Bilingual(RefusalNames.of(breach), RefusalNames.of(breach));
        };
    }
}

package org.plenum.projection.wording;

import java.util.Map;
import org.plenum.vocabulary.Bilingual;

/** What is proposed to a second person, in words: the commands that rules may leave to two, by their names. */
public final class Proposals {
    private static final Map<String, Bilingual> ACTS = Map.ofEntries(
            Map.entry("open-session", new Bilingual("apertura della seduta", "open the session")),
            Map.entry("suspend-session", new Bilingual("sospensione della seduta", "suspend the sitting")),
            Map.entry("resume-session", new Bilingual("ripresa della seduta", "resume the sitting")),
            Map.entry("adjourn-session", new Bilingual("aggiornamento della seduta", "adjourn the session")),
            Map.entry(
                    "declare-deserted",
                    new Bilingual("dichiarazione di seduta deserta", "declare the session deserted")),
            Map.entry("close-session", new Bilingual("chiusura della seduta", "close the session")),
            Map.entry("hand-over-chair", new Bilingual("cambio di presidenza", "hand over the chair")),
            Map.entry("replace-clerk", new Bilingual("cambio del verbalizzante", "replace the clerk")),
            Map.entry("close-to-public", new Bilingual("chiusura al pubblico", "close the sitting to the public")),
            Map.entry("reopen-to-public", new Bilingual("riapertura al pubblico", "reopen the sitting to the public")),
            Map.entry("take-up-item", new Bilingual("trattazione di un punto", "take up an item")),
            Map.entry("conclude-item", new Bilingual("conclusione di un punto", "conclude an item")),
            Map.entry("amend-agenda", new Bilingual("modifica dell'ordine del giorno", "amend the agenda")),
            Map.entry("approve-minutes", new Bilingual("approvazione di un verbale", "approve minutes")),
            Map.entry("open-vote", new Bilingual("apertura di una votazione", "open a vote")),
            Map.entry("open-election", new Bilingual("apertura di un'elezione", "open an election")),
            Map.entry("open-round", new Bilingual("apertura della votazione successiva", "open the next round")),
            Map.entry("record-lot", new Bilingual("registrazione di un sorteggio", "record a lot")),
            Map.entry("close-vote", new Bilingual("chiusura della votazione", "close the vote")),
            Map.entry("proclaim", new Bilingual("proclamazione dell'esito", "proclaim the outcome")),
            Map.entry("annul-vote", new Bilingual("annullamento della votazione", "annul the vote")),
            Map.entry("correct-attendance", new Bilingual("rettifica di una presenza", "correct an attendance")),
            Map.entry("correct-ballot", new Bilingual("rettifica di un voto", "correct a ballot")),
            Map.entry(
                    "correct-proclamation", new Bilingual("rettifica di una proclamazione", "correct a proclamation")),
            Map.entry("correct-statement", new Bilingual("rettifica di una dichiarazione", "correct a statement")));

    private Proposals() {}

    /** The act that a command's name stands for; the name itself where none is known by it. */
    public static Bilingual of(String command) {
        return ACTS.getOrDefault(command, new Bilingual(command, command));
    }
}

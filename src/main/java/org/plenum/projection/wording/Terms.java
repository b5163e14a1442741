package org.plenum.projection.wording;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Conclusion;
import org.plenum.vocabulary.DeclaredOutcome;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.SessionStage;
import org.plenum.vocabulary.Words;

/** The domain's terms as minutes write them. */
public final class Terms {
    private static final Map<String, Bilingual> WORDS = Map.ofEntries(
            Map.entry("for", of(Choice.Stance.FOR)),
            Map.entry("against", of(Choice.Stance.AGAINST)),
            Map.entry("abstain", of(Choice.Stance.ABSTAIN)),
            Map.entry("blank", of(Choice.Stance.BLANK)),
            Map.entry("void", of(Choice.Stance.VOID)),
            Map.entry("carried", of(Outcome.CARRIED)),
            Map.entry("rejected", of(Outcome.REJECTED)),
            Map.entry("no-quorum", of(Outcome.NO_QUORUM)),
            Map.entry("undetermined", of(Outcome.UNDETERMINED)),
            Map.entry("unanimous", of(DeclaredOutcome.UNANIMOUS)),
            Map.entry("convened", new Bilingual("non ancora aperta", "not open yet")),
            Map.entry("open", of(SessionStage.OPEN)),
            Map.entry("suspended", of(SessionStage.SUSPENDED)),
            Map.entry("closed", of(SessionStage.CLOSED)),
            Map.entry("deserted", of(SessionStage.DESERTED)),
            Map.entry("adjourned", of(SessionStage.ADJOURNED)),
            Map.entry("present", new Bilingual("presente", "present")),
            Map.entry("absent", new Bilingual("assente", "absent")));

    private Terms() {}

    /** What a ballot says. */
    public static Bilingual of(Choice choice) {
        return switch (choice) {
            case Choice.Stance.FOR -> new Bilingual("favorevole", "for");
            case Choice.Stance.AGAINST -> new Bilingual("contrario", "against");
            case Choice.Stance.ABSTAIN -> new Bilingual("astenuto", "abstention");
            case Choice.Stance.BLANK -> new Bilingual("scheda bianca", "blank ballot");
            case Choice.Stance.VOID -> new Bilingual("scheda nulla", "void ballot");
            case Choice.Preferences preferences -> new Bilingual(Words.of(preferences), Words.of(preferences));
        };
    }

    /** What became of a question. */
    public static Bilingual of(Outcome outcome) {
        return switch (outcome) {
            case CARRIED -> new Bilingual("approvata", "carried");
            case REJECTED -> new Bilingual("respinta", "rejected");
            case NO_QUORUM -> new Bilingual("manca il numero legale", "no quorum");
            case UNDETERMINED -> new Bilingual("esito non determinabile", "undetermined");
        };
    }

    /** What minutes say became of it. */
    public static Bilingual of(DeclaredOutcome outcome) {
        return switch (outcome) {
            case CARRIED -> of(Outcome.CARRIED);
            case REJECTED -> of(Outcome.REJECTED);
            case NO_QUORUM -> of(Outcome.NO_QUORUM);
            case UNANIMOUS -> new Bilingual("approvata all'unanimità", "carried unanimously");
        };
    }

    /** How a seat is present. */
    public static Bilingual of(Mode mode) {
        return switch (mode) {
            case IN_PERSON -> new Bilingual("in presenza", "in person");
            case REMOTE -> new Bilingual("a distanza", "remotely");
            case NOT_STATED -> new Bilingual("modalità non indicata", "mode not stated");
        };
    }

    /** How the assembly votes. */
    public static Bilingual of(Method method) {
        return switch (method) {
            case SHOW_OF_HANDS -> new Bilingual("per alzata di mano", "by show of hands");
            case ROLL_CALL -> new Bilingual("per appello nominale", "by roll call");
            case ELECTRONIC -> new Bilingual("con voto elettronico", "electronically");
            case ACCLAMATION -> new Bilingual("per acclamazione", "by acclamation");
            case SECRET -> new Bilingual("a scrutinio segreto", "by secret ballot");
        };
    }

    /** How an item ends without a vote. */
    public static Bilingual of(Conclusion conclusion) {
        return switch (conclusion) {
            case WITHDRAWN -> new Bilingual("ritirato", "withdrawn");
            case POSTPONED -> new Bilingual("rinviato", "postponed");
            case NOTED -> new Bilingual("presa d'atto", "noted");
        };
    }

    /** What a vote came to that is one of several: the question itself may still be open. */
    public static Bilingual ofStage(Outcome outcome) {
        return switch (outcome) {
            case CARRIED -> new Bilingual("maggioranza raggiunta", "majority reached");
            case REJECTED -> new Bilingual("maggioranza non raggiunta", "majority not reached");
            case NO_QUORUM, UNDETERMINED -> of(outcome);
        };
    }

    /** A calendar term: "30 giorni", "1 anno e 6 mesi". */
    public static Bilingual of(Period term) {
        var it = new ArrayList<String>();
        var en = new ArrayList<String>();
        part(term.getYears(), "anno", "anni", "year", it, en);
        part(term.getMonths(), "mese", "mesi", "month", it, en);
        part(term.getDays(), "giorno", "giorni", "day", it, en);
        return new Bilingual(Lists.it(it), Lists.en(en));
    }

    private static void part(int count, String one, String more, String english, List<String> it, List<String> en) {
        if (count != 0) {
            it.add(count + " " + (count == 1 ? one : more));
            en.add(count + " " + english + (count == 1 ? "" : "s"));
        }
    }

    /** Where a session stands. */
    public static Bilingual of(SessionStage stage) {
        return switch (stage) {
            case CONVENED -> new Bilingual("convocata", "convened");
            case OPEN -> new Bilingual("aperta", "open");
            case SUSPENDED -> new Bilingual("sospesa", "suspended");
            case CLOSED -> new Bilingual("chiusa", "closed");
            case DESERTED -> new Bilingual("deserta", "deserted");
            case ADJOURNED -> new Bilingual("aggiornata", "adjourned");
        };
    }

    /** A word as findings have it; one that is no term, such as a number, stays as it is. */
    static Bilingual ofWord(String word) {
        var position = word.startsWith("position ") ? word.substring("position ".length()) : null;
        if (position != null) {
            return new Bilingual("posizione " + position, "position " + position);
        }
        var after = word.startsWith("not before position ") ? word.substring("not before position ".length()) : null;
        if (after != null) {
            return new Bilingual("posizione " + after, "position " + after);
        }
        return WORDS.getOrDefault(word, new Bilingual(word, word));
    }
}

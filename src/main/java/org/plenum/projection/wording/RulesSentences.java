package org.plenum.projection.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;

/** Rules of procedure told whole: every setting as one sentence that a member of the assembly understands. */
public final class RulesSentences {
    /**
     * A sentence about one setting.
     *
     * @param usual whether it says what holds where nothing is stated
     * @param main whether nobody can do without knowing it: what a session needs, and what carries a question
     */
    public record Line(Bilingual sentence, boolean usual, boolean main) {}

    private static final Map<String, Bilingual> KINDS = Map.of(
            "budget",
            new Bilingual("di bilancio", "the budget"),
            RulesOfProcedure.PROCEDURAL,
            new Bilingual("procedurali", "procedure"));

    private final RulesOfProcedure rules;
    private final RulesOfProcedure usual = RulesOfProcedure.defaults();
    private final List<Line> lines = new ArrayList<>();

    private RulesSentences(RulesOfProcedure rules) {
        this.rules = rules;
    }

    /** Every setting, in the order in which a session meets them. */
    public static List<Line> of(RulesOfProcedure rules) {
        var sentences = new RulesSentences(rules);
        sentences.quorum();
        sentences.majority();
        sentences.attendance();
        sentences.conduct();
        return List.copyOf(sentences.lines);
    }

    private void say(boolean isUsual, String it, String en) {
        lines.add(new Line(new Bilingual(it, en), isUsual, false));
    }

    private void sayFirst(boolean isUsual, String it, String en) {
        lines.add(new Line(new Bilingual(it, en), isUsual, true));
    }

    private void say(boolean setting, boolean usual, Bilingual where, Bilingual whereNot) {
        lines.add(new Line(setting ? where : whereNot, setting == usual, false));
    }

    // ---- presence

    private void quorum() {
        calls(rules.quorum(), rules.quorum().equals(usual.quorum()), "", "");
        rules.quorumByKind().forEach((kind, calls) -> {
            var words = KINDS.get(kind);
            calls(
                    calls,
                    false,
                    " per i punti " + (words == null ? "di tipo «" + kind + "»" : words.it()),
                    " for items of " + (words == null ? "kind “" + kind + "”" : words.en()));
        });
        offices(rules.outOfBase(), "non si contano tra i componenti", "are left out of the seats counted");
        offices(rules.outOfPresence(), "non si contano tra i presenti", "are not counted as present");
        var counts = rules.quorumCounts();
        var before = usual.quorumCounts();
        counted(counts.remote(), before.remote(), "chi partecipa da remoto", "those attending remotely");
        counted(counts.proxied(), before.proxied(), "chi è rappresentato per delega", "those represented by proxy");
        counted(counts.recused(), before.recused(), "chi si astiene per obbligo", "those recused");
        counted(counts.declined(), before.declined(), "i presenti non votanti", "those present and not voting");
        switch (rules.quorumMeasured()) {
            case CONTINUOUSLY ->
                say(true, "Il numero legale deve esserci a ogni votazione.", "The quorum must be there at every vote.");
            case WHEN_VERIFIED ->
                say(
                        false,
                        "Il numero legale si presume finché una verifica non trova che manca.",
                        "The quorum is presumed until somebody has it verified and it is found missing.");
        }
        say(
                rules.proceduralExempt(),
                usual.proceduralExempt(),
                new Bilingual(
                        "Le mozioni procedurali si votano anche senza numero legale.",
                        "Procedural motions may be voted without a quorum."),
                new Bilingual(
                        "Anche le mozioni procedurali richiedono il numero legale.",
                        "Procedural motions need the quorum too."));
        var minutes = rules.grace().toMinutes();
        say(
                rules.grace().equals(usual.grace()),
                minutes == 0
                        ? "La seduta può essere dichiarata deserta dall'ora prevista."
                        : "La seduta può essere dichiarata deserta dopo " + minutes + " minuti dall'ora prevista.",
                minutes == 0
                        ? "A session may be found deserted from the scheduled time on."
                        : "A session may be found deserted " + minutes + " minutes after the scheduled time.");
    }

    private void calls(SortedMap<Integer, Rule> calls, boolean isUsual, String it, String en) {
        var only = calls.size() == 1 && calls.containsKey(1);
        calls.forEach((call, rule) -> {
            var words = RuleSentences.quorum(rule);
            sayFirst(
                    isUsual,
                    "Numero legale" + it + (only ? "" : ", " + ordinal(call).it()) + ": " + words.it() + ".",
                    "Quorum" + en + (only ? "" : ", " + ordinal(call).en()) + ": " + words.en() + ".");
        });
    }

    /** A call by its number, with all that follow where it stands last. */
    private static Bilingual ordinal(int call) {
        return switch (call) {
            case 1 -> new Bilingual("prima convocazione", "first call");
            case 2 -> new Bilingual("seconda convocazione", "second call");
            case 3 -> new Bilingual("terza convocazione", "third call");
            default -> new Bilingual(call + "ª convocazione", "call " + call);
        };
    }

    private void offices(SortedSet<String> offices, String it, String en) {
        if (!offices.isEmpty()) {
            var names = List.copyOf(offices);
            say(
                    false,
                    "Per il numero legale, i componenti con carica " + Lists.it(names) + " " + it + ".",
                    "For the quorum, seats with the office " + Lists.en(names) + " " + en + ".");
        }
    }

    private void counted(boolean counts, boolean usual, String it, String en) {
        var plural = it.startsWith("i ");
        say(
                counts == usual,
                "Per il numero legale " + it + (counts ? " " : " non ") + (plural ? "contano." : "conta."),
                "For the quorum, " + en + (counts ? " count." : " do not count."));
    }

    // ---- what carries

    private void majority() {
        var words = RuleSentences.majority(rules.majority());
        sayFirst(
                rules.majority().equals(usual.majority()),
                "Una proposta è approvata con: " + words.it() + ".",
                "A question is carried by: " + words.en() + ".");
        say(
                rules.blankAndVoidCount(),
                usual.blankAndVoidCount(),
                new Bilingual(
                        "Le schede bianche e nulle contano tra i votanti.", "Blank and void ballots count as ballots."),
                new Bilingual(
                        "Le schede bianche e nulle non contano tra i votanti.",
                        "Blank and void ballots do not count as ballots."));
        say(
                rules.castingVote(),
                usual.castingVote(),
                new Bilingual("In caso di parità prevale il voto del presidente.", "The chair's vote decides a tie."),
                new Bilingual("In caso di parità la proposta è respinta.", "A tie is not carried."));
    }

    // ---- who attends, and how

    private void attendance() {
        say(
                rules.remote(),
                usual.remote(),
                new Bilingual("Si può partecipare da remoto.", "Seats may attend remotely."),
                new Bilingual("Non si può partecipare da remoto.", "Seats may not attend remotely."));
        var most = rules.proxiesPerHolder();
        say(
                most == usual.proxiesPerHolder(),
                switch (most) {
                    case 0 -> "Non sono ammesse deleghe di voto.";
                    case 1 -> "Ciascuno può portare una sola delega di voto.";
                    default -> "Ciascuno può portare fino a " + most + " deleghe di voto.";
                },
                switch (most) {
                    case 0 -> "There are no proxies.";
                    case 1 -> "Each seat may hold one proxy.";
                    default -> "Each seat may hold up to " + most + " proxies.";
                });
        say(
                rules.onePersonManySeats(),
                usual.onePersonManySeats(),
                new Bilingual("Una persona può rappresentare più componenti.", "One person may act for several seats."),
                new Bilingual("Una persona rappresenta un solo componente.", "One person acts for one seat only."));
    }

    // ---- how votes go

    private void conduct() {
        say(
                rules.ballotChange(),
                usual.ballotChange(),
                new Bilingual(
                        "Il voto palese si può cambiare fino alla chiusura.",
                        "A ballot that is not secret may be changed before closing."),
                new Bilingual("Il voto dato non si cambia.", "A ballot once cast is not changed."));
        say(
                rules.newcomersVote(),
                usual.newcomersVote(),
                new Bilingual(
                        "Chi arriva a votazione aperta può votare.", "Those who arrive during a vote may vote in it."),
                new Bilingual(
                        "Chi arriva a votazione aperta non vota.",
                        "Those who arrive during a vote do not vote in it."));
        say(
                rules.recusedLeave(),
                usual.recusedLeave(),
                new Bilingual("Chi si astiene per obbligo lascia l'aula.", "The recused leave the room."),
                new Bilingual("Chi si astiene per obbligo può restare in aula.", "The recused may stay in the room."));
        switch (rules.runningChoices()) {
            case HIDDEN ->
                say(
                        true,
                        "Finché si vota nessuno vede come hanno votato gli altri.",
                        "While a vote is open, nobody sees how others voted.");
            case OFFICERS ->
                say(
                        false,
                        "Finché si vota solo presidente e verbalizzante vedono i voti palesi.",
                        "While a vote is open, chair and clerk see ballots that are not secret.");
            case EVERYONE ->
                say(
                        false,
                        "Finché si vota tutti vedono i voti palesi.",
                        "While a vote is open, everyone sees ballots that are not secret.");
        }
        if (rules.twoPersons().isEmpty()) {
            say(
                    true,
                    "Nessun atto richiede la conferma di una seconda persona.",
                    "No act needs a second person's confirmation.");
        } else {
            var names = List.copyOf(rules.twoPersons());
            say(
                    false,
                    "Richiedono la conferma di una seconda persona: " + Lists.it(names) + ".",
                    "A second person must confirm: " + Lists.en(names) + ".");
        }
    }
}

package org.plenum.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plenum.vocabulary.RulesOfProcedure;

/**
 * The commands that rules may leave to two persons, by the names under which rules list them: "annul-vote", or as people
 * say it, "annul vote", "AnnulVote", "annul". What single seats do, and who is there, is never left to two.
 */
public final class TwoPersons {
    private static final Map<String, Class<? extends SessionCommand>> COMMANDS = new LinkedHashMap<>();

    private static final Map<String, List<String>> SAID_OTHERWISE = Map.ofEntries(
            Map.entry("suspend", List.of("suspend-session")),
            Map.entry("resume", List.of("resume-session")),
            Map.entry("adjourn", List.of("adjourn-session")),
            Map.entry("adjourn-to", List.of("adjourn-session")),
            Map.entry("desert", List.of("declare-deserted")),
            Map.entry("annul", List.of("annul-vote")),
            Map.entry("amend-agenda-or-its-order", List.of("amend-agenda")),
            Map.entry("close-to-the-public", List.of("close-to-public")),
            Map.entry("reopen", List.of("reopen-to-public")),
            Map.entry(
                    "correct",
                    List.of("correct-attendance", "correct-ballot", "correct-proclamation", "correct-statement")));

    static {
        for (var command : List.of(
                SessionCommand.OpenSession.class,
                SessionCommand.SuspendSession.class,
                SessionCommand.ResumeSession.class,
                SessionCommand.AdjournSession.class,
                SessionCommand.DeclareDeserted.class,
                SessionCommand.CloseSession.class,
                SessionCommand.HandOverChair.class,
                SessionCommand.ReplaceClerk.class,
                SessionCommand.CloseToPublic.class,
                SessionCommand.ReopenToPublic.class,
                SessionCommand.TakeUpItem.class,
                SessionCommand.ConcludeItem.class,
                SessionCommand.AmendAgenda.class,
                SessionCommand.ApproveMinutes.class,
                SessionCommand.OpenVote.class,
                SessionCommand.OpenElection.class,
                SessionCommand.OpenRound.class,
                SessionCommand.RecordLot.class,
                SessionCommand.CloseVote.class,
                SessionCommand.Proclaim.class,
                SessionCommand.AnnulVote.class,
                SessionCommand.CorrectAttendance.class,
                SessionCommand.CorrectBallot.class,
                SessionCommand.CorrectProclamation.class,
                SessionCommand.CorrectStatement.class)) {
            COMMANDS.put(nameOf(command), command);
        }
    }

    private TwoPersons() {}

    /** The names of all commands that may be left to two persons. */
    public static List<String> names() {
        return List.copyOf(COMMANDS.keySet());
    }

    /** The type of a command by its name. */
    public static Optional<Class<? extends SessionCommand>> typeOf(String name) {
        return Optional.ofNullable(COMMANDS.get(name));
    }

    /** Whether rules may leave commands of a type to two persons. */
    public static boolean mayBe(Class<? extends Command> type) {
        return COMMANDS.containsValue(type);
    }

    /** A command's name. */
    public static String nameOf(SessionCommand command) {
        return nameOf(command.getClass());
    }

    private static String nameOf(Class<? extends SessionCommand> type) {
        return kebab(type.getSimpleName());
    }

    /** Whether these rules leave a command to two persons. */
    public static boolean ask(RulesOfProcedure rules, SessionCommand command) {
        return !rules.twoPersons().isEmpty()
                && rules.twoPersons().stream().anyMatch(said -> meant(said).contains(nameOf(command)));
    }

    /** What rules list that is no such command. */
    public static List<String> unknown(RulesOfProcedure rules) {
        var unknown = new ArrayList<String>();
        for (var said : rules.twoPersons()) {
            if (!COMMANDS.keySet().containsAll(meant(said))) {
                unknown.add(said);
            }
        }
        return unknown;
    }

    private static List<String> meant(String said) {
        var name = kebab(said);
        return SAID_OTHERWISE.getOrDefault(name, List.of(name));
    }

    private static String kebab(String said) {
        return said.strip()
                .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", "-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]+", "-");
    }
}

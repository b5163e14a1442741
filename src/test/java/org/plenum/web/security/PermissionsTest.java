package org.plenum.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenum.command.AssemblyCommand;
import org.plenum.command.Command;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.CastBallot;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.Words;

class PermissionsTest {
    private static final AssemblyId HERE = new AssemblyId("here");
    private static final SeatId OWN = new SeatId("own");
    private static final SeatId OTHER = new SeatId("other");

    @Test
    void everyCommandHasItsRow() {
        var all = Stream.of(AssemblyCommand.class, SessionCommand.class)
                .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
                .collect(Collectors.toSet());
        assertThat(Permissions.table().keySet()).isEqualTo(all);
    }

    @Test
    void theDocumentShowsTheTableAsItIs() throws IOException {
        var shown = new LinkedHashMap<String, List<String>>();
        for (var line : Files.readAllLines(Path.of("docs/security.md"))) {
            if (line.startsWith("| `")
                    && line.chars().filter(each -> each == '|').count() == Role.values().length + 2) {
                var cells = Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                        .map(String::strip)
                        .toList();
                shown.put(cells.getFirst().replace("`", ""), cells.subList(1, cells.size()));
            }
        }
        var table = new LinkedHashMap<String, List<String>>();
        Permissions.table()
                .forEach((command, row) -> table.put(
                        command.getSimpleName(),
                        Arrays.stream(Role.values())
                                .map(role -> word(row.getOrDefault(role, Grant.NO)))
                                .toList()));
        for (var deed : Deed.values()) {
            table.put(
                    Words.of(deed),
                    Arrays.stream(Role.values())
                            .map(role -> deed.isOf(role) ? "yes" : "")
                            .toList());
        }
        assertThat(shown).isEqualTo(table);
    }

    private static String word(Grant grant) {
        return switch (grant) {
            case NO -> "";
            case OWN -> "own seat";
            case YES -> "yes";
        };
    }

    record Cell(Class<? extends Command> command, Role role, Grant grant) {
        @Override
        public String toString() {
            return role.word() + ": " + command.getSimpleName() + " "
                    + grant.name().toLowerCase(Locale.ROOT);
        }
    }

    static List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        Permissions.table()
                .forEach((command, row) -> row.forEach((role, grant) -> cells.add(new Cell(command, role, grant))));
        return cells;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void eachCellIsWhatDecides(Cell cell) throws ReflectiveOperationException {
        var person = person(cell.role());
        assertThat(Permissions.allow(person, sample(cell.command(), OWN), HERE)).isEqualTo(cell.grant() != Grant.NO);
        assertThat(Permissions.allow(person, sample(cell.command(), OTHER), HERE))
                .isEqualTo(cell.grant() == Grant.YES);
        assertThat(Permissions.mayEver(person, cell.command())).isEqualTo(cell.grant() != Grant.NO);
    }

    @Test
    void aSeatIsOnesOwnInItsOwnAssemblyOnly() {
        var ballot = new CastBallot(new SessionId("s"), new VoteId("v"), OWN, Choice.Stance.FOR);
        assertThat(Permissions.allow(person(Role.DELEGATE), ballot, HERE)).isTrue();
        assertThat(Permissions.allow(person(Role.DELEGATE), ballot, new AssemblyId("elsewhere")))
                .isFalse();
        assertThat(Permissions.allow(person(Role.DELEGATE), ballot, null)).isFalse();
    }

    @Test
    void whoHasSeveralRolesMayWhatAnyOfThemMay() {
        var both = new Person(new Actor("both"), "both", Set.of(Role.READER, Role.CLERK), Set.of());
        assertThat(Permissions.mayEver(both, CastBallot.class)).isTrue();
        var none = new Person(new Actor("none"), "none", Set.of(), Set.of());
        Permissions.table()
                .keySet()
                .forEach(command ->
                        assertThat(Permissions.mayEver(none, command)).isFalse());
    }

    private static Person person(Role role) {
        return new Person(new Actor("somebody"), "somebody", Set.of(role), Set.of(new SeatBinding(HERE, OWN)));
    }

    /** A command of that type that speaks of a seat wherever it can, and of nothing else. */
    private static Command sample(Class<? extends Command> type, SeatId seat) throws ReflectiveOperationException {
        var parts = type.getRecordComponents();
        var values = Arrays.stream(parts).map(part -> value(part, seat)).toArray();
        var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = type.getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }

    private static Object value(RecordComponent part, SeatId seat) {
        var type = part.getType();
        if (type == SeatId.class) {
            return seat;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == List.class) {
            return List.of();
        }
        return type == Map.class ? Map.of() : null;
    }
}

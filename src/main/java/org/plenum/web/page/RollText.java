package org.plenum.web.page;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;

/**
 * A roll as people have it: one seat a line, or the cells of a table separated by tabulators, semicolons or commas. A
 * heading says what its columns are; without one they are name, delegate, weight, population and office, or name, weight,
 * population and office where all second cells are numbers.
 */
final class RollText {
    /** What is wrong in a line. */
    record Fault(int line, String what, String value) {}

    /** The seats read, and what is wrong; the seats count only where nothing is. */
    record Read(List<Seat> seats, List<Fault> faults) {}

    private record Row(int line, List<String> cells) {}

    private static final List<String> USUAL = List.of("name", "delegate", "weight", "population", "office");
    private static final List<String> NUMBERS = List.of("name", "weight", "population", "office");
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.,'\u00a0\u202f ]*");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final List<Seat> seats = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> taken;
    private final int before;

    private RollText(List<String> taken) {
        this.taken = new ArrayList<>(taken);
        this.before = taken.size();
    }

    /** The text of a file, which spreadsheets write in UTF-8 or in the old encoding of Windows. */
    static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }

    static Read read(String text) {
        return read(text, List.of());
    }

    /** Reads seats that come to others, whose identifiers are taken. */
    static Read read(String text, List<String> taken) {
        var roll = new RollText(taken);
        roll.rows(rows(text));
        if (roll.seats.isEmpty() && roll.faults.isEmpty()) {
            roll.faults.add(new Fault(1, "empty", ""));
        }
        return new Read(List.copyOf(roll.seats), List.copyOf(roll.faults));
    }

    private static List<Row> rows(String text) {
        var plain = text.replace("\uFEFF", "");
        var separator = plain.indexOf('\t') >= 0 ? '\t' : plain.indexOf(';') >= 0 ? ';' : ',';
        var rows = new ArrayList<Row>();
        var number = 0;
        for (var line : plain.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                rows.add(new Row(number, cells(line, separator)));
            }
        }
        return rows;
    }

    private void rows(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        if (isHeading(rows.getFirst().cells())) {
            var columns = rows.getFirst().cells().stream().map(RollText::column).toList();
            rows.stream().skip(1).forEach(row -> take(row, columns));
            return;
        }
        var numbers = rows.stream()
                .allMatch(row -> row.cells().size() > 1
                        && NUMBER.matcher(row.cells().get(1).strip()).matches());
        rows.forEach(row -> take(row, numbers ? NUMBERS : USUAL));
    }

    private void take(Row row, List<String> columns) {
        var name = cell(row, columns, "name");
        if (name == null) {
            faults.add(
                    new Fault(row.line(), "name", String.join(" ", row.cells()).strip()));
            return;
        }
        var id = Slugs.of(name, taken);
        taken.add(id);
        var weight = cell(row, columns, "weight");
        var population = cell(row, columns, "population");
        var delegate = cell(row, columns, "delegate");
        var votes = cell(row, columns, "votes");
        try {
            seats.add(new Seat(
                    new SeatId(id),
                    name,
                    before + seats.size() + 1,
                    weight == null ? BigDecimal.ONE : decimal(weight),
                    population == null ? null : whole(population),
                    cell(row, columns, "office"),
                    votes == null || votes(row, votes),
                    delegate == null ? null : new Delegate(delegate, cell(row, columns, "role"), null)));
        } catch (NumberFormatException notANumber) {
            faults.add(new Fault(row.line(), "number", String.join(" ", row.cells())));
        } catch (Malformed malformed) {
            faults.add(new Fault(row.line(), "value", malformed.value()));
        }
    }

    /** A decimal as Italian or English writes it: 125,3 and 1.250,5 and 125.3. */
    static BigDecimal decimal(String typed) {
        var digits = typed.replaceAll("['\u00a0\u202f ]", "");
        return new BigDecimal(digits.indexOf(',') >= 0 ? digits.replace(".", "").replace(',', '.') : digits);
    }

    /** A whole number as Italian or English writes it: 83.445.000 and 83,445,000. */
    static Long whole(String typed) {
        return Long.valueOf(typed.replaceAll("[.,'\u00a0\u202f ]", ""));
    }

    private boolean votes(Row row, String typed) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "sì", "si", "s", "true", "1", "x" -> true;
            case "no", "n", "false", "0" -> false;
            default -> {
                faults.add(new Fault(row.line(), "votes", typed));
                yield true;
            }
        };
    }

    /** Whether a line names columns: one is the name, and every other that is not empty is known or at least no number. */
    private static boolean isHeading(List<String> cells) {
        return cells.stream().anyMatch(cell -> column(cell).equals("name"))
                && cells.stream().noneMatch(cell -> NUMBER.matcher(cell.strip()).matches());
    }

    private static String column(String heading) {
        return switch (heading.strip().toLowerCase(Locale.ROOT)) {
            case "name",
                    "nome",
                    "seat",
                    "ente",
                    "componente",
                    "consigliere",
                    "comune",
                    "condomino",
                    "socio",
                    "member",
                    "state",
                    "stato",
                    "denominazione",
                    "nominativo" -> "name";
            case "delegate", "delegato", "rappresentante", "person", "persona", "sindaco" -> "delegate";
            case "role", "ruolo", "qualifica" -> "role";
            case "weight", "peso", "millesimi", "quota", "quote", "azioni", "shares", "voti" -> "weight";
            case "population", "popolazione", "abitanti", "residenti", "inhabitants" -> "population";
            case "office", "carica" -> "office";
            case "votes", "vota", "diritto di voto", "voto" -> "votes";
            default -> "";
        };
    }

    private static @Nullable String cell(Row row, List<String> columns, String column) {
        var index = columns.indexOf(column);
        if (index < 0 || index >= row.cells().size()) {
            return null;
        }
        var cell = row.cells().get(index).strip();
        return cell.isEmpty() ? null : cell;
    }

    /** The cells of a line; a cell in quotation marks may hold separators, and a doubled mark stands for one. */
    static List<String> cells(String line, char separator) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}

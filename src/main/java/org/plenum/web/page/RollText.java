package org.plenum.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;

/**
 * A roll as people have it: one seat a line, or the cells of a table separated by comma, semicolon or tabulator. The cells
 * are name, delegate, weight, population, office; a heading that names them may put them in another order.
 */
final class RollText {
    /** What is wrong in a line. */
    record Fault(int line, String what, String value) {}

    /** The seats read, and what is wrong; the seats count only where nothing is. */
    record Read(List<Seat> seats, List<Fault> faults) {}

    private static final List<String> USUAL = List.of("name", "delegate", "weight", "population", "office");

    private RollText() {}

    static Read read(String text) {
        var seats = new ArrayList<Seat>();
        var faults = new ArrayList<Fault>();
        var taken = new ArrayList<String>();
        var columns = USUAL;
        var number = 0;
        for (var line : text.replace("\uFEFF", "").lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var cells = cells(line);
            if (seats.isEmpty() && taken.isEmpty() && isHeading(cells)) {
                columns = cells.stream().map(RollText::column).toList();
                continue;
            }
            var name = cell(cells, columns, "name");
            if (name == null) {
                faults.add(new Fault(number, "name", line.strip()));
                continue;
            }
            var id = Slugs.of(name, taken);
            taken.add(id);
            seat(id, name, cells, columns, number, seats, faults);
        }
        if (seats.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(1, "empty", ""));
        }
        return new Read(List.copyOf(seats), List.copyOf(faults));
    }

    private static void seat(
            String id,
            String name,
            List<String> cells,
            List<String> columns,
            int line,
            List<Seat> seats,
            List<Fault> faults) {
        var weight = cell(cells, columns, "weight");
        var population = cell(cells, columns, "population");
        var delegate = cell(cells, columns, "delegate");
        try {
            seats.add(new Seat(
                    new SeatId(id),
                    name,
                    seats.size() + 1,
                    weight == null ? BigDecimal.ONE : new BigDecimal(weight.replace(',', '.')),
                    population == null ? null : Long.valueOf(population.replace(".", "")),
                    cell(cells, columns, "office"),
                    true,
                    delegate == null ? null : Delegate.named(delegate)));
        } catch (NumberFormatException notANumber) {
            faults.add(new Fault(line, "number", String.join(" ", cells)));
        } catch (Malformed malformed) {
            faults.add(new Fault(line, "value", malformed.value()));
        }
    }

    private static boolean isHeading(List<String> cells) {
        return cells.stream().anyMatch(cell -> column(cell).equals("name"));
    }

    private static String column(String heading) {
        return switch (heading.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "name", "nome", "seat", "ente", "componente", "consigliere", "comune" -> "name";
            case "delegate", "delegato", "rappresentante", "person" -> "delegate";
            case "weight", "peso", "millesimi", "quota", "voti" -> "weight";
            case "population", "popolazione", "abitanti" -> "population";
            case "office", "carica" -> "office";
            default -> "";
        };
    }

    private static @Nullable String cell(List<String> cells, List<String> columns, String column) {
        var index = columns.indexOf(column);
        if (index < 0 || index >= cells.size()) {
            return null;
        }
        var cell = cells.get(index).strip();
        return cell.isEmpty() ? null : cell;
    }

    /** The cells of a line; a cell in quotation marks may hold separators, and a doubled mark stands for one. */
    static List<String> cells(String line) {
        var separator = line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 ? ';' : ',';
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

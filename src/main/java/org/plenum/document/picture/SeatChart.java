package org.plenum.document.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The seats with what each did: a semicircle like the hall's, or a grid where there are too many for one. */
public record SeatChart(List<Place> places, Caption caption) {
    private static final int MOST_IN_SEMICIRCLE = 120;
    private static final int MOST_WITH_NAMES = 42;
    private static final double WIDTH = 1000;
    private static final double MIDDLE = 500;
    /** How wide a letter is against its height, on average and a little more. */
    private static final double LETTER = 0.54;

    private static final double LINE = 1.12;
    private static final double SMALLEST = 13;
    private static final double LARGEST = 23;
    private static final String INK = "#17324d";

    /**
     * One seat.
     *
     * @param label a name that stands under the sign, on two lines if need be
     * @param title what it is and did, in words
     */
    public record Place(Sign sign, String label, String title) {}

    private record Point(double x, double y, double angle) {}

    /** Keeps its own copy of the places. */
    public SeatChart {
        places = List.copyOf(places);
    }

    /** Draws it. */
    public String draw() {
        return places.size() <= MOST_IN_SEMICIRCLE ? semicircle() : grid();
    }

    private String semicircle() {
        var n = places.size();
        var named = n <= MOST_WITH_NAMES;
        var rows = rowsFor(n);
        var outer = named ? 425.0 : 440.0;
        var inner = rows == 1 ? outer : outer * (rows == 2 ? 0.52 : rows == 3 ? 0.48 : named ? 0.36 : 0.42);
        var total = 0.0;
        for (var row = 0; row < rows; row++) {
            total += radius(row, rows, inner, outer);
        }
        var points = new ArrayList<Point>();
        var between = WIDTH;
        var placed = 0;
        for (var row = 0; row < rows; row++) {
            var radius = radius(row, rows, inner, outer);
            var inRow = row == rows - 1 ? n - placed : (int) Math.round(n * radius / total);
            inRow = Math.min(inRow, n - placed);
            placed += inRow;
            for (var i = 0; i < inRow; i++) {
                // From left to right; a lone seat stands in the middle.
                var angle = inRow == 1 ? Math.PI / 2 : Math.PI - Math.PI * i / (inRow - 1);
                points.add(new Point(MIDDLE + radius * Math.cos(angle), MIDDLE - radius * Math.sin(angle), angle));
            }
            if (inRow > 1) {
                between = Math.min(between, 2 * radius * Math.sin(Math.PI / (inRow - 1) / 2));
            }
        }
        points.sort(Comparator.comparingDouble(Point::angle).reversed());
        var room = Math.min(between, 2 * (MIDDLE - outer)) - 6;
        var letters = named ? letterSize(room) : 0;
        var size = Math.min(34, 0.40 * Math.PI * (inner + outer) / 2 * rows / Math.max(1, n));
        if (named && rows > 1) {
            size = Math.min(size, ((outer - inner) / (rows - 1) - 2 * LINE * letters - 10) / 2);
        }
        var svg = new Svg("seats", WIDTH, MIDDLE + size + (named ? 2 * LINE * letters + 10 : 16), caption);
        for (var i = 0; i < n; i++) {
            var point = points.get(i);
            svg.open("g", "class", places.get(i).sign().cssClass());
            place(svg, places.get(i), point.x(), point.y(), size);
            if (named) {
                name(svg, places.get(i).label(), point.x(), point.y() + size + LINE * letters, letters, room);
            }
            svg.close("g");
        }
        return svg.finish();
    }

    private static int rowsFor(int seats) {
        return seats <= 9 ? 1 : seats <= 20 ? 2 : seats <= 30 ? 3 : seats <= 60 ? 4 : 5;
    }

    private static double radius(int row, int rows, double inner, double outer) {
        return rows == 1 ? outer : inner + (outer - inner) * row / (rows - 1);
    }

    /** The largest letters in which all names fit on two lines. */
    private double letterSize(double room) {
        for (var letters = LARGEST; letters > SMALLEST; letters--) {
            var most = lettersIn(room, letters);
            if (places.stream().allMatch(place -> longest(inTwo(place.label())) <= most)) {
                return letters;
            }
        }
        return SMALLEST;
    }

    private static int lettersIn(double room, double letters) {
        return (int) (room / (letters * LETTER));
    }

    private static int longest(List<String> lines) {
        return lines.stream().mapToInt(String::length).max().orElse(0);
    }

    /** A name on one line if it is short, else broken where its halves are most alike. */
    private static List<String> inTwo(String name) {
        var best = List.of(name);
        if (name.length() <= 9) {
            return best;
        }
        for (var at = name.indexOf(' '); at >= 0; at = name.indexOf(' ', at + 1)) {
            var halves = List.of(name.substring(0, at), name.substring(at + 1));
            if (longest(halves) < longest(best)) {
                best = halves;
            }
        }
        return best;
    }

    private static void name(Svg svg, String name, double x, double y, double letters, double room) {
        var most = lettersIn(room, letters);
        var lines = inTwo(name);
        for (var i = 0; i < lines.size(); i++) {
            svg.words(
                    "text",
                    cut(lines.get(i), most),
                    "x",
                    x,
                    "y",
                    y + i * LINE * letters,
                    "text-anchor",
                    "middle",
                    "font-size",
                    letters,
                    "fill",
                    INK,
                    "class",
                    "label");
        }
    }

    private static String cut(String line, int most) {
        return line.length() <= most
                ? line
                : line.substring(0, Math.max(1, most - 1)).strip() + "…";
    }

    private String grid() {
        var n = places.size();
        var columns = (int) Math.ceil(Math.sqrt(n * 2.0));
        var step = WIDTH / columns;
        var rows = (n + columns - 1) / columns;
        var svg = new Svg("seats", WIDTH, rows * step, caption);
        for (var i = 0; i < n; i++) {
            var row = i / columns;
            svg.open("g", "class", places.get(i).sign().cssClass());
            place(svg, places.get(i), (i - row * columns + 0.5) * step, (row + 0.5) * step, step * 0.4);
            svg.close("g");
        }
        return svg.finish();
    }

    private static void place(Svg svg, Place place, double x, double y, double r) {
        svg.words("title", place.title());
        place.sign().draw(svg, x, y, r);
    }
}

package org.plenum.document.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The seats with what each did: a semicircle like the hall's, or a grid where there are too many for one. */
public record SeatChart(List<Place> places, Caption caption) {
    private static final int MOST_IN_SEMICIRCLE = 120;
    private static final int MOST_WITH_NAMES = 30;
    private static final double WIDTH = 1000;
    private static final String INK = "#17324d";

    /**
     * One seat.
     *
     * @param label a short name that fits under the sign
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
        var rows = rowsFor(n);
        var outer = 440.0;
        var inner = rows == 1 ? outer : outer * (n <= MOST_WITH_NAMES ? 0.52 : 0.42);
        var size = Math.min(34, 0.40 * Math.PI * (inner + outer) / 2 * rows / Math.max(1, n));
        var points = new ArrayList<Point>();
        var total = 0.0;
        for (var row = 0; row < rows; row++) {
            total += radius(row, rows, inner, outer);
        }
        var placed = 0;
        for (var row = 0; row < rows; row++) {
            var radius = radius(row, rows, inner, outer);
            var inRow = row == rows - 1 ? n - placed : (int) Math.round(n * radius / total);
            inRow = Math.min(inRow, n - placed);
            placed += inRow;
            for (var i = 0; i < inRow; i++) {
                // From left to right; a lone seat stands in the middle.
                var angle = inRow == 1 ? Math.PI / 2 : Math.PI - Math.PI * i / (inRow - 1);
                points.add(new Point(500 + radius * Math.cos(angle), 500 - radius * Math.sin(angle), angle));
            }
        }
        points.sort(Comparator.comparingDouble(Point::angle).reversed());
        var named = n <= MOST_WITH_NAMES;
        var svg = new Svg("seats", WIDTH, named ? 580 : 550, caption);
        for (var i = 0; i < n; i++) {
            place(svg, places.get(i), points.get(i).x(), points.get(i).y(), size, named);
        }
        return svg.finish();
    }

    private static int rowsFor(int seats) {
        return seats <= 9 ? 1 : seats <= MOST_WITH_NAMES ? 2 : seats <= 60 ? 4 : 5;
    }

    private static double radius(int row, int rows, double inner, double outer) {
        return rows == 1 ? outer : inner + (outer - inner) * row / (rows - 1);
    }

    private String grid() {
        var n = places.size();
        var columns = (int) Math.ceil(Math.sqrt(n * 2.0));
        var step = WIDTH / columns;
        var rows = (n + columns - 1) / columns;
        var svg = new Svg("seats", WIDTH, rows * step, caption);
        for (var i = 0; i < n; i++) {
            var row = i / columns;
            place(svg, places.get(i), (i - row * columns + 0.5) * step, (row + 0.5) * step, step * 0.4, false);
        }
        return svg.finish();
    }

    private static void place(Svg svg, Place place, double x, double y, double r, boolean named) {
        svg.open("g", "class", place.sign().cssClass());
        svg.words("title", place.title());
        place.sign().draw(svg, x, y, r);
        if (named) {
            svg.words(
                    "text",
                    place.label(),
                    "x",
                    x,
                    "y",
                    y + r + 22,
                    "text-anchor",
                    "middle",
                    "font-size",
                    18,
                    "fill",
                    INK,
                    "class",
                    "label");
        }
        svg.close("g");
    }
}

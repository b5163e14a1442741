package org.plenum.document.picture;

import java.util.List;

/**
 * Who was there when: a bar per stretch of presence, a row per seat, and a line across for each vote. The axis is whatever
 * the caller measures by: time of the clock, or the order of the record.
 *
 * @param from where the axis begins
 * @param until where it ends; beyond {@code from}
 */
public record AttendanceBars(
        double from, double until, List<Row> rows, List<Line> lines, List<Tick> ticks, Caption caption) {
    private static final double NAMES = 230;
    private static final double AXIS = 740;
    private static final double STEP = 26;
    private static final double TOP = 40;
    private static final String INK = "#17324d";
    private static final String QUIET = "#5d7083";
    private static final String BAR = "#0066cc";

    /** A seat, and what to say of it in words; {@code marked} where the reader asked about this one. */
    public record Row(String name, String title, boolean marked, List<Bar> bars) {
        /** Keeps its own copy of the bars. */
        public Row {
            bars = List.copyOf(bars);
        }
    }

    /**
     * A stretch of presence.
     *
     * @param certain whether both ends are known as closely as the axis shows them; hatched otherwise
     * @param remote whether from elsewhere; outlined then
     */
    public record Bar(double from, double until, boolean certain, boolean remote, String title) {}

    /** A vote, from its opening to its closing. */
    public record Line(double from, double until, String label, String title, boolean marked) {}

    /** A point of the axis worth a word ("17:51"). */
    public record Tick(double at, String label) {}

    /** Throws {@link IllegalArgumentException} if the axis is not one. Keeps its own copies. */
    public AttendanceBars {
        if (!(until > from)) {
            throw new IllegalArgumentException("an axis from " + from + " until " + until);
        }
        rows = List.copyOf(rows);
        lines = List.copyOf(lines);
        ticks = List.copyOf(ticks);
    }

    /** Draws it; {@code id} is unique among the pictures of one page. */
    public String draw(String id) {
        var bottom = TOP + rows.size() * STEP;
        var svg = new Svg("attendance", NAMES + AXIS + 30, bottom + 36, caption);
        svg.open("defs")
                .open(
                        "pattern",
                        "id",
                        id + "-hatch",
                        "width",
                        6,
                        "height",
                        6,
                        "patternUnits",
                        "userSpaceOnUse",
                        "patternTransform",
                        "rotate(45)");
        svg.empty("rect", "width", 6, "height", 6, "fill", "#ffffff");
        svg.empty("rect", "width", 3, "height", 6, "fill", BAR);
        svg.close("pattern").close("defs");
        for (var i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), TOP + i * STEP, id);
        }
        lines.forEach(line -> line(svg, line, bottom));
        axis(svg, bottom);
        return svg.finish();
    }

    private void row(Svg svg, Row row, double y, String id) {
        svg.open("g", "class", row.marked() ? "row marked" : "row");
        svg.words("title", row.title());
        if (row.marked()) {
            svg.empty(
                    "rect",
                    "x",
                    0,
                    "y",
                    y,
                    "width",
                    NAMES + AXIS + 30,
                    "height",
                    STEP,
                    "rx",
                    4,
                    "fill",
                    "#e6f0fa",
                    "class",
                    "highlight");
        }
        svg.words(
                "text",
                row.name(),
                "x",
                NAMES - 14,
                "y",
                y + 18,
                "text-anchor",
                "end",
                "font-size",
                14,
                "font-weight",
                row.marked() ? 700 : 400,
                "fill",
                INK,
                "class",
                "label");
        svg.empty(
                "path",
                "d",
                "M" + Svg.number(NAMES) + " " + Svg.number(y + STEP / 2) + "h" + Svg.number(AXIS),
                "stroke",
                "#d9e2ec",
                "stroke-width",
                1,
                "class",
                "guide");
        for (var bar : row.bars()) {
            var left = x(bar.from());
            var width = Math.max(4, x(bar.until()) - left);
            svg.open("g");
            svg.words("title", bar.title());
            svg.empty(
                    "rect",
                    "x",
                    left,
                    "y",
                    y + 6,
                    "width",
                    width,
                    "height",
                    STEP - 12,
                    "rx",
                    3,
                    "fill",
                    bar.certain() ? bar.remote() ? "#cce0f5" : BAR : "url(#" + id + "-hatch)",
                    "stroke",
                    BAR,
                    "stroke-width",
                    1.5,
                    "class",
                    bar.remote() ? "bar remote" : "bar");
            if (bar.remote() && width > 30) {
                // The house says "from elsewhere" also where colours do not.
                svg.words("text", "⌂", "x", left + 6, "y", y + 18, "font-size", 13, "fill", INK, "class", "label");
            }
            svg.close("g");
        }
        svg.close("g");
    }

    private void line(Svg svg, Line line, double bottom) {
        var left = x(line.from());
        var width = Math.max(2, x(line.until()) - left);
        svg.open("g", "class", line.marked() ? "vote marked" : "vote");
        svg.words("title", line.title());
        svg.empty(
                "rect",
                "x",
                left,
                "y",
                TOP - 8,
                "width",
                width,
                "height",
                bottom - TOP + 12,
                "fill",
                line.marked() ? "#cc334d" : INK,
                "fill-opacity",
                line.marked() ? 0.55 : 0.28,
                "class",
                "line");
        svg.words(
                "text",
                line.label(),
                "x",
                left + width / 2,
                "y",
                TOP - 16,
                "text-anchor",
                "middle",
                "font-size",
                13,
                "font-weight",
                600,
                "fill",
                line.marked() ? "#cc334d" : INK,
                "class",
                "label");
        svg.close("g");
    }

    private void axis(Svg svg, double bottom) {
        svg.empty(
                "path",
                "d",
                "M" + Svg.number(NAMES) + " " + Svg.number(bottom + 4) + "h" + Svg.number(AXIS),
                "stroke",
                QUIET,
                "stroke-width",
                1,
                "class",
                "guide");
        for (var tick : ticks) {
            var at = x(tick.at());
            svg.empty(
                    "path",
                    "d",
                    "M" + Svg.number(at) + " " + Svg.number(bottom + 4) + "v5",
                    "stroke",
                    QUIET,
                    "stroke-width",
                    1,
                    "class",
                    "guide");
            svg.words(
                    "text",
                    tick.label(),
                    "x",
                    at,
                    "y",
                    bottom + 24,
                    "text-anchor",
                    "middle",
                    "font-size",
                    12,
                    "fill",
                    QUIET,
                    "class",
                    "quiet");
        }
    }

    private double x(double value) {
        return NAMES + AXIS * (Math.max(from, Math.min(until, value)) - from) / (until - from);
    }
}

package org.plenum.document.picture;

import org.jspecify.annotations.Nullable;

/**
 * How many are there against how many are needed: as a bar of one cell per seat, or as a ring for the back row.
 *
 * @param present how many count as present
 * @param seats how many there could be
 * @param required how many are needed; null where the rule has no single number
 * @param met whether that is enough; null where it cannot be told
 */
public record QuorumMeter(
        int present,
        int seats,
        @Nullable Integer required,
        @Nullable Boolean met,
        Caption caption) {
    private static final String ENOUGH = "#0066cc";
    private static final String TOO_FEW = "#a66300";
    private static final String EMPTY = "#d9e2ec";
    private static final String MARK = "#17324d";
    private static final int MOST_CELLS = 60;
    private static final double WIDTH = 320;
    private static final double HEIGHT = 24;

    /** A bar; beyond 60 seats without cells. */
    public String bar() {
        var svg = new Svg("quorum", WIDTH, HEIGHT, caption);
        var all = Math.max(1, Math.max(seats, present));
        if (all <= MOST_CELLS) {
            var step = WIDTH / all;
            var gap = Math.min(3, step * 0.25);
            for (var i = 0; i < all; i++) {
                cell(svg, i * step + gap / 2, step - gap, i < present);
            }
        } else {
            cell(svg, 0, WIDTH, false);
            cell(svg, 0, WIDTH * present / all, true);
        }
        if (required != null && required <= all) {
            var x = Math.max(1, Math.min(WIDTH - 1, WIDTH * required / all));
            svg.empty("path", "d", "M" + Svg.number(x) + " 0V24", "stroke", MARK, "stroke-width", 2, "class", "mark");
        }
        return svg.finish();
    }

    private void cell(Svg svg, double x, double width, boolean full) {
        svg.empty(
                "rect",
                "x",
                x,
                "y",
                4.0,
                "width",
                width,
                "height",
                16.0,
                "rx",
                Math.min(2, width / 3),
                "fill",
                full ? colour() : EMPTY,
                "class",
                full ? state() : "none");
    }

    /** A ring with the number in it. */
    public String ring() {
        var svg = new Svg("ring", 240, 240, caption);
        var all = Math.max(1, Math.max(seats, present));
        var radius = 100.0;
        var around = 2 * Math.PI * radius;
        circle(svg, radius, EMPTY, "none", around, around);
        if (present > 0) {
            circle(svg, radius, colour(), state(), around, around * present / all);
        }
        if (required != null && required <= all) {
            var angle = 2 * Math.PI * required / all - Math.PI / 2;
            svg.empty(
                    "path",
                    "d",
                    "M" + Svg.number(120 + 86 * Math.cos(angle)) + " " + Svg.number(120 + 86 * Math.sin(angle)) + "L"
                            + Svg.number(120 + 116 * Math.cos(angle)) + " " + Svg.number(120 + 116 * Math.sin(angle)),
                    "stroke",
                    MARK,
                    "stroke-width",
                    4,
                    "class",
                    "mark");
        }
        svg.words(
                "text",
                Integer.toString(present),
                "x",
                120,
                "y",
                144,
                "text-anchor",
                "middle",
                "font-size",
                76,
                "font-weight",
                600,
                "fill",
                MARK,
                "class",
                "number");
        return svg.finish();
    }

    private static void circle(Svg svg, double radius, String colour, String css, double around, double length) {
        svg.empty(
                "circle",
                "cx",
                120,
                "cy",
                120,
                "r",
                radius,
                "fill",
                "none",
                "stroke",
                colour,
                "stroke-width",
                20,
                "stroke-dasharray",
                Svg.number(length) + " " + Svg.number(around),
                "transform",
                "rotate(-90 120 120)",
                "class",
                css + "-line");
    }

    private String colour() {
        return Boolean.FALSE.equals(met) ? TOO_FEW : ENOUGH;
    }

    private String state() {
        return Boolean.FALSE.equals(met) ? "too-few" : "enough";
    }
}

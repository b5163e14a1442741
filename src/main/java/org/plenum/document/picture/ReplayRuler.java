package org.plenum.document.picture;

import java.util.List;

/**
 * A session as a ruler of positions: votes are bands, comings and goings are dots, and a mark stands where one looks.
 *
 * @param last the last position; at least 1
 * @param at where one looks
 */
public record ReplayRuler(long last, long at, List<Band> bands, List<Dot> dots, Caption caption) {
    private static final double WIDTH = 1000;
    private static final double LEFT = 16;
    private static final double LENGTH = WIDTH - 2 * LEFT;
    private static final double CLOSE = 26;
    private static final String INK = "#17324d";
    private static final String ACCENT = "#0066cc";

    /** A vote, from opening to closing. */
    public record Band(long from, long until, String label, String title) {}

    /** Something that happened to a seat or to the session. */
    public record Dot(long at, Kind kind, String title) {}

    /** What a dot tells. */
    public enum Kind {
        /** A seat came: a full dot. */
        ARRIVAL,
        /** A seat went: an empty dot. */
        DEPARTURE,
        /** The sitting began, paused, went on or ended: a bar. */
        SITTING,
        /** Something was put right, or noticed: a triangle. */
        FINDING
    }

    /** Throws {@link IllegalArgumentException} if there is no position. Keeps its own copies. */
    public ReplayRuler {
        if (last < 1) {
            throw new IllegalArgumentException("a ruler of " + last + " positions");
        }
        bands = List.copyOf(bands);
        dots = List.copyOf(dots);
    }

    /** Draws it. */
    public String draw() {
        var svg = new Svg("ruler", WIDTH, 96, caption);
        svg.empty(
                "path",
                "d",
                "M" + Svg.number(LEFT) + " 56h" + Svg.number(LENGTH),
                "stroke",
                INK,
                "stroke-width",
                2,
                "class",
                "guide");
        var before = -WIDTH;
        var raised = false;
        for (var band : bands) {
            var middle = (x(band.from()) + x(band.until())) / 2;
            // Neighbours would write over each other: one of them stands higher.
            raised = !raised && middle - before < CLOSE;
            before = middle;
            band(svg, band, raised);
        }
        dots.forEach(dot -> dot(svg, dot));
        var x = x(at);
        svg.empty("path", "d", "M" + Svg.number(x) + " 28V76", "stroke", ACCENT, "stroke-width", 3, "class", "here");
        svg.empty(
                "circle",
                "cx",
                x,
                "cy",
                82,
                "r",
                8,
                "fill",
                "#ffffff",
                "stroke",
                ACCENT,
                "stroke-width",
                4,
                "class",
                "here");
        return svg.finish();
    }

    private void band(Svg svg, Band band, boolean raised) {
        var left = x(band.from());
        var width = Math.max(4, x(band.until()) - left);
        svg.open("g", "class", "band");
        svg.words("title", band.title());
        svg.empty(
                "rect",
                "x",
                left,
                "y",
                44,
                "width",
                width,
                "height",
                24,
                "rx",
                3,
                "fill",
                "#cce0f5",
                "stroke",
                ACCENT,
                "stroke-width",
                1,
                "class",
                "bar");
        svg.words(
                "text",
                band.label(),
                "x",
                left + width / 2,
                "y",
                raised ? 18 : 36,
                "text-anchor",
                "middle",
                "font-size",
                13,
                "font-weight",
                600,
                "fill",
                INK,
                "class",
                "label");
        svg.close("g");
    }

    private void dot(Svg svg, Dot dot) {
        var x = x(dot.at());
        svg.open("g", "class", "dot");
        svg.words("title", dot.title());
        switch (dot.kind()) {
            case ARRIVAL -> svg.empty("circle", "cx", x, "cy", 56, "r", 5, "fill", INK, "class", "ink");
            case DEPARTURE ->
                svg.empty(
                        "circle",
                        "cx",
                        x,
                        "cy",
                        56,
                        "r",
                        4,
                        "fill",
                        "#ffffff",
                        "stroke",
                        INK,
                        "stroke-width",
                        2,
                        "class",
                        "hollow");
            case SITTING ->
                svg.empty(
                        "path",
                        "d",
                        "M" + Svg.number(x) + " 42V70",
                        "stroke",
                        INK,
                        "stroke-width",
                        3,
                        "class",
                        "guide");
            case FINDING ->
                svg.empty("path", "d", "M" + Svg.number(x) + " 47l8 15h-16z", "fill", "#a66300", "class", "finding");
        }
        svg.close("g");
    }

    private double x(long position) {
        return last == 1 ? LEFT : LEFT + LENGTH * (Math.max(1, Math.min(last, position)) - 1) / (last - 1);
    }
}

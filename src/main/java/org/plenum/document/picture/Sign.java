package org.plenum.document.picture;

/** What stands on a seat: always a shape and a colour together, never a colour alone. */
public enum Sign {
    /** There, in the room. */
    PRESENT("#0066cc", Shape.DISC),
    /** There, from elsewhere. */
    REMOTE("#0066cc", Shape.HOUSE),
    /** Not there. */
    ABSENT("#768594", Shape.DOT),
    /** Whether it is there cannot be told. */
    UNKNOWN("#5d7083", Shape.QUESTION),
    /** Not there, and represented by another. */
    REPRESENTED("#0066cc", Shape.LINK),
    /** In favour. */
    FOR("#008055", Shape.CHECK),
    /** Against. */
    AGAINST("#cc334d", Shape.CROSS),
    /** Abstains. */
    ABSTAIN("#5d7083", Shape.DASH),
    /** An empty paper. */
    BLANK("#5d7083", Shape.PAPER),
    /** A void paper. */
    VOID("#5d7083", Shape.STRUCK_PAPER),
    /** Has voted; how is not to be seen. */
    VOTED("#17324d", Shape.FULL),
    /** Has not voted. */
    WAITING("#5d7083", Shape.RING),
    /** Takes no part, by its own word or for a conflict of interest. */
    OUT("#5d7083", Shape.BARRED);

    private final String colour;
    private final Shape shape;

    Sign(String colour, Shape shape) {
        this.colour = colour;
        this.shape = shape;
    }

    /** The name of the class that a theme can colour: "for", "not-voted". */
    public String cssClass() {
        return "sign-" + name().toLowerCase(java.util.Locale.ROOT);
    }

    private enum Shape {
        DISC,
        HOUSE,
        DOT,
        QUESTION,
        LINK,
        CHECK,
        CROSS,
        DASH,
        PAPER,
        STRUCK_PAPER,
        FULL,
        RING,
        BARRED
    }

    /** Draws the sign around a point. */
    void draw(Svg svg, double x, double y, double r) {
        var thick = r * 0.22;
        switch (shape) {
            case DISC -> {
                ring(svg, x, y, r, thick);
                svg.empty("circle", "cx", x, "cy", y, "r", r * 0.36, "fill", colour, "class", "ink");
            }
            case HOUSE -> {
                ring(svg, x, y, r, thick);
                stroke(
                        svg,
                        path(x, y, r, -0.42, 0.02, 0, -0.4, 0.42, 0.02)
                                + " "
                                + path(x, y, r, -0.26, -0.02, -0.26, 0.38, 0.26, 0.38, 0.26, -0.02),
                        thick * 0.8,
                        colour);
            }
            case DOT -> svg.empty("circle", "cx", x, "cy", y, "r", r * 0.28, "fill", colour, "class", "ink faint");
            case QUESTION -> {
                ring(svg, x, y, r, thick * 0.6);
                svg.words(
                        "text",
                        "?",
                        "x",
                        x,
                        "y",
                        y + r * 0.38,
                        "font-size",
                        r * 1.1,
                        "text-anchor",
                        "middle",
                        "fill",
                        colour,
                        "class",
                        "ink");
            }
            case LINK -> {
                ring(svg, x, y, r, thick);
                stroke(
                        svg,
                        path(x, y, r, -0.42, 0, 0.36, 0) + " " + path(x, y, r, 0.08, -0.28, 0.38, 0, 0.08, 0.28),
                        thick,
                        colour);
            }
            case CHECK -> onDisc(svg, x, y, r, path(x, y, r, -0.46, 0.04, -0.12, 0.38, 0.48, -0.32));
            case CROSS ->
                onDisc(
                        svg,
                        x,
                        y,
                        r,
                        path(x, y, r, -0.36, -0.36, 0.36, 0.36) + " " + path(x, y, r, 0.36, -0.36, -0.36, 0.36));
            case DASH -> onDisc(svg, x, y, r, path(x, y, r, -0.44, 0, 0.44, 0));
            case PAPER -> {
                ring(svg, x, y, r, thick);
                stroke(
                        svg,
                        path(x, y, r, -0.28, -0.4, 0.28, -0.4, 0.28, 0.4, -0.28, 0.4, -0.28, -0.4),
                        thick * 0.7,
                        colour);
            }
            case STRUCK_PAPER -> {
                ring(svg, x, y, r, thick);
                stroke(
                        svg,
                        path(x, y, r, -0.28, -0.4, 0.28, -0.4, 0.28, 0.4, -0.28, 0.4, -0.28, -0.4)
                                + " "
                                + path(x, y, r, -0.44, 0.44, 0.44, -0.44),
                        thick * 0.7,
                        colour);
            }
            case FULL -> svg.empty("circle", "cx", x, "cy", y, "r", r, "fill", colour, "class", "ink");
            case RING -> ring(svg, x, y, r, thick);
            case BARRED -> {
                ring(svg, x, y, r, thick);
                stroke(svg, path(x, y, r, -0.62, 0.62, 0.62, -0.62), thick, colour);
            }
        }
    }

    private void ring(Svg svg, double x, double y, double r, double thick) {
        svg.empty(
                "circle",
                "cx",
                x,
                "cy",
                y,
                "r",
                r - thick / 2,
                "fill",
                "none",
                "stroke",
                colour,
                "stroke-width",
                thick,
                "class",
                "line");
    }

    private void onDisc(Svg svg, double x, double y, double r, String path) {
        svg.empty("circle", "cx", x, "cy", y, "r", r, "fill", colour, "class", "ink");
        svg.empty(
                "path",
                "d",
                path,
                "fill",
                "none",
                "stroke",
                "#ffffff",
                "stroke-width",
                r * 0.24,
                "stroke-linecap",
                "round",
                "stroke-linejoin",
                "round",
                "class",
                "paper");
    }

    private static void stroke(Svg svg, String path, double thick, String colour) {
        svg.empty(
                "path",
                "d",
                path,
                "fill",
                "none",
                "stroke",
                colour,
                "stroke-width",
                thick,
                "stroke-linecap",
                "round",
                "stroke-linejoin",
                "round",
                "class",
                "line");
    }

    /** A path through points given relative to the middle and in radii. */
    private static String path(double x, double y, double r, double... points) {
        var path = new StringBuilder();
        for (var i = 0; i < points.length; i += 2) {
            path.append(i == 0 ? "M" : "L")
                    .append(Svg.number(x + points[i] * r))
                    .append(' ')
                    .append(Svg.number(y + points[i + 1] * r));
        }
        return path.toString();
    }
}

package org.plenum.document.picture;

/**
 * SVG text being written. Styling is by attributes, so that a picture looks right alone and under a policy that forbids
 * inline styles; classes let a page's own theme take over.
 */
final class Svg {
    private final StringBuilder text = new StringBuilder(1024);

    /** Begins a picture of that size which says in words what it shows. */
    Svg(String kind, double width, double height, Caption caption) {
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" class=\"picture picture-")
                .append(kind)
                .append("\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" font-family=\"'Titillium Web',sans-serif\"><title>")
                .append(escaped(caption.title()))
                .append("</title><desc>")
                .append(escaped(caption.description()))
                .append("</desc>");
    }

    /** Opens an element; attributes come as name, value, name, value. */
    Svg open(String element, Object... attributes) {
        text.append('<').append(element);
        attributes(attributes);
        text.append('>');
        return this;
    }

    /** Closes an element. */
    Svg close(String element) {
        text.append("</").append(element).append('>');
        return this;
    }

    /** An element without content. */
    Svg empty(String element, Object... attributes) {
        text.append('<').append(element);
        attributes(attributes);
        text.append("/>");
        return this;
    }

    /** An element with words in it. */
    Svg words(String element, String words, Object... attributes) {
        open(element, attributes);
        text.append(escaped(words));
        return close(element);
    }

    /** The whole picture. */
    String finish() {
        return text.append("</svg>").toString();
    }

    private void attributes(Object... attributes) {
        for (var i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            var value = attributes[i + 1];
            text.append(value instanceof Double d ? number(d) : escaped(value.toString()));
            text.append('"');
        }
    }

    /** A coordinate with at most two decimals, always with a point. */
    static String number(double value) {
        var hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        var sign = hundredths < 0 ? "-" : "";
        var rest = Math.abs(hundredths) % 100;
        var decimals = rest % 10 == 0 ? Long.toString(rest / 10) : (rest < 10 ? "0" : "") + rest;
        return sign + Math.abs(hundredths) / 100 + "." + decimals;
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

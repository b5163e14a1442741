package org.plenum.document.picture;

import io.nayuki.qrcodegen.QrCode;

/** A QR code of a text, such as an address that a phone is to open. */
public final class QrPicture {
    /** As many modules of white around it as readers need. */
    private static final int QUIET = 4;

    private QrPicture() {}

    /** The code as SVG, with words for those who do not see it. */
    public static String of(String text, String words) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var size = code.size + 2 * QUIET;
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg class=\"qr\" viewBox=\"0 0 " + size + " " + size
                + "\" role=\"img\" shape-rendering=\"crispEdges\">"
                + "<title>" + Svg.escaped(words) + "</title>"
                + "<rect width=\"" + size + "\" height=\"" + size + "\" fill=\"#fff\"/>"
                + "<path d=\"" + path + "\" fill=\"#000\"/></svg>";
    }
}

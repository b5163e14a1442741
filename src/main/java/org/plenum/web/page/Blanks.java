package org.plenum.web.page;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * What in a page is one person's own, so that a page which says the same to many but for that is written once: with blanks
 * first, each of which is then filled in for everyone. A blank is a word that nobody can know or guess, made of letters and
 * digits alone, so that it stands in text, attributes and addresses as it is.
 */
final class Blanks {
    private static final String STEM = "blank" + unguessable();
    private static final int DIGITS = 2;

    private final List<String> own = new ArrayList<>();

    private static String unguessable() {
        var random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** The blank for something that is this person's own, the same for the same; nothing stays nothing. */
    @Nullable String leave(@Nullable String value) {
        return value == null ? null : leaveAny(value);
    }

    /** The blank for something that is this person's own. */
    String leaveAny(String value) {
        if (value.isEmpty()) {
            return value;
        }
        var known = own.indexOf(value);
        if (known < 0) {
            known = own.size();
            own.add(value);
        }
        return STEM + HexFormat.of().toHexDigits(known, DIGITS);
    }

    /** An event with its blanks filled in: lines of what is filled in are lines of its data. */
    byte[] fill(byte[] event) {
        if (own.isEmpty()) {
            return event;
        }
        var blank = new String(event, StandardCharsets.UTF_8);
        var filled = new StringBuilder(blank.length() + 512);
        var from = 0;
        for (var at = blank.indexOf(STEM); at >= 0; at = blank.indexOf(STEM, from)) {
            var digits = at + STEM.length();
            var value = own.get(HexFormat.fromHexDigits(blank, digits, digits + DIGITS));
            filled.append(blank, from, at)
                    .append(HtmlUtils.htmlEscape(value, "UTF-8").replace("\n", "\ndata: "));
            from = digits + DIGITS;
        }
        return filled.append(blank, from, blank.length()).toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Blanks blanks && own.equals(blanks.own);
    }

    @Override
    public int hashCode() {
        return own.hashCode();
    }
}

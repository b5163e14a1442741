package org.plenum.web.page;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.web.live.NewsStream;

/** A page as one screen is told it: the whole of it at once, and again whenever it has changed. */
final class ToldPage {
    /** The page as an event that many are told, and what is to be filled in for this screen. */
    static final class Telling {
        private final byte[] event;
        private final Blanks blanks;

        Telling(byte[] event, Blanks blanks) {
            this.event = event;
            this.blanks = blanks;
        }

        private boolean tellsTheSameAs(@Nullable Telling other) {
            return other != null && Arrays.equals(event, other.event) && blanks.equals(other.blanks);
        }
    }

    private final Supplier<Telling> page;
    private @Nullable Telling told;

    /** Looks at the page a first time: where there is none, that is the answer. */
    ToldPage(Supplier<Telling> page) {
        this.page = page;
        var _ = page.get();
    }

    /** A page as one event; its lines are lines of the event's data. */
    static byte[] event(String page) {
        return NewsStream.utf8(page.lines()
                .map(line -> "data: " + line + "\n")
                .collect(Collectors.joining("", "event: page\n", "\n")));
    }

    /** What is to be told now; nothing where it would be the same as before. */
    byte[] tell() {
        var now = page.get();
        // What is withheld from a screen moves the record on and changes nothing for it.
        if (now.tellsTheSameAs(told)) {
            return new byte[0];
        }
        told = now;
        return now.blanks.fill(now.event);
    }
}

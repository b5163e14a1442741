package org.plenum.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The real session that ships with Plenum. */
final class ShippedCase {
    /** Its session's identifier. */
    static final String SESSION = "valle-seriana-2024-11-13";

    private ShippedCase() {}

    /** Its transcript file. */
    static byte[] content() {
        var name = "/cases/" + SESSION + ".json";
        try (var in = Objects.requireNonNull(ShippedCase.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.plenum.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The command line within a test: what it said, and how it ended. */
record Plenum(int exit, String out, String err) {
    /** Runs a command in English. */
    static Plenum run(String... arguments) {
        return speaking(Locale.ENGLISH, "", arguments);
    }

    /** Runs a command in a language, with something to read. */
    static synchronized Plenum speaking(Locale language, String input, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var before = Locale.getDefault();
        Locale.setDefault(language);
        try {
            var exit = PlenumCommand.line(
                            (_, _) -> {
                                throw new AssertionError("no server is started here");
                            },
                            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)))
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute(arguments);
            return new Plenum(exit, out.toString(), err.toString());
        } finally {
            Locale.setDefault(before);
        }
    }
}

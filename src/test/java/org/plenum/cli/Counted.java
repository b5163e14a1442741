package org.plenum.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;

/** What {@code plenum count} said to an input. */
record Counted(int exit, String out, String err) {
    static Counted of(String input, String... arguments) {
        return of(Locale.ENGLISH, input, arguments);
    }

    static Counted of(Locale locale, String input, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var command = new CountCommand(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), locale);
        var exit = new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Counted(exit, out.toString(), err.toString());
    }
}

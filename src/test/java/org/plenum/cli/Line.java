package org.plenum.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/** What the command line said, run in this process without a server. */
record Line(int exit, String out, String err) {
    static Line of(String... arguments) {
        return in(Locale.ENGLISH, arguments);
    }

    static Line in(Locale language, String... arguments) {
        var before = Locale.getDefault();
        Locale.setDefault(language);
        try {
            var out = new StringWriter();
            var err = new StringWriter();
            var exit = PlenumCommand.line((data, port) -> {
                        throw new AssertionError("the server was started for " + data);
                    })
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute(arguments);
            return new Line(exit, out.toString(), err.toString());
        } finally {
            Locale.setDefault(before);
        }
    }
}

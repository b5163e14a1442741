package org.plenum;

import org.plenum.cli.PlenumCommand;

/** Where everything begins: the command line, of which the server is one command. */
public final class Main {
    private Main() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String... arguments) {
        System.exit(PlenumCommand.run(new SpringServer(), arguments));
    }
}

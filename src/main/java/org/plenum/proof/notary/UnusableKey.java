package org.plenum.proof.notary;

import java.nio.file.Path;
import org.plenum.proof.Fault;

/** There is a file for a private key, and its content can't, or must not, be used. Never shows any of it. */
public final class UnusableKey extends RuntimeException {

    /** What is wrong with the file. */
    public sealed interface Why extends Fault {
        /** Others than its owner may read or write it. */
        record OpenToOthers(Path file, String permissions) implements Why {
            @Override
            public String code() {
                return "KEY_OPEN_TO_OTHERS";
            }

            @Override
            public String en() {
                return "The key file %s is open to others than its owner (%s). If nobody can have copied it: chmod 600 %s."
                        .formatted(file, permissions, file);
            }

            @Override
            public String it() {
                return ("Il file della chiave %s è accessibile ad altri oltre al proprietario (%s)."
                                + " Se nessuno può averlo copiato: chmod 600 %s.")
                        .formatted(file, permissions, file);
            }
        }

        /** There is no key of the right kind in it. */
        record NoKey(Path file, Fault cause) implements Why {
            @Override
            public String code() {
                return "NO_KEY";
            }

            @Override
            public String en() {
                return "No key can be read from %s: %s Put the right file back; without it nothing can be signed under the"
                                .formatted(file, cause.en())
                        + " same name.";
            }

            @Override
            public String it() {
                return "Da %s non si legge una chiave: %s Rimettere il file giusto; senza, nulla si può firmare con lo stesso"
                                .formatted(file, cause.it())
                        + " nome.";
            }
        }
    }

    private final transient Why why;

    UnusableKey(Why why) {
        super(why.en());
        this.why = why;
    }

    /** What is wrong. */
    public Why why() {
        return why;
    }
}

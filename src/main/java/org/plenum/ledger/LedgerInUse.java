package org.plenum.ledger;

import org.jspecify.annotations.Nullable;

/** The data folder is in use, by a running server or another command. Nothing was touched. */
public final class LedgerInUse extends RuntimeException {
    private final String folder;

    LedgerInUse(String folder, @Nullable Throwable cause) {
        super("the ledger in " + folder + " is in use by another process", cause);
        this.folder = folder;
    }

    /** The data folder. */
    public String folder() {
        return folder;
    }
}

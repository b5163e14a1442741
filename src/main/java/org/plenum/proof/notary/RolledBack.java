package org.plenum.proof.notary;

import org.plenum.proof.Fault;

/**
 * The database is behind what the log has published, or contradicts it: most likely an old backup was restored. Nothing
 * may go on as if it had not happened.
 */
public final class RolledBack extends RuntimeException {
    private final transient Why why;

    /** What does not fit. */
    public sealed interface Why extends Fault {
        /** The tree has fewer entries than were published. */
        record Missing(long published, long stored) implements Why {
            @Override
            public String code() {
                return "ENTRIES_MISSING";
            }

            @Override
            public String en() {
                return "The last checkpoint that this log published has " + published + " entries, the database only "
                        + stored + ": entries " + (stored + 1) + " to " + published
                        + " are missing. An old backup was probably restored." + EN;
            }

            @Override
            public String it() {
                return "L'ultimo checkpoint pubblicato da questo registro ha " + published
                        + " voci, la base dati soltanto " + stored + ": mancano le voci da " + (stored + 1) + " a "
                        + published + ". Probabilmente è stato ripristinato un vecchio backup." + IT;
            }
        }

        /** The tree had another root at the size that was published. */
        record Contradicted(long published) implements Why {
            @Override
            public String code() {
                return "HISTORY_CHANGED";
            }

            @Override
            public String en() {
                return "The first " + published + " entries in the database are not those that this log published."
                        + EN;
            }

            @Override
            public String it() {
                return "Le prime " + published + " voci nella base dati non sono quelle che questo registro ha "
                        + "pubblicato." + IT;
            }
        }

        /** The entries themselves are fewer than the tree over them. */
        record EntriesBehindTree(long tree, long entries) implements Why {
            @Override
            public String code() {
                return "ENTRIES_BEHIND_TREE";
            }

            @Override
            public String en() {
                return "The tree has " + tree + " entries, the ledger only " + entries + ": entries " + (entries + 1)
                        + " to " + tree + " are missing." + EN;
            }

            @Override
            public String it() {
                return "L'albero ha " + tree + " voci, il registro soltanto " + entries + ": mancano le voci da "
                        + (entries + 1) + " a " + tree + "." + IT;
            }
        }

        /** The file with the last checkpoint is gone, though checkpoints were published. */
        record LastCheckpointGone(long stored) implements Why {
            @Override
            public String code() {
                return "LAST_CHECKPOINT_GONE";
            }

            @Override
            public String en() {
                return "The database has a tree of " + stored + " entries, but the file " + LogFolder.LAST_CHECKPOINT
                        + " is missing from the data folder, so nobody can tell whether entries are missing." + EN;
            }

            @Override
            public String it() {
                return "La base dati ha un albero di " + stored + " voci, ma nella cartella dei dati manca il file "
                        + LogFolder.LAST_CHECKPOINT + ": non si può sapere se mancano voci." + IT;
            }
        }

        /** The last checkpoint is of another log, or signed by another key. */
        record OtherLog(String origin, String ours) implements Why {
            @Override
            public String code() {
                return "OTHER_LOG";
            }

            @Override
            public String en() {
                return "The last checkpoint is of " + origin + ", or not signed with the key of " + ours
                        + ": the key file does not belong to this database." + EN;
            }

            @Override
            public String it() {
                return "L'ultimo checkpoint è di " + origin + ", o non è firmato con la chiave di " + ours
                        + ": il file della chiave non appartiene a questa base dati." + IT;
            }
        }

        /** What to do. */
        String EN = " Restore the right data, or go on deliberately: plenum accept-rollback --reason \"…\".";

        /** The same in Italian. */
        String IT = " Ripristinare i dati giusti, o proseguire deliberatamente: "
                + "plenum accept-rollback --reason \"…\".";
    }

    RolledBack(Why why) {
        super(why.en());
        this.why = why;
    }

    /** What does not fit. */
    public Why why() {
        return why;
    }
}

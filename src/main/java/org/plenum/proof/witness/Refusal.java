package org.plenum.proof.witness;

import org.plenum.proof.Fault;
import org.plenum.proof.merkle.ProofFault;

/** Why a witness doesn't cosign, and what it answers. */
public sealed interface Refusal extends Fault {

    /** The HTTP status of {@link OtherLatest}. */
    int CONFLICT = 409;

    /** The HTTP status of the answer. */
    int status();

    /** The body of the answer. */
    default String body() {
        return en() + "\n";
    }

    /** The body's media type. */
    default String contentType() {
        return "text/plain; charset=utf-8";
    }

    /** The body isn't a request. */
    record Malformed(Fault cause) implements Refusal {
        @Override
        public String code() {
            return "MALFORMED_REQUEST";
        }

        @Override
        public String en() {
            return "The request is malformed: %s".formatted(cause.en());
        }

        @Override
        public String it() {
            return "La richiesta è malformata: %s".formatted(cause.it());
        }

        @Override
        public int status() {
            return 400;
        }
    }

    /** The witness hasn't been told of this log. */
    record UnknownLog(String origin) implements Refusal {
        @Override
        public String code() {
            return "UNKNOWN_LOG";
        }

        @Override
        public String en() {
            return "This witness doesn't watch the log %s.".formatted(Fault.quoted(origin));
        }

        @Override
        public String it() {
            return "Questo testimone non segue il registro %s.".formatted(Fault.quoted(origin));
        }

        @Override
        public int status() {
            return 404;
        }
    }

    /** No key of the log signed the checkpoint, or a signature that claims to be such a key's doesn't fit. */
    record NotSignedByLog(Fault cause) implements Refusal {
        @Override
        public String code() {
            return "NOT_SIGNED_BY_LOG";
        }

        @Override
        public String en() {
            return "The checkpoint isn't signed as it must be: %s".formatted(cause.en());
        }

        @Override
        public String it() {
            return "Il checkpoint non è firmato come deve: %s".formatted(cause.it());
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /** The tree would have shrunk. */
    record OldSizeLarger(long oldSize, long newSize) implements Refusal {
        @Override
        public String code() {
            return "OLD_SIZE_LARGER";
        }

        @Override
        public String en() {
            return "The old size, %d, is larger than the checkpoint's, %d.".formatted(oldSize, newSize);
        }

        @Override
        public String it() {
            return "La dimensione vecchia, %d, è più grande di quella del checkpoint, %d.".formatted(oldSize, newSize);
        }

        @Override
        public int status() {
            return 400;
        }
    }

    /** The log is mistaken about what the witness cosigned last. */
    record OtherLatest(long latestSize) implements Refusal {
        @Override
        public String code() {
            return "OTHER_LATEST";
        }

        @Override
        public String en() {
            return "The size that this witness cosigned last is %d.".formatted(latestSize);
        }

        @Override
        public String it() {
            return "L'ultima dimensione che questo testimone ha controfirmato è %d.".formatted(latestSize);
        }

        @Override
        public int status() {
            return CONFLICT;
        }

        /** The size that the log must start from, as the protocol wants it. */
        @Override
        public String body() {
            return latestSize + "\n";
        }

        @Override
        public String contentType() {
            return "text/x.tlog.size";
        }
    }

    /** The proof doesn't hold: a rewritten history, or a mistake. */
    record Inconsistent(ProofFault cause) implements Refusal {
        @Override
        public String code() {
            return "INCONSISTENT";
        }

        @Override
        public String en() {
            return "The checkpoint's tree isn't shown to begin with the one cosigned last: %s".formatted(cause.en());
        }

        @Override
        public String it() {
            return "Non è dimostrato che l'albero del checkpoint cominci con l'ultimo controfirmato: %s"
                    .formatted(cause.it());
        }

        @Override
        public int status() {
            return 422;
        }
    }
}

package org.plenum.proof.cosigning;

import org.plenum.proof.Fault;

/** Why a witness did not cosign. */
public sealed interface Trouble extends Fault {

    /** It does not answer. */
    record Unreachable(String cause) implements Trouble {
        @Override
        public String code() {
            return "UNREACHABLE";
        }

        @Override
        public String en() {
            return "It cannot be reached: %s.".formatted(cause);
        }

        @Override
        public String it() {
            return "Non è raggiungibile: %s.".formatted(cause);
        }
    }

    /** It says no, in its own words. */
    record SaysNo(int status, String words) implements Trouble {
        @Override
        public String code() {
            return "SAYS_NO";
        }

        @Override
        public String en() {
            return "It refuses (%d): %s".formatted(status, Fault.quoted(words));
        }

        @Override
        public String it() {
            return "Rifiuta (%d): %s".formatted(status, Fault.quoted(words));
        }
    }

    /** It knows a larger tree than the log has, or insists on another than it knows. */
    record KnowsAnother(long its, long ours) implements Trouble {
        @Override
        public String code() {
            return "KNOWS_ANOTHER";
        }

        @Override
        public String en() {
            return "It has cosigned a tree of %d entries; the log has %d. Part of the log may have been lost."
                    .formatted(its, ours);
        }

        @Override
        public String it() {
            return "Ha controfirmato un albero di %d voci; il registro ne ha %d. Parte del registro può essere andata persa."
                    .formatted(its, ours);
        }
    }

    /** It says yes, but its cosignature can't be used. */
    record Unusable(Fault cause) implements Trouble {
        @Override
        public String code() {
            return "UNUSABLE";
        }

        @Override
        public String en() {
            return "Its cosignature can't be used: %s".formatted(cause.en());
        }

        @Override
        public String it() {
            return "La sua controfirma non si può usare: %s".formatted(cause.it());
        }
    }

    /** The log itself could not ask. */
    record OwnFault(String cause) implements Trouble {
        @Override
        public String code() {
            return "OWN_FAULT";
        }

        @Override
        public String en() {
            return "The log could not ask: %s.".formatted(cause);
        }

        @Override
        public String it() {
            return "Il registro non ha potuto chiedere: %s.".formatted(cause);
        }
    }
}

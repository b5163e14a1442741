package org.plenum.proof.witness;

import org.plenum.proof.Fault;

/** Why the body of a request to a witness isn't one. */
public sealed interface RequestFault extends Fault {

    /** Proof and checkpoint aren't separated. */
    record NoEmptyLine() implements RequestFault {
        @Override
        public String code() {
            return "NO_EMPTY_LINE";
        }

        @Override
        public String en() {
            return "No empty line separates the proof from the checkpoint.";
        }

        @Override
        public String it() {
            return "Nessuna riga vuota separa la prova dal checkpoint.";
        }
    }

    /** The first line isn't {@code old} and a whole number without leading zeros. */
    record MalformedOldSize(String line) implements RequestFault {
        @Override
        public String code() {
            return "MALFORMED_OLD_SIZE";
        }

        @Override
        public String en() {
            return "The first line must be \"old\" and a tree size, not %s.".formatted(Fault.quoted(line));
        }

        @Override
        public String it() {
            return "La prima riga deve essere \"old\" e la dimensione di un albero, non %s."
                    .formatted(Fault.quoted(line));
        }
    }

    /** A proof line isn't 32 bytes in base64. */
    record MalformedHash(String line) implements RequestFault {
        @Override
        public String code() {
            return "MALFORMED_HASH";
        }

        @Override
        public String en() {
            return "This isn't a SHA-256 hash in base64: %s.".formatted(Fault.quoted(line));
        }

        @Override
        public String it() {
            return "Questo non è un hash SHA-256 in base64: %s.".formatted(Fault.quoted(line));
        }
    }

    /** More hashes than any tree is high. */
    record TooManyHashes(int found, int most) implements RequestFault {
        @Override
        public String code() {
            return "TOO_MANY_HASHES";
        }

        @Override
        public String en() {
            return "The proof has %d hashes; at most %d may be sent.".formatted(found, most);
        }

        @Override
        public String it() {
            return "La prova ha %d hash; se ne possono inviare al massimo %d.".formatted(found, most);
        }
    }
}

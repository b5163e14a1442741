package org.plenum.cli.proof;

import org.plenum.proof.Fault;

/** A value that was understood, and with which nothing can hold. */
public sealed interface ValueFault extends Fault {

    /** The bytes are no SHA-256 hash. */
    record NotAHash(String field, int bytes) implements ValueFault {
        @Override
        public String code() {
            return "NOT_A_HASH";
        }

        @Override
        public String en() {
            return "\"%s\" has %d bytes; a SHA-256 hash has 32.".formatted(field, bytes);
        }

        @Override
        public String it() {
            return "\"%s\" ha %d byte; un hash SHA-256 ne ha 32.".formatted(field, bytes);
        }
    }

    /** The number is smaller or larger than anything that it could count. */
    record NumberOutOfRange(String field, String number, long least, long most) implements ValueFault {
        @Override
        public String code() {
            return "NUMBER_OUT_OF_RANGE";
        }

        @Override
        public String en() {
            return "\"%s\" is %s; it must be from %d to %d.".formatted(field, number, least, most);
        }

        @Override
        public String it() {
            return "\"%s\" è %s; deve essere da %d a %d.".formatted(field, number, least, most);
        }
    }
}

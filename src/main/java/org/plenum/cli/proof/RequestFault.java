package org.plenum.cli.proof;

import org.plenum.proof.Fault;

/** Why a question can't be understood. */
public sealed interface RequestFault extends Fault {

    /** The input isn't one JSON value, or repeats a field. */
    record NotJson(int line, int column) implements RequestFault {
        @Override
        public String code() {
            return "NOT_JSON";
        }

        @Override
        public String en() {
            return "The input isn't one JSON value with each field once; the fault is at line %d, column %d."
                    .formatted(line, column);
        }

        @Override
        public String it() {
            return "L'ingresso non è un valore JSON con ogni campo una volta sola; l'errore è alla riga %d, colonna %d."
                    .formatted(line, column);
        }
    }

    /** The input is JSON, but neither an object nor an array of objects. */
    record NotAnObject() implements RequestFault {
        @Override
        public String code() {
            return "NOT_AN_OBJECT";
        }

        @Override
        public String en() {
            return "The input must be a JSON object, or an array of them.";
        }

        @Override
        public String it() {
            return "L'ingresso deve essere un oggetto JSON, o un array di oggetti.";
        }
    }

    /** A field that the question needs isn't there. */
    record MissingField(String field) implements RequestFault {
        @Override
        public String code() {
            return "MISSING_FIELD";
        }

        @Override
        public String en() {
            return "The field \"%s\" is missing.".formatted(field);
        }

        @Override
        public String it() {
            return "Manca il campo \"%s\".".formatted(field);
        }
    }

    /** Two fields say the same thing. */
    record FieldTwice(String first, String second) implements RequestFault {
        @Override
        public String code() {
            return "FIELD_TWICE";
        }

        @Override
        public String en() {
            return "The fields \"%s\" and \"%s\" mean the same; give one.".formatted(first, second);
        }

        @Override
        public String it() {
            return "I campi \"%s\" e \"%s\" significano la stessa cosa; darne uno.".formatted(first, second);
        }
    }

    /** A field holds a JSON value of another kind. */
    record WrongKind(String field, Kind expected) implements RequestFault {
        @Override
        public String code() {
            return "WRONG_KIND";
        }

        @Override
        public String en() {
            return "The field \"%s\" must be %s.".formatted(field, expected.en);
        }

        @Override
        public String it() {
            return "Il campo \"%s\" deve essere %s.".formatted(field, expected.it);
        }
    }

    /** What a field must be. */
    enum Kind {
        TEXT("a text", "un testo"),
        WHOLE_NUMBER("a whole number", "un numero intero"),
        LIST("an array", "un array"),
        BYTES("bytes in base64 or hex", "byte in base64 o esadecimale"),
        KEY_TYPE("\"ed25519\" or \"cosignature/v1\"", "\"ed25519\" o \"cosignature/v1\"");

        private final String en;
        private final String it;

        Kind(String en, String it) {
            this.en = en;
            this.it = it;
        }
    }
}

package org.plenum.proof.note;

import org.plenum.proof.Fault;

/** Why a note, a key or a signature isn't accepted. */
public sealed interface NoteFault extends Fault {

    /** The bytes aren't valid UTF-8. */
    record NotUtf8() implements NoteFault {
        @Override
        public String code() {
            return "NOT_UTF8";
        }

        @Override
        public String en() {
            return "The text isn't valid UTF-8.";
        }

        @Override
        public String it() {
            return "Il testo non è UTF-8 valido.";
        }
    }

    /** A character below U+0020 other than a line break. */
    record ControlCharacter(int character, int at) implements NoteFault {
        @Override
        public String code() {
            return "CONTROL_CHARACTER";
        }

        @Override
        public String en() {
            return "The note has the control character 0x%02x at character %d.".formatted(character, at);
        }

        @Override
        public String it() {
            return "La nota ha il carattere di controllo 0x%02x al carattere %d.".formatted(character, at);
        }
    }

    /** The note is larger than anybody's note. */
    record TooLong(int bytes, int most) implements NoteFault {
        @Override
        public String code() {
            return "NOTE_TOO_LONG";
        }

        @Override
        public String en() {
            return "The note has %d bytes; at most %d are read.".formatted(bytes, most);
        }

        @Override
        public String it() {
            return "La nota ha %d byte; se ne leggono al massimo %d.".formatted(bytes, most);
        }
    }

    /** Text and signatures aren't separated. */
    record NoBlankLine() implements NoteFault {
        @Override
        public String code() {
            return "NO_BLANK_LINE";
        }

        @Override
        public String en() {
            return "No blank line separates the note's text from its signatures.";
        }

        @Override
        public String it() {
            return "Nessuna riga vuota separa il testo della nota dalle firme.";
        }
    }

    /** Nothing follows the blank line. */
    record NoSignatures() implements NoteFault {
        @Override
        public String code() {
            return "NO_SIGNATURES";
        }

        @Override
        public String en() {
            return "The note has no signature.";
        }

        @Override
        public String it() {
            return "La nota non ha firme.";
        }
    }

    /** The last line has no line break. */
    record LastLineNotEnded() implements NoteFault {
        @Override
        public String code() {
            return "LAST_LINE_NOT_ENDED";
        }

        @Override
        public String en() {
            return "The last signature line isn't ended by a line break.";
        }

        @Override
        public String it() {
            return "L'ultima riga di firma non termina con un a capo.";
        }
    }

    /** A text to be signed has no line break at its end. */
    record TextNotEnded() implements NoteFault {
        @Override
        public String code() {
            return "TEXT_NOT_ENDED";
        }

        @Override
        public String en() {
            return "A note's text must end with a line break.";
        }

        @Override
        public String it() {
            return "Il testo di una nota deve terminare con un a capo.";
        }
    }

    /** More signatures than are read. */
    record TooManySignatures(int most) implements NoteFault {
        @Override
        public String code() {
            return "TOO_MANY_SIGNATURES";
        }

        @Override
        public String en() {
            return "The note has more than %d signatures.".formatted(most);
        }

        @Override
        public String it() {
            return "La nota ha più di %d firme.".formatted(most);
        }
    }

    /** A line after the text isn't a signature. */
    record MalformedSignatureLine(String line) implements NoteFault {
        @Override
        public String code() {
            return "MALFORMED_SIGNATURE_LINE";
        }

        @Override
        public String en() {
            return "This isn't a signature line: %s.".formatted(Fault.quoted(line));
        }

        @Override
        public String it() {
            return "Questa non è una riga di firma: %s.".formatted(Fault.quoted(line));
        }
    }

    /** A text that should be a verifier key. */
    record MalformedKey(String key) implements NoteFault {
        @Override
        public String code() {
            return "MALFORMED_KEY";
        }

        @Override
        public String en() {
            return "This isn't a verifier key (name+id+base64): %s.".formatted(Fault.quoted(key));
        }

        @Override
        public String it() {
            return "Questa non è una chiave di verifica (nome+id+base64): %s.".formatted(Fault.quoted(key));
        }
    }

    /** A text that should be a private key; what it says is not repeated. */
    record MalformedPrivateKey() implements NoteFault {
        @Override
        public String code() {
            return "MALFORMED_PRIVATE_KEY";
        }

        @Override
        public String en() {
            return "This isn't a private key (PRIVATE+KEY+name+id+base64).";
        }

        @Override
        public String it() {
            return "Questa non è una chiave privata (PRIVATE+KEY+nome+id+base64).";
        }
    }

    /** A name that no key may have. */
    record MalformedKeyName(String name) implements NoteFault {
        @Override
        public String code() {
            return "MALFORMED_KEY_NAME";
        }

        @Override
        public String en() {
            return "A key can't have the name %s: no spaces, control characters or plus, and not empty."
                    .formatted(Fault.quoted(name));
        }

        @Override
        public String it() {
            return "Una chiave non può avere il nome %s: niente spazi, caratteri di controllo o più, e non vuoto."
                    .formatted(Fault.quoted(name));
        }
    }

    /** A key that signs in a way that isn't supported. */
    record UnsupportedKeyType(int type) implements NoteFault {
        @Override
        public String code() {
            return "UNSUPPORTED_KEY_TYPE";
        }

        @Override
        public String en() {
            return "Keys of type 0x%02x aren't supported; 0x01 and 0x04 are.".formatted(type);
        }

        @Override
        public String it() {
            return "Le chiavi di tipo 0x%02x non sono gestite; lo sono 0x01 e 0x04.".formatted(type);
        }
    }

    /** The id isn't the hash of the name and the key. */
    record KeyIdMismatch(String name, String stated, String computed) implements NoteFault {
        @Override
        public String code() {
            return "KEY_ID_MISMATCH";
        }

        @Override
        public String en() {
            return "The key of %s states the id %s, but its id is %s.".formatted(name, stated, computed);
        }

        @Override
        public String it() {
            return "La chiave di %s dichiara l'id %s, ma il suo id è %s.".formatted(name, stated, computed);
        }
    }

    /** Two trusted keys with one name and id. */
    record AmbiguousKey(String name, String id) implements NoteFault {
        @Override
        public String code() {
            return "AMBIGUOUS_KEY";
        }

        @Override
        public String en() {
            return "Two different trusted keys are both called %s+%s.".formatted(name, id);
        }

        @Override
        public String it() {
            return "Due chiavi fidate diverse si chiamano entrambe %s+%s.".formatted(name, id);
        }
    }

    /** A signature by a trusted key that doesn't verify. */
    record SignatureInvalid(String name, String id) implements NoteFault {
        @Override
        public String code() {
            return "SIGNATURE_INVALID";
        }

        @Override
        public String en() {
            return "The signature of %s+%s doesn't fit the text.".formatted(name, id);
        }

        @Override
        public String it() {
            return "La firma di %s+%s non corrisponde al testo.".formatted(name, id);
        }
    }

    /** Nobody who is trusted signed. */
    record NoTrustedSignature() implements NoteFault {
        @Override
        public String code() {
            return "NO_TRUSTED_SIGNATURE";
        }

        @Override
        public String en() {
            return "None of the signatures is by a trusted key.";
        }

        @Override
        public String it() {
            return "Nessuna delle firme è di una chiave fidata.";
        }
    }
}

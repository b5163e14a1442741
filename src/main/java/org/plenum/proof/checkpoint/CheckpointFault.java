package org.plenum.proof.checkpoint;

import org.plenum.proof.Fault;

/** Why a checkpoint, or a proof that ends in one, isn't accepted. */
public sealed interface CheckpointFault extends Fault {

    /** The text doesn't end with a line break. */
    record LineNotEnded() implements CheckpointFault {
        @Override
        public String code() {
            return "LINE_NOT_ENDED";
        }

        @Override
        public String en() {
            return "The checkpoint's last line isn't ended by a line break.";
        }

        @Override
        public String it() {
            return "L'ultima riga del checkpoint non termina con un a capo.";
        }
    }

    /** Origin, size or root is missing. */
    record TooFewLines(int lines) implements CheckpointFault {
        @Override
        public String code() {
            return "TOO_FEW_LINES";
        }

        @Override
        public String en() {
            return "A checkpoint has at least three lines, not %d.".formatted(lines);
        }

        @Override
        public String it() {
            return "Un checkpoint ha almeno tre righe, non %d.".formatted(lines);
        }
    }

    /** An empty line where none may be. */
    record EmptyLine(int line) implements CheckpointFault {
        @Override
        public String code() {
            return "EMPTY_LINE";
        }

        @Override
        public String en() {
            return "Line %d of the checkpoint is empty.".formatted(line);
        }

        @Override
        public String it() {
            return "La riga %d del checkpoint è vuota.".formatted(line);
        }
    }

    /** The second line isn't a whole number without leading zeros, or is past 2^63 − 1. */
    record MalformedSize(String size) implements CheckpointFault {
        @Override
        public String code() {
            return "MALFORMED_SIZE";
        }

        @Override
        public String en() {
            return "The checkpoint's second line isn't a tree size: %s.".formatted(Fault.quoted(size));
        }

        @Override
        public String it() {
            return "La seconda riga del checkpoint non è la dimensione di un albero: %s.".formatted(Fault.quoted(size));
        }
    }

    /** The third line isn't 32 bytes in base64. */
    record MalformedRoot(String root) implements CheckpointFault {
        @Override
        public String code() {
            return "MALFORMED_ROOT";
        }

        @Override
        public String en() {
            return "The checkpoint's third line isn't a SHA-256 hash in base64: %s.".formatted(Fault.quoted(root));
        }

        @Override
        public String it() {
            return "La terza riga del checkpoint non è un hash SHA-256 in base64: %s.".formatted(Fault.quoted(root));
        }
    }

    /** It is another log's. */
    record OtherOrigin(String found, String expected) implements CheckpointFault {
        @Override
        public String code() {
            return "OTHER_ORIGIN";
        }

        @Override
        public String en() {
            return "The checkpoint is of the log %s, not of %s.".formatted(found, expected);
        }

        @Override
        public String it() {
            return "Il checkpoint è del registro %s, non di %s.".formatted(found, expected);
        }
    }

    /** Only others signed it. */
    record NotSignedByLog(String origin) implements CheckpointFault {
        @Override
        public String code() {
            return "NOT_SIGNED_BY_LOG";
        }

        @Override
        public String en() {
            return "The checkpoint isn't signed by a key of the log %s.".formatted(origin);
        }

        @Override
        public String it() {
            return "Il checkpoint non è firmato da una chiave del registro %s.".formatted(origin);
        }
    }

    /** A key that is trusted as a witness's makes no cosignatures. */
    record NotAWitnessKey(String name, String id) implements CheckpointFault {
        @Override
        public String code() {
            return "NOT_A_WITNESS_KEY";
        }

        @Override
        public String en() {
            return "The key %s+%s isn't of the type that witnesses sign with.".formatted(name, id);
        }

        @Override
        public String it() {
            return "La chiave %s+%s non è del tipo con cui firmano i testimoni.".formatted(name, id);
        }
    }

    /** Fewer witnesses than whoever asks wants. */
    record TooFewWitnesses(int found, int required) implements CheckpointFault {
        @Override
        public String code() {
            return "TOO_FEW_WITNESSES";
        }

        @Override
        public String en() {
            return "%d trusted witnesses cosigned; %d must.".formatted(found, required);
        }

        @Override
        public String it() {
            return "Hanno controfirmato %d testimoni fidati; devono essere %d.".formatted(found, required);
        }
    }

    /** The first line isn't {@code tlog-proof}'s. */
    record NoHeader(String found) implements CheckpointFault {
        @Override
        public String code() {
            return "NO_HEADER";
        }

        @Override
        public String en() {
            return "The proof doesn't begin with the line \"c2sp.org/tlog-proof@v1\", but with %s."
                    .formatted(Fault.quoted(found));
        }

        @Override
        public String it() {
            return "La prova non comincia con la riga \"c2sp.org/tlog-proof@v1\", ma con %s."
                    .formatted(Fault.quoted(found));
        }
    }

    /** The extra line isn't base64. */
    record MalformedExtra(String extra) implements CheckpointFault {
        @Override
        public String code() {
            return "MALFORMED_EXTRA";
        }

        @Override
        public String en() {
            return "The proof's extra data isn't base64: %s.".formatted(Fault.quoted(extra));
        }

        @Override
        public String it() {
            return "I dati aggiuntivi della prova non sono base64: %s.".formatted(Fault.quoted(extra));
        }
    }

    /** The index line is missing or isn't a whole number without leading zeros. */
    record MalformedIndex(String line) implements CheckpointFault {
        @Override
        public String code() {
            return "MALFORMED_INDEX";
        }

        @Override
        public String en() {
            return "The proof has no line \"index\" with a number, but %s.".formatted(Fault.quoted(line));
        }

        @Override
        public String it() {
            return "La prova non ha una riga \"index\" con un numero, ma %s.".formatted(Fault.quoted(line));
        }
    }

    /** A proof line isn't 32 bytes in base64. */
    record MalformedHash(String line) implements CheckpointFault {
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
    record TooManyHashes(int most) implements CheckpointFault {
        @Override
        public String code() {
            return "TOO_MANY_HASHES";
        }

        @Override
        public String en() {
            return "A proof has at most %d hashes.".formatted(most);
        }

        @Override
        public String it() {
            return "Una prova ha al massimo %d hash.".formatted(most);
        }
    }

    /** The text ends before the checkpoint. */
    record NoCheckpoint() implements CheckpointFault {
        @Override
        public String code() {
            return "NO_CHECKPOINT";
        }

        @Override
        public String en() {
            return "No empty line and checkpoint follow the hashes.";
        }

        @Override
        public String it() {
            return "Dopo gli hash non seguono una riga vuota e un checkpoint.";
        }
    }
}

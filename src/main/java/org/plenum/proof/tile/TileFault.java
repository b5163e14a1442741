package org.plenum.proof.tile;

import org.plenum.proof.Fault;

/** Why a tile, an entry bundle or its path isn't accepted. */
public sealed interface TileFault extends Fault {

    /** The path isn't written as {@code tlog-tiles} says. */
    record MalformedPath(String path) implements TileFault {
        @Override
        public String code() {
            return "MALFORMED_PATH";
        }

        @Override
        public String en() {
            return "This isn't the path of a tile or an entry bundle: %s.".formatted(Fault.quoted(path));
        }

        @Override
        public String it() {
            return "Questo non è il percorso di una tessera o di un pacchetto di voci: %s."
                    .formatted(Fault.quoted(path));
        }
    }

    /** The bytes aren't as many hashes as the tile is wide. */
    record WrongTileLength(int found, int expected) implements TileFault {
        @Override
        public String code() {
            return "WRONG_TILE_LENGTH";
        }

        @Override
        public String en() {
            return "The tile has %d bytes; it must have %d.".formatted(found, expected);
        }

        @Override
        public String it() {
            return "La tessera ha %d byte; ne deve avere %d.".formatted(found, expected);
        }
    }

    /** The bundle holds more or fewer entries than it is wide. */
    record WrongEntryCount(int found, int expected) implements TileFault {
        @Override
        public String code() {
            return "WRONG_ENTRY_COUNT";
        }

        @Override
        public String en() {
            return "The bundle has %d entries; it must have %d.".formatted(found, expected);
        }

        @Override
        public String it() {
            return "Il pacchetto ha %d voci; ne deve avere %d.".formatted(found, expected);
        }
    }

    /** The last entry, counted from 0, is cut off. */
    record TruncatedBundle(int entry) implements TileFault {
        @Override
        public String code() {
            return "TRUNCATED_BUNDLE";
        }

        @Override
        public String en() {
            return "The bundle ends within its entry %d.".formatted(entry);
        }

        @Override
        public String it() {
            return "Il pacchetto finisce dentro la voce %d.".formatted(entry);
        }
    }

    /** An entry whose length sixteen bits can't say. */
    record EntryTooLong(int length, int most) implements TileFault {
        @Override
        public String code() {
            return "ENTRY_TOO_LONG";
        }

        @Override
        public String en() {
            return "An entry has %d bytes; at most %d fit into a bundle.".formatted(length, most);
        }

        @Override
        public String it() {
            return "Una voce ha %d byte; in un pacchetto ce ne stanno al massimo %d.".formatted(length, most);
        }
    }
}

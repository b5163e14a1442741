package org.plenum.proof.notary;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenum.proof.merkle.Hash;

/**
 * Finds where an entry stands in the tree by its hash. Hashes are random: in an ordinary index each would go to a page of
 * its own, and all those pages would be written again with every sync. So they are kept in runs of 65,536, each written
 * once, when it is full; what came after the last run is looked for in the tiles themselves.
 */
final class LeafIndex {
    private static final int TILE = 256;
    private static final int TILES = 256;
    private static final int RUN = TILES * TILE;

    /** Bytes of a hash that are kept after its first, which tells its row. */
    private static final int KEPT = 6;

    /** The kept bytes, and the place within the run as two more. */
    private static final int LENGTH = KEPT + 2;

    private LeafIndex() {}

    /** Adds the runs that have become full by the tree's growing from one size to another; its tiles are stored. */
    static void addRuns(Connection connection, long from, long to) throws SQLException {
        for (var run = from / RUN; run < to / RUN; run++) {
            add(connection, run);
        }
    }

    private static void add(Connection connection, long run) throws SQLException {
        var rows = Stream.generate(ByteArrayOutputStream::new).limit(256).toList();
        try (var tiles = tiles(connection)) {
            for (var i = 0; i < TILES; i++) {
                var hashes = tile(tiles, run * TILES + i);
                if (hashes == null || hashes.length != TILE * Hash.LENGTH) {
                    throw new IllegalStateException("tile " + (run * TILES + i) + " is not full: tables are damaged");
                }
                for (var place = 0; place < TILE; place++) {
                    var row = rows.get(hashes[place * Hash.LENGTH] & 0xff);
                    row.write(hashes, place * Hash.LENGTH + 1, KEPT);
                    row.write(i);
                    row.write(place);
                }
            }
        }
        try (var insert =
                connection.prepareStatement("INSERT INTO log_leaf (run, first_byte, places) VALUES (?, ?, ?)")) {
            for (var first = 0; first < rows.size(); first++) {
                insert.setLong(1, run);
                insert.setInt(2, first);
                insert.setBytes(3, rows.get(first).toByteArray());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Where the entry with a hash stands in a tree of some size, counted from 0; empty if it is not in it. */
    static OptionalLong find(Connection connection, Hash hash, long size) throws SQLException {
        var wanted = hash.bytes();
        try (var tiles = tiles(connection);
                var runs =
                        connection.prepareStatement("SELECT places FROM log_leaf WHERE run = ? AND first_byte = ?")) {
            for (var tile = size / RUN * TILES; tile * TILE < size; tile++) {
                var place = placeIn(tile(tiles, tile), wanted);
                if (place >= 0) {
                    return OptionalLong.of(tile * TILE + place);
                }
            }
            for (var run = size / RUN - 1; run >= 0; run--) {
                var found = find(run, runs, tiles, wanted);
                if (found.isPresent()) {
                    return found;
                }
            }
            return OptionalLong.empty();
        }
    }

    private static OptionalLong find(long run, PreparedStatement runs, PreparedStatement tiles, byte[] wanted)
            throws SQLException {
        runs.setLong(1, run);
        runs.setInt(2, wanted[0] & 0xff);
        try (var result = runs.executeQuery()) {
            var places = result.next() ? result.getBytes(1) : new byte[0];
            for (var at = 0; at < places.length; at += LENGTH) {
                if (Arrays.equals(places, at, at + KEPT, wanted, 1, 1 + KEPT)) {
                    var tile = run * TILES + (places[at + KEPT] & 0xff);
                    var place = places[at + KEPT + 1] & 0xff;
                    // The kept bytes may be those of another hash too.
                    if (isAt(tile(tiles, tile), place, wanted)) {
                        return OptionalLong.of(tile * TILE + place);
                    }
                }
            }
            return OptionalLong.empty();
        }
    }

    private static int placeIn(byte @Nullable [] hashes, byte[] wanted) {
        for (var place = 0; hashes != null && place < hashes.length / Hash.LENGTH; place++) {
            if (isAt(hashes, place, wanted)) {
                return place;
            }
        }
        return -1;
    }

    private static boolean isAt(byte @Nullable [] hashes, int place, byte[] wanted) {
        var at = place * Hash.LENGTH;
        return hashes != null
                && at + Hash.LENGTH <= hashes.length
                && Arrays.equals(hashes, at, at + Hash.LENGTH, wanted, 0, Hash.LENGTH);
    }

    private static PreparedStatement tiles(Connection connection) throws SQLException {
        return connection.prepareStatement("SELECT hashes FROM log_tile WHERE level = 0 AND tile = ?");
    }

    private static byte @Nullable [] tile(PreparedStatement tiles, long number) throws SQLException {
        tiles.setLong(1, number);
        try (var result = tiles.executeQuery()) {
            return result.next() ? result.getBytes(1) : null;
        }
    }
}

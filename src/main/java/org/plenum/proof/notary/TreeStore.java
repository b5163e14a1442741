package org.plenum.proof.notary;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plenum.event.SessionEvent;
import org.plenum.event.Stored;
import org.plenum.ledger.StreamId;
import org.plenum.proof.Refused;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.checkpoint.TlogProof;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.Merkle;
import org.plenum.proof.merkle.MerkleTree;
import org.plenum.proof.merkle.MissingNodeException;
import org.plenum.proof.merkle.NodeId;
import org.plenum.proof.merkle.NodeReader;
import org.plenum.proof.note.Note;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.tile.HashTile;
import org.plenum.proof.tile.TileNodeReader;
import org.plenum.proof.tile.TilePath;

/** The notary's tables: the tree as tiles, its checkpoints, and the operator's acts. For any number of threads. */
public final class TreeStore {
    private static final String CLOSINGS = Stream.of(
                    SessionEvent.VoteClosed.class, SessionEvent.SessionClosed.class, SessionEvent.SessionDeserted.class)
            .map(type -> "'" + type.getAnnotation(Stored.class).name() + "'")
            .collect(Collectors.joining(", "));

    private final DataSource database;

    /** The tables in a database that has the ledger's schema. */
    public TreeStore(DataSource database) {
        this.database = database;
    }

    /** How large the stored tree is, and its root. */
    public record Head(long size, Hash root) {}

    /** A tile by its level and its number within it. */
    record TileId(int level, long number) {}

    /** Another process has moved the tree on in the meantime; nothing was stored. */
    static final class MovedOn extends RuntimeException {
        MovedOn(long size) {
            super("the tree no longer has " + size + " entries: another process has moved it on");
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** The stored tree's size and root. */
    public Head head() {
        return query(connection -> {
            try (var statement = connection.prepareStatement("SELECT size, root FROM log_tree WHERE one = 1");
                    var result = statement.executeQuery()) {
                return result.next()
                        ? new Head(result.getLong(1), Hash.of(result.getBytes(2)))
                        : new Head(0, Merkle.emptyRoot());
            }
        });
    }

    /**
     * Moves the tree on from one head to the next, with the tiles that come with it and the last position of each stream:
     * all of it, or nothing.
     */
    void advance(long from, Head to, Map<TileId, byte[]> tiles, Map<StreamId, Long> streams) {
        transaction(connection -> {
            if (from == 0) {
                insertFirst(connection);
            }
            try (var statement =
                    connection.prepareStatement("UPDATE log_tree SET size = ?, root = ? WHERE one = 1 AND size = ?")) {
                statement.setLong(1, to.size());
                statement.setBytes(2, to.root().bytes());
                statement.setLong(3, from);
                if (statement.executeUpdate() != 1) {
                    throw new MovedOn(from);
                }
            }
            for (var tile : tiles.entrySet()) {
                put(connection, tile.getKey(), tile.getValue());
            }
            LeafIndex.addRuns(connection, from, to.size());
            putStreams(connection, streams);
            return to;
        });
    }

    private static void insertFirst(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT INTO log_tree (one, size, root) "
                + "SELECT 1, 0, ? WHERE NOT EXISTS (SELECT 1 FROM log_tree WHERE one = 1)")) {
            statement.setBytes(1, Merkle.emptyRoot().bytes());
            statement.executeUpdate();
        }
    }

    private static void putStreams(Connection connection, Map<StreamId, Long> streams) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE log_stream SET position = ? WHERE stream = ?");
                var insert = connection.prepareStatement("INSERT INTO log_stream (position, stream) VALUES (?, ?)")) {
            for (var stream : streams.entrySet()) {
                update.setLong(1, stream.getValue());
                update.setString(2, stream.getKey().toString());
                if (update.executeUpdate() == 0) {
                    insert.setLong(1, stream.getValue());
                    insert.setString(2, stream.getKey().toString());
                    insert.executeUpdate();
                }
            }
        }
    }

    private static void put(Connection connection, TileId tile, byte[] hashes) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE log_tile SET hashes = ? WHERE level = ? AND tile = ?")) {
            set(update, tile, hashes);
            if (update.executeUpdate() == 1) {
                return;
            }
        }
        try (var insert = connection.prepareStatement("INSERT INTO log_tile (hashes, level, tile) VALUES (?, ?, ?)")) {
            set(insert, tile, hashes);
            insert.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, TileId tile, byte[] hashes) throws SQLException {
        statement.setBytes(1, hashes);
        statement.setInt(2, tile.level());
        statement.setLong(3, tile.number());
    }

    /** Forgets the tree, but not its checkpoints nor the acts, so that it can be built anew from the entries. */
    void clear() {
        transaction(connection -> {
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("DELETE FROM log_tile");
                statement.executeUpdate("DELETE FROM log_leaf");
                statement.executeUpdate("DELETE FROM log_stream");
                statement.executeUpdate("DELETE FROM log_tree");
            }
            return true;
        });
    }

    /** The stored bytes of a tile, as many hashes as it has so far; null if there is none. */
    byte @Nullable [] tile(TileId tile) {
        return query(connection -> {
            try (var statement =
                    connection.prepareStatement("SELECT hashes FROM log_tile WHERE level = ? AND tile = ?")) {
                statement.setInt(1, tile.level());
                statement.setLong(2, tile.number());
                try (var result = statement.executeQuery()) {
                    return result.next() ? result.getBytes(1) : null;
                }
            }
        });
    }

    /** Rows of the ledger that stand outside its order, as session and position: nobody but an intruder makes them. */
    public List<String> strayRows() {
        return query(connection -> {
            try (var statement = connection.prepareStatement(
                            "SELECT stream, position FROM entry WHERE global_index < 1 ORDER BY stream, position");
                    var result = statement.executeQuery()) {
                var rows = new ArrayList<String>();
                while (result.next()) {
                    rows.add(result.getString(1) + " " + result.getLong(2));
                }
                return rows;
            }
        });
    }

    /**
     * A tile as wide as its path says.
     *
     * @throws MissingNodeException if the stored one is not so wide
     */
    public HashTile tile(TilePath.Hashes path) {
        var stored = tile(new TileId(path.level(), path.index()));
        if (stored == null || stored.length < path.width() * Hash.LENGTH) {
            throw new MissingNodeException(new NodeId(0, 0));
        }
        var hashes = new ArrayList<Hash>(path.width());
        for (var i = 0; i < path.width(); i++) {
            hashes.add(Hash.at(stored, i * Hash.LENGTH));
        }
        return new HashTile(hashes);
    }

    /** The nodes of the tree as it was at some size. */
    public NodeReader nodes(long size) {
        return new TileNodeReader(this::tile, size);
    }

    /** The tree as it was at some size. */
    public MerkleTree tree(long size) {
        return new MerkleTree(nodes(size));
    }

    /** The last position of each stream that is in the tree. */
    public Map<StreamId, Long> streams() {
        return query(connection -> {
            try (var statement = connection.prepareStatement("SELECT stream, position FROM log_stream");
                    var result = statement.executeQuery()) {
                var streams = new LinkedHashMap<StreamId, Long>();
                while (result.next()) {
                    streams.put(StreamId.parse(result.getString(1)), result.getLong(2));
                }
                return streams;
            }
        });
    }

    /** Where the entry with a hash stands, counted from 0; empty if it is not in the tree. */
    public OptionalLong find(Hash hash) {
        var size = head().size();
        return query(connection -> LeafIndex.find(connection, hash, size));
    }

    /**
     * The proof that the entry with a hash is in the log, against the first checkpoint that covers it.
     *
     * @param published the largest tree that was published; nothing is proven by what nobody was shown
     * @return empty as long as it is in no such checkpoint
     */
    public Optional<TlogProof> prove(Hash hash, long published) {
        var leaf = find(hash);
        if (leaf.isEmpty()) {
            return Optional.empty();
        }
        var index = leaf.getAsLong();
        return checkpointCovering(index + 1)
                .filter(one -> one.checkpoint().size() <= published)
                .map(one -> {
                    var size = one.checkpoint().size();
                    return new TlogProof(index, tree(size).inclusionProof(index, size), one);
                });
    }

    /** Stores a checkpoint, or replaces the one of the same size. */
    void put(SignedCheckpoint checkpoint, Instant signedAt) {
        transaction(connection -> {
            var size = checkpoint.checkpoint().size();
            try (var update = connection.prepareStatement("UPDATE log_checkpoint SET note = ? WHERE size = ?")) {
                update.setString(1, checkpoint.format());
                update.setLong(2, size);
                if (update.executeUpdate() == 1) {
                    return true;
                }
            }
            try (var insert = connection.prepareStatement(
                    "INSERT INTO log_checkpoint (size, signed_at, note) VALUES (?, ?, ?)")) {
                insert.setLong(1, size);
                insert.setObject(2, signedAt.atOffset(ZoneOffset.UTC));
                insert.setString(3, checkpoint.format());
                insert.executeUpdate();
            }
            return true;
        });
    }

    /** Forgets checkpoints beyond a size, which the tree no longer bears out. */
    void forgetCheckpointsBeyond(long size) {
        transaction(connection -> {
            try (var statement = connection.prepareStatement("DELETE FROM log_checkpoint WHERE size > ?")) {
                statement.setLong(1, size);
                return statement.executeUpdate();
            }
        });
    }

    /** The largest tree's checkpoint; empty before the first. */
    public Optional<SignedCheckpoint> latestCheckpoint() {
        return checkpoint("SELECT note FROM log_checkpoint WHERE size >= ? ORDER BY size DESC", 0);
    }

    /** The first checkpoint whose tree has at least so many entries; empty if none has been signed yet. */
    public Optional<SignedCheckpoint> checkpointCovering(long size) {
        return checkpoint("SELECT note FROM log_checkpoint WHERE size >= ? ORDER BY size", size);
    }

    /** Hands over every stored checkpoint, the smallest tree's first. */
    public void checkpoints(Consumer<? super SignedCheckpoint> consumer) {
        for (var next = checkpointCovering(0); next.isPresent(); ) {
            var one = next.get();
            consumer.accept(one);
            next = checkpointCovering(one.checkpoint().size() + 1);
        }
    }

    /**
     * The first checkpoint at the closing of a vote or of a session that somebody wants, of a tree at least so large and at
     * most so large.
     */
    public Optional<SignedCheckpoint> nextClosing(long from, long to, Predicate<SignedCheckpoint> wanted) {
        for (var next = closings(from, to); !next.isEmpty(); ) {
            var found = next.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found;
            }
            next = closings(next.getLast().checkpoint().size() + 1, to);
        }
        return Optional.empty();
    }

    /** The last checkpoint at the closing of a vote or of a session, of a tree at most so large. */
    Optional<SignedCheckpoint> lastClosing(long to) {
        var found = closings(0, to, "DESC", 1);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    private List<SignedCheckpoint> closings(long from, long to) {
        return closings(from, to, "ASC", 100);
    }

    private List<SignedCheckpoint> closings(long from, long to, String order, int most) {
        return query(connection -> {
            try (var statement = connection.prepareStatement("SELECT c.note FROM log_checkpoint c"
                    + " JOIN entry e ON e.global_index = c.size WHERE c.size >= ? AND c.size <= ?"
                    + " AND e.event IN (" + CLOSINGS + ") ORDER BY c.size " + order + " FETCH FIRST " + most
                    + " ROWS ONLY")) {
                statement.setLong(1, from);
                statement.setLong(2, to);
                try (var result = statement.executeQuery()) {
                    var found = new ArrayList<SignedCheckpoint>();
                    while (result.next()) {
                        found.add(checkpoint(result));
                    }
                    return found;
                }
            }
        });
    }

    private Optional<SignedCheckpoint> checkpoint(String sql, long size) {
        return query(connection -> {
            try (var statement = connection.prepareStatement(sql + " FETCH FIRST 1 ROWS ONLY")) {
                statement.setLong(1, size);
                try (var result = statement.executeQuery()) {
                    return result.next() ? Optional.of(checkpoint(result)) : Optional.empty();
                }
            }
        });
    }

    private static SignedCheckpoint checkpoint(ResultSet result) throws SQLException {
        try {
            return SignedCheckpoint.parse(result.getString(1).getBytes(StandardCharsets.UTF_8));
        } catch (Refused e) {
            throw new IllegalStateException("a stored checkpoint cannot be read", e);
        }
    }

    /** Records an act of the operator. */
    void add(Note act) {
        transaction(connection -> {
            try (var insert = connection.prepareStatement(
                    "INSERT INTO log_act (number, note) SELECT COALESCE(MAX(number), 0) + 1, ? FROM log_act")) {
                insert.setString(1, act.format());
                return insert.executeUpdate();
            }
        });
    }

    /** The operator's acts, the oldest first. */
    public List<Note> acts() {
        return query(connection -> {
            try (var statement = connection.prepareStatement("SELECT note FROM log_act ORDER BY number");
                    var result = statement.executeQuery()) {
                var acts = new ArrayList<Note>();
                while (result.next()) {
                    acts.add(Note.parse(result.getString(1).getBytes(StandardCharsets.UTF_8)));
                }
                return acts;
            } catch (NoteRefused e) {
                throw new IllegalStateException("a stored act cannot be read", e);
            }
        });
    }

    private <T extends @Nullable Object> T query(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the transparency log's tables cannot be used: " + e.getMessage(), e);
        }
    }

    private <T> void transaction(Work<T> work) {
        query(connection -> {
            connection.setAutoCommit(false);
            try {
                var done = work.on(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }
}

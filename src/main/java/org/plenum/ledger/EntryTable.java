package org.plenum.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.event.SessionEvent;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.CommandKey;

/** The table of entries: every statement about it is here. */
final class EntryTable {
    /** Rows read at once; a page of entries then takes about a megabyte. */
    static final int PAGE = 2_000;

    private static final String COLUMNS = "global_index, stream, position, line, disclosed";

    /** Ordered by the whole key, though its first part is one: otherwise H2 reads all that follows, and sorts it. */
    static final String PAGE_OF_STREAM = "SELECT " + COLUMNS
            + " FROM entry WHERE stream = ? AND position > ? AND position <= ?"
            + " ORDER BY stream, position FETCH FIRST " + PAGE + " ROWS ONLY";

    /** How many entries of other streams may lie between those of a page that is read as a run. */
    private static final int MOST_BETWEEN = PAGE / 2;

    /** Those that are no ballots, from the table that tells which they are. */
    static final String OTHERS_OF_LEDGER =
            "SELECT entry.global_index, entry.stream, entry.position, entry.line, entry.disclosed"
                    + " FROM other_than_ballot other JOIN entry ON entry.global_index = other.global_index"
                    + " WHERE other.global_index > ? AND other.global_index <= ?"
                    + " ORDER BY other.global_index FETCH FIRST " + PAGE + " ROWS ONLY";

    static final String OTHERS_OF_STREAM =
            "SELECT entry.global_index, entry.stream, entry.position, entry.line, entry.disclosed"
                    + " FROM other_than_ballot other JOIN entry ON entry.global_index = other.global_index"
                    + " WHERE other.stream = ? AND other.position > ?"
                    + " ORDER BY other.stream, other.position FETCH FIRST " + PAGE + " ROWS ONLY";

    static final String PAGE_OF_LEDGER =
            "SELECT " + COLUMNS + " FROM entry WHERE global_index > ? AND global_index <= ? ORDER BY global_index";

    static final String BEGUN_STREAMS =
            "SELECT stream FROM entry WHERE global_index > ? AND global_index <= ? AND position = 1";

    /**
     * Not MIN(stream): H2 would go through all that is greater. As it is, H2 goes through all entries of the stream after
     * which the next is sought.
     */
    static final String NEXT_STREAM =
            "SELECT stream FROM entry WHERE stream > ? ORDER BY stream, position FETCH FIRST 1 ROW ONLY";

    private EntryTable() {}

    /** Entries with the mark of their command, which only the first of a command may have. */
    record Row(Entry entry, @Nullable CommandMark mark) {}

    /** What is remembered of a command: its mark and its first entry. */
    record Remembered(Fingerprint fingerprint, int entries, StoredLine first) {}

    /** The highest index in use, 0 in an empty ledger. */
    static long lastIndex(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT MAX(global_index) FROM entry");
                var result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    /** A statement that adds entries from an index on, as one batch. */
    static PreparedStatement adding(Connection connection, long first, List<Row> rows) throws SQLException {
        var statement = connection.prepareStatement("INSERT INTO entry (" + COLUMNS
                + ", event, version, recorded_at, command_key, command_actor, command_fingerprint, command_entries)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        var index = first;
        for (var row : rows) {
            var entry = row.entry();
            var stored = StoredEvents.nameOf(entry.recorded().event());
            statement.setLong(1, index++);
            statement.setString(2, entry.stream().toString());
            statement.setLong(3, entry.position());
            statement.setBytes(4, entry.line());
            statement.setString(5, entry.disclosed());
            statement.setString(6, stored.name());
            statement.setInt(7, stored.version());
            statement.setObject(8, entry.recorded().recordedAt().atOffset(ZoneOffset.UTC));
            var mark = row.mark();
            statement.setObject(9, mark == null ? null : mark.key().value());
            statement.setString(10, mark == null ? null : mark.actor().value());
            statement.setBytes(11, mark == null ? null : mark.fingerprint().bytes());
            statement.setObject(12, mark == null ? null : mark.entries());
            statement.addBatch();
        }
        return statement;
    }

    /** Notes which of the entries that are added from an index on are no ballots. */
    static void noteOthers(Connection connection, long first, List<Row> rows) throws SQLException {
        PreparedStatement statement = null;
        try {
            var index = first;
            for (var row : rows) {
                var entry = row.entry();
                if (!(entry.recorded().event() instanceof SessionEvent.Ballot)) {
                    if (statement == null) {
                        statement = connection.prepareStatement(
                                "INSERT INTO other_than_ballot (global_index, stream, position) VALUES (?, ?, ?)");
                    }
                    statement.setLong(1, index);
                    statement.setString(2, entry.stream().toString());
                    statement.setLong(3, entry.position());
                    statement.addBatch();
                }
                index++;
            }
            if (statement != null) {
                statement.executeBatch();
            }
        } finally {
            if (statement != null) {
                statement.close();
            }
        }
    }

    /** The next page of a stream, after a position and up to another, in order. */
    static List<StoredLine> page(Connection connection, StreamId stream, long after, long to) throws SQLException {
        try (var statement = connection.prepareStatement(PAGE_OF_STREAM)) {
            statement.setString(1, stream.toString());
            statement.setLong(2, after);
            statement.setLong(3, to);
            return lines(statement, stream);
        }
    }

    /**
     * The page of a stream that follows on an entry, up to a position, in order. Where the stream fills the ledger nearly
     * alone, its entries are read one after another, without its index, and the few of others are left out here: H2 would
     * prefer the stream's index if it were told the stream.
     */
    static List<StoredLine> pageAfter(Connection connection, StreamId stream, StoredLine before, long to)
            throws SQLException {
        var last = indexOf(connection, stream, Math.min(to, before.position() + PAGE));
        if (last == 0 || last - before.index() > PAGE + MOST_BETWEEN) {
            return page(connection, stream, before.position(), to);
        }
        var name = stream.toString();
        try (var statement = connection.prepareStatement(PAGE_OF_LEDGER)) {
            statement.setLong(1, before.index());
            statement.setLong(2, last);
            try (var result = statement.executeQuery()) {
                var lines = new ArrayList<StoredLine>(PAGE);
                while (result.next()) {
                    if (name.equals(result.getString(2))) {
                        lines.add(line(result, stream));
                    }
                }
                return lines;
            }
        }
    }

    /** Where the entry at a position of a stream stands in the ledger; 0 where there is none. */
    private static long indexOf(Connection connection, StreamId stream, long position) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT global_index FROM entry WHERE stream = ? AND position = ?")) {
            statement.setString(1, stream.toString());
            statement.setLong(2, position);
            try (var result = statement.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    /** The next page of the whole ledger, after an index and up to another, in order. */
    static List<StoredLine> page(Connection connection, long after, long to) throws SQLException {
        try (var statement = connection.prepareStatement(PAGE_OF_LEDGER)) {
            statement.setLong(1, after);
            statement.setLong(2, Math.min(to, after + PAGE));
            return lines(statement, null);
        }
    }

    /** The next page of entries that are no ballots, of the whole ledger, after an index and up to another, in order. */
    static List<StoredLine> others(Connection connection, long after, long to) throws SQLException {
        try (var statement = connection.prepareStatement(OTHERS_OF_LEDGER)) {
            statement.setLong(1, after);
            statement.setLong(2, to);
            return lines(statement, null);
        }
    }

    /** The next page of a stream's entries that are no ballots, after a position, in order. */
    static List<StoredLine> others(Connection connection, StreamId stream, long after) throws SQLException {
        try (var statement = connection.prepareStatement(OTHERS_OF_STREAM)) {
            statement.setString(1, stream.toString());
            statement.setLong(2, after);
            return lines(statement, stream);
        }
    }

    /** The last position of a stream among the entries up to an index; 0 where there is none. */
    static long head(Connection connection, StreamId stream, long upTo) throws SQLException {
        // Positions have no gaps, so the last is found by doubling and halving, without reading the stream.
        try (var statement = connection.prepareStatement(
                "SELECT 1 FROM entry WHERE stream = ? AND position = ? AND global_index <= ?")) {
            statement.setString(1, stream.toString());
            statement.setLong(3, upTo);
            var there = 0L;
            var beyond = 1L;
            while (exists(statement, beyond)) {
                there = beyond;
                beyond *= 2;
            }
            while (beyond - there > 1) {
                var middle = (there + beyond) / 2;
                if (exists(statement, middle)) {
                    there = middle;
                } else {
                    beyond = middle;
                }
            }
            return there;
        }
    }

    private static boolean exists(PreparedStatement statement, long position) throws SQLException {
        statement.setLong(2, position);
        try (var result = statement.executeQuery()) {
            return result.next();
        }
    }

    /** The streams that begin after an index and not after another. */
    static List<StreamId> begunStreams(Connection connection, long after, long upTo) throws SQLException {
        try (var statement = connection.prepareStatement(BEGUN_STREAMS)) {
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            try (var result = statement.executeQuery()) {
                var streams = new ArrayList<StreamId>();
                while (result.next()) {
                    streams.add(StreamId.parse(result.getString(1)));
                }
                return streams;
            }
        }
    }

    /** The first stream by name after another, or null if there is none. */
    static @Nullable StreamId nextStream(Connection connection, String after) throws SQLException {
        try (var statement = connection.prepareStatement(NEXT_STREAM)) {
            statement.setString(1, after);
            try (var result = statement.executeQuery()) {
                return result.next() ? StreamId.parse(result.getString(1)) : null;
            }
        }
    }

    /** What is remembered of a command that came with a key. */
    static Optional<Remembered> command(Connection connection, Actor actor, CommandKey key) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT " + COLUMNS
                + ", command_fingerprint, command_entries FROM entry WHERE command_key = ? AND command_actor = ?")) {
            statement.setObject(1, key.value());
            statement.setString(2, actor.value());
            try (var result = statement.executeQuery()) {
                return result.next()
                        ? Optional.of(new Remembered(
                                Fingerprint.stored(result.getBytes("command_fingerprint")),
                                result.getInt("command_entries"),
                                line(result, null)))
                        : Optional.empty();
            }
        }
    }

    /** The lines found, of a stream where all are of one. */
    private static List<StoredLine> lines(PreparedStatement statement, @Nullable StreamId stream) throws SQLException {
        try (var result = statement.executeQuery()) {
            var lines = new ArrayList<StoredLine>();
            while (result.next()) {
                lines.add(line(result, stream));
            }
            return lines;
        }
    }

    private static StoredLine line(ResultSet result, @Nullable StreamId stream) throws SQLException {
        return new StoredLine(
                result.getLong(1),
                stream == null ? StreamId.parse(result.getString(2)) : stream,
                result.getLong(3),
                result.getBytes(4),
                result.getString(5));
    }
}

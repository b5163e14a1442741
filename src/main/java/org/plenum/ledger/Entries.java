package org.plenum.ledger;

/** From stored lines to entries, never passing one over. */
final class Entries {
    private Entries() {}

    /**
     * Reads a line that must be at this position of this stream.
     *
     * @throws UnreadableEntry if it is not, or cannot be read
     */
    static Entry inOrder(StoredLine line, StreamId stream, long position) {
        if (line.position() != position) {
            throw new UnreadableEntry(stream, position, "the entry is missing", null);
        }
        return read(line);
    }

    /**
     * Reads a line.
     *
     * @throws UnreadableEntry if it cannot be read
     */
    static Entry read(StoredLine line) {
        return EntryJson.read(line.stream(), line.position(), line.line(), line.disclosed());
    }
}

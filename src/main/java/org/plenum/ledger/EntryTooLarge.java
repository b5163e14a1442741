package org.plenum.ledger;

/** An event whose entry would be longer than a line of the ledger may be. Nothing of its command is recorded. */
final class EntryTooLarge extends RuntimeException {
    private final String event;
    private final int bytes;

    EntryTooLarge(String event, int bytes) {
        super(event + " takes " + bytes + " bytes; an entry has at most " + EntryJson.LONGEST);
        this.event = event;
        this.bytes = bytes;
    }

    String event() {
        return event;
    }

    int bytes() {
        return bytes;
    }
}

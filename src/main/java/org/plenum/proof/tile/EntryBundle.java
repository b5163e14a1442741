package org.plenum.proof.tile;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Entries one after the other, each after its length in two bytes, the more significant first. */
public final class EntryBundle {

    /** The most bytes that an entry may have. */
    public static final int MOST_ENTRY_BYTES = 0xffff;

    private EntryBundle() {}

    /**
     * The bytes that are served for these entries.
     *
     * @throws TileRefused if an entry is too long
     */
    public static byte[] encode(List<byte[]> entries) throws TileRefused {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > MOST_ENTRY_BYTES) {
                throw new TileRefused(new TileFault.EntryTooLong(entry.length, MOST_ENTRY_BYTES));
            }
            bytes.write(entry.length >>> 8);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }

    /**
     * The entries in a bundle's bytes.
     *
     * @throws TileRefused if they aren't exactly as many whole entries as the path promises
     */
    public static List<byte[]> decode(TilePath.Entries path, byte[] bytes) throws TileRefused {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            if (bytes.length - at < 2) {
                throw new TileRefused(new TileFault.TruncatedBundle(entries.size()));
            }
            int length = (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
            at += 2;
            if (bytes.length - at < length) {
                throw new TileRefused(new TileFault.TruncatedBundle(entries.size()));
            }
            entries.add(Arrays.copyOfRange(bytes, at, at + length));
            at += length;
        }
        if (entries.size() != path.width()) {
            throw new TileRefused(new TileFault.WrongEntryCount(entries.size(), path.width()));
        }
        return entries;
    }
}

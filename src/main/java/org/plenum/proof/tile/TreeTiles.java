package org.plenum.proof.tile;

import java.util.ArrayList;
import java.util.List;

/** Which tiles a tree of some size consists of. */
public final class TreeTiles {

    private TreeTiles() {}

    /** The hash tiles that a tree of {@code newSize} leaves has and one of {@code oldSize} hadn't, lowest level first. */
    public static List<TilePath.Hashes> added(long oldSize, long newSize) {
        if (oldSize < 0 || newSize < oldSize) {
            throw new IllegalArgumentException("no tree grows from " + oldSize + " to " + newSize);
        }
        List<TilePath.Hashes> tiles = new ArrayList<>();
        long before = oldSize;
        long after = newSize;
        for (int level = 0; after > 0; level++) {
            if (after > before) {
                for (long index = before / TilePath.FULL_WIDTH; index <= (after - 1) / TilePath.FULL_WIDTH; index++) {
                    tiles.add(new TilePath.Hashes(level, index, widthOf(index, after)));
                }
            }
            before /= TilePath.FULL_WIDTH;
            after /= TilePath.FULL_WIDTH;
        }
        return tiles;
    }

    /** How many hashes the tile with this level and index has in a tree of {@code size} leaves: 0 if it has no such tile. */
    public static int width(int level, long index, long size) {
        int shift = HashTile.HEIGHT * level;
        return shift > 62 ? 0 : widthOf(index, size >>> shift);
    }

    private static int widthOf(long index, long hashesInLevel) {
        long rest = index > Long.MAX_VALUE / TilePath.FULL_WIDTH ? 0 : hashesInLevel - index * TilePath.FULL_WIDTH;
        return Math.clamp(rest, 0, TilePath.FULL_WIDTH);
    }
}

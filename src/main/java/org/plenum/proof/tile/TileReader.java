package org.plenum.proof.tile;

/** Where tiles are read: files, a web site, a table. */
@FunctionalInterface
public interface TileReader {

    /** The tile at this path, which belongs to a tree that is known to have it. */
    HashTile read(TilePath.Hashes path);
}

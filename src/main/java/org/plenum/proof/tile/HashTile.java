package org.plenum.proof.tile;

import java.util.ArrayList;
import java.util.List;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.Merkle;
import org.plenum.proof.merkle.NodeId;
import org.plenum.proof.merkle.NodeReader;

/** The hashes of a tile, left to right: the bottom of a subtree of height eight, from which the rest is computed. */
public record HashTile(List<Hash> hashes) {

    /** How many levels of the tree one tile spans. */
    static final int HEIGHT = 8;

    public HashTile {
        hashes = List.copyOf(hashes);
        if (hashes.isEmpty() || hashes.size() > TilePath.FULL_WIDTH) {
            throw new IllegalArgumentException("no tile has " + hashes.size() + " hashes");
        }
    }

    /**
     * Reads a tile's bytes.
     *
     * @throws TileRefused if they aren't exactly the hashes that the path promises
     */
    public static HashTile decode(TilePath.Hashes path, byte[] bytes) throws TileRefused {
        int expected = path.width() * Hash.LENGTH;
        if (bytes.length != expected) {
            throw new TileRefused(new TileFault.WrongTileLength(bytes.length, expected));
        }
        List<Hash> hashes = new ArrayList<>(path.width());
        for (int at = 0; at < bytes.length; at += Hash.LENGTH) {
            hashes.add(Hash.at(bytes, at));
        }
        return new HashTile(hashes);
    }

    /** The tile as a stored tree has it. */
    public static HashTile of(TilePath.Hashes path, NodeReader nodes) {
        List<NodeId> needed = new ArrayList<>(path.width());
        for (int i = 0; i < path.width(); i++) {
            needed.add(new NodeId(HEIGHT * path.level(), path.index() * TilePath.FULL_WIDTH + i));
        }
        return new HashTile(nodes.read(needed));
    }

    /** The bytes that are served. */
    public byte[] encode() {
        byte[] bytes = new byte[hashes.size() * Hash.LENGTH];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyInto(bytes, i * Hash.LENGTH);
        }
        return bytes;
    }

    /** The hash of the perfect subtree over {@code 1 << height} of the tile's hashes from {@code first} on. */
    Hash subtree(int first, int height) {
        if (height == 0) {
            return hashes.get(first);
        }
        int half = 1 << (height - 1);
        return Merkle.node(subtree(first, height - 1), subtree(first + half, height - 1));
    }
}

package org.plenum.proof.tile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.MissingNodeException;
import org.plenum.proof.merkle.NodeId;
import org.plenum.proof.merkle.NodeReader;

/** The nodes of a tree of known size, computed from its tiles. Reads each tile at most once for each proof. */
public final class TileNodeReader implements NodeReader {

    private final TileReader tiles;
    private final long size;

    public TileNodeReader(TileReader tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    @Override
    public List<Hash> read(List<NodeId> nodes) {
        Map<TilePath.Hashes, HashTile> read = new HashMap<>();
        return nodes.stream().map(node -> hash(node, read)).toList();
    }

    private Hash hash(NodeId node, Map<TilePath.Hashes, HashTile> read) {
        int level = node.level() / HashTile.HEIGHT;
        int height = node.level() % HashTile.HEIGHT;
        long first = node.index() << height;
        long index = first / TilePath.FULL_WIDTH;
        int place = (int) (first % TilePath.FULL_WIDTH);
        int width = TreeTiles.width(level, index, size);
        if (place + (1 << height) > width) {
            throw new MissingNodeException(node);
        }
        return read.computeIfAbsent(new TilePath.Hashes(level, index, width), tiles::read)
                .subtree(place, height);
    }
}

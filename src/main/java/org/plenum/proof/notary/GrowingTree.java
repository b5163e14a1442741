package org.plenum.proof.notary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plenum.ledger.StreamId;
import org.plenum.proof.merkle.Frontier;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.NodeId;

/** A stored tree with entries that are still to be stored. One thread at a time may use it. */
final class GrowingTree {
    private static final int LEVELS_PER_TILE = 8;
    private static final int WIDTH = 256;

    private static final class OpenTile {
        private byte[] hashes;
        private int count;

        OpenTile(byte[] stored) {
            this.hashes = Arrays.copyOf(stored, WIDTH * Hash.LENGTH);
            this.count = stored.length / Hash.LENGTH;
        }

        byte[] stored() {
            return Arrays.copyOf(hashes, count * Hash.LENGTH);
        }
    }

    private final TreeStore store;
    private final Map<TreeStore.TileId, OpenTile> open = new HashMap<>();
    private final LinkedHashMap<TreeStore.TileId, OpenTile> changed = new LinkedHashMap<>();
    private final Map<StreamId, Long> streams = new LinkedHashMap<>();
    private Frontier frontier;
    private long stored;

    GrowingTree(TreeStore store) {
        this.store = store;
        var head = store.head();
        this.stored = head.size();
        this.frontier = Frontier.of(stored, store.nodes(stored));
        if (!frontier.root().equals(head.root())) {
            throw new IllegalStateException("the stored tree of " + stored
                    + " entries does not have the root stored with it: its tables are damaged");
        }
    }

    /** How many entries it has, those still to be stored included. */
    long size() {
        return frontier.size();
    }

    /** How many entries are still to be stored. */
    int pending() {
        return (int) (size() - stored);
    }

    /** Its root, over those still to be stored too. */
    Hash root() {
        return frontier.root();
    }

    /** Adds the entry of a stream at a position. */
    void append(Hash leaf, StreamId stream, long position) {
        streams.put(stream, position);
        frontier.append(leaf, this::complete);
    }

    private void complete(NodeId node, Hash hash) {
        if (node.level() % LEVELS_PER_TILE != 0) {
            return;
        }
        var id = new TreeStore.TileId(node.level() / LEVELS_PER_TILE, node.index() / WIDTH);
        var place = (int) (node.index() % WIDTH);
        var tile = open.computeIfAbsent(id, wanted -> {
            var before = place == 0 ? null : store.tile(wanted);
            return new OpenTile(before == null ? new byte[0] : before);
        });
        hash.copyInto(tile.hashes, place * Hash.LENGTH);
        tile.count = place + 1;
        changed.put(id, tile);
    }

    /**
     * Stores what is still to be stored, in one transaction.
     *
     * @throws TreeStore.MovedOn if another process stored some of it
     */
    void store() {
        if (pending() == 0) {
            return;
        }
        var tiles = new LinkedHashMap<TreeStore.TileId, byte[]>();
        changed.forEach((id, tile) -> tiles.put(id, tile.stored()));
        store.advance(stored, new TreeStore.Head(size(), root()), tiles, streams);
        stored = size();
        changed.clear();
        streams.clear();
        open.values().removeIf(tile -> tile.count == WIDTH);
    }
}

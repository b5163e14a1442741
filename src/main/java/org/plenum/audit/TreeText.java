package org.plenum.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.NodeId;
import org.plenum.proof.merkle.NodeReader;

/** Writes how a bundle's entries stand in the whole tree: runs of them, and the hashes of all that lies between. */
final class TreeText {
    private final Writer out;
    private final NodeReader nodes;
    private long next;
    private long run;

    TreeText(Writer out, NodeReader nodes) {
        this.out = out;
        this.nodes = nodes;
    }

    /** The bundle's next entry is this leaf of the tree, counted from 0. */
    void entry(long leaf) throws IOException {
        if (leaf != next) {
            endRun();
            fill(leaf);
        }
        run++;
        next = leaf + 1;
    }

    /** The tree has so many leaves. */
    void end(long size) throws IOException {
        endRun();
        fill(size);
    }

    private void endRun() throws IOException {
        if (run > 0) {
            out.write("entries " + run + "\n");
            run = 0;
        }
    }

    private void fill(long to) throws IOException {
        List<NodeId> between = new ArrayList<>();
        while (next < to) {
            var aligned = next == 0 ? 62 : Long.numberOfTrailingZeros(next);
            var level = Math.min(aligned, 63 - Long.numberOfLeadingZeros(to - next));
            between.add(new NodeId(level, next >>> level));
            next += 1L << level;
        }
        if (!between.isEmpty()) {
            List<Hash> hashes = nodes.read(between);
            for (var i = 0; i < hashes.size(); i++) {
                out.write("hash " + between.get(i).level() + " " + hashes.get(i).base64() + "\n");
            }
        }
    }
}

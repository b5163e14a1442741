package org.plenum.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.plenum.proof.checkpoint.Checkpoint;
import org.plenum.proof.merkle.Frontier;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.NodeSink;

/** Puts the entries where tree.txt says they stand. */
final class TreeReader implements AutoCloseable {
    private static final int LONGEST = 200;
    private static final Pattern RUN = Pattern.compile("entries ([1-9][0-9]{0,14})");
    private static final Pattern SUBTREE = Pattern.compile("hash (0|[1-9][0-9]?) ([A-Za-z0-9+/]{43}=)");

    private final Lines in;
    private final Frontier frontier = new Frontier();
    private long run;

    TreeReader(InputStream in) {
        this.in = new Lines(in, LONGEST);
    }

    void entry(Hash leaf) throws IOException, MalformedFile {
        while (run == 0) {
            var line = in.nextText();
            if (line == null) {
                throw new MalformedFile(
                        "ci sono più voci di quante tree.txt ne collochi",
                        "there are more entries than tree.txt has places for");
            }
            take(line);
        }
        run--;
        try {
            frontier.append(leaf, NodeSink.none());
        } catch (IllegalArgumentException full) {
            throw new MalformedFile("tree.txt colloca troppe voci", "tree.txt has places for too many entries");
        }
    }

    private void take(String line) throws MalformedFile {
        var entries = RUN.matcher(line);
        if (entries.matches()) {
            run = Long.parseLong(entries.group(1));
            return;
        }
        var subtree = SUBTREE.matcher(line);
        try {
            if (subtree.matches()) {
                var hash = Hash.fromBase64(subtree.group(2)).orElseThrow(IllegalArgumentException::new);
                frontier.append(Integer.parseInt(subtree.group(1)), hash, NodeSink.none());
                return;
            }
        } catch (IllegalArgumentException doesNotFit) {
            throw new MalformedFile("tree.txt non si legge: " + line, "tree.txt cannot be read: " + line);
        }
        throw new MalformedFile("tree.txt non si legge: " + line, "tree.txt cannot be read: " + line);
    }

    /** Whether the tree so far is that of a state of the log. */
    boolean isOf(Checkpoint head) {
        return frontier.size() == head.size() && frontier.root().equals(head.root());
    }

    void requireEnd() throws IOException, MalformedFile {
        for (var line = in.nextText(); line != null || run > 0; line = in.nextText()) {
            if (run > 0 || line == null) {
                throw new MalformedFile(
                        "mancano voci che tree.txt colloca", "entries that tree.txt has places for are missing");
            }
            take(line);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

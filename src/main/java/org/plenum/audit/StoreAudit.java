package org.plenum.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.plenum.event.SessionEvent;
import org.plenum.ledger.EntryHash;
import org.plenum.ledger.EntryLines;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.StoredLine;
import org.plenum.ledger.StreamId;
import org.plenum.proof.merkle.Frontier;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.MissingNodeException;
import org.plenum.proof.merkle.NodeId;
import org.plenum.proof.merkle.NodeSink;
import org.plenum.proof.notary.Notary;
import org.plenum.proof.notary.RolledBack;
import org.plenum.proof.notary.TreeStore;
import org.plenum.proof.tile.TilePath;
import org.plenum.proof.tile.TreeTiles;

/**
 * Compares the ledger's rows with the log's tree, both ways: every row against its leaf and its stream's chain, every leaf
 * against its row, every node against its children, the root and the checkpoints against all of them.
 */
public final class StoreAudit {
    private static final int PROGRESS_EVERY = 100_000;
    private static final int PAGE = 1_000;
    private static final int MOST_NAMED = 100;

    private record Head(long position, EntryHash hash) {}

    private final Ledger ledger;
    private final TreeStore tree;
    private final LongConsumer progress;
    private final Verdicts verdicts = new Verdicts();
    private final Map<StreamId, Head> heads = new HashMap<>();
    private final List<Long> missingIndexes = new ArrayList<>();
    private final BitSet listed = new BitSet();
    private long missing;
    private long named;
    private final Frontier frontier = new Frontier();
    private final long size;
    private List<Hash> leaves = List.of();
    private long leavesFrom;
    private long expected = 1;

    private StoreAudit(Ledger ledger, TreeStore tree, LongConsumer progress) {
        this.ledger = ledger;
        this.tree = tree;
        this.progress = progress;
        this.size = tree.head().size();
    }

    /**
     * Compares. The notary may be at work meanwhile: entries that are not yet in the tree are left to the next audit.
     *
     * @param progress told now and then how many entries were read
     */
    public static Verdicts run(Ledger ledger, TreeStore tree, LongConsumer progress) {
        var audit = new StoreAudit(ledger, tree, progress);
        audit.entries();
        audit.nodes();
        audit.heads();
        return audit.verdicts;
    }

    /**
     * The same, and compares with what the data folder keeps outside the database: so an old backup is found, which agrees
     * with itself.
     */
    public static Verdicts run(Ledger ledger, Path dataFolder, LongConsumer progress) {
        var contradiction = Notary.contradiction(ledger, dataFolder);
        var verdicts = run(ledger, new TreeStore(ledger.dataSource()), progress);
        if (contradiction.isEmpty()) {
            verdicts.checked(
                    "Lo stato pubblicato per ultimo, come lo tiene la cartella fuori dalla base dati.",
                    "The state that was published last, as the folder keeps it outside the database.");
        } else if (!(contradiction.get() instanceof RolledBack.Why.EntriesBehindTree)) {
            // Entries that are missing from the end are named already.
            var why = contradiction.get();
            verdicts.wrong(why.code(), null, null, why.it(), why.en());
        }
        return verdicts;
    }

    // ---- rows against leaves

    private void entries() {
        ledger.reader().readOthers(0, size, line -> listed.set(Math.toIntExact(line.index())));
        ledger.reader().readLines(0, size, this::entry);
        missingUpTo(size + 1);
        // Whatever stands beyond the tree must at least follow on what is in it.
        ledger.reader().readLines(size, Long.MAX_VALUE, line -> chain(line, null));
        missingAtEnds();
        for (var stray : tree.strayRows()) {
            var space = stray.lastIndexOf(' ');
            wrong(
                    "ENTRY_INSERTED",
                    StreamId.parse(stray.substring(0, space)),
                    Long.parseLong(stray.substring(space + 1)),
                    "la riga è stata inserita fuori dal registro",
                    "the row was inserted past the ledger");
        }
        if (verdicts.isGood()) {
            verdicts.checked(
                    "Tutte le " + size
                            + " voci della base dati stanno nell'albero, ciascuna al suo posto e legata alla "
                            + "precedente, e ogni foglia dell'albero ha la sua voce.",
                    "All " + size + " entries in the database are in the tree, each in its place and tied to the one "
                            + "before, and every leaf of the tree has its entry.");
        }
    }

    private void entry(StoredLine line) {
        missingUpTo(line.index());
        expected = line.index() + 1;
        var leaf = leaf(line.index() - 1);
        chain(line, leaf);
        if (expected % PROGRESS_EVERY == 0) {
            progress.accept(expected);
        }
    }

    private void missingUpTo(long index) {
        for (; expected < index; expected++) {
            leaf(expected - 1);
            missing++;
            if (missingIndexes.size() < MOST_NAMED) {
                missingIndexes.add(expected);
            }
        }
    }

    /** What is missing at the end of a stream; elsewhere the gap in its positions tells. */
    private void missingAtEnds() {
        tree.streams().forEach((stream, position) -> {
            var head = heads.get(stream);
            for (var gone = head == null ? 1 : head.position() + 1; gone <= position; gone++) {
                deleted(stream, gone);
            }
        });
        if (missing <= named) {
            return;
        }
        for (var index : missingIndexes) {
            verdicts.wrong(
                    "ENTRY_DELETED",
                    null,
                    null,
                    "La voce numero " + index + " dell'intero registro è nell'albero e manca dalla base dati.",
                    "Entry number " + index + " of the whole ledger is in the tree and missing from the database.");
        }
    }

    private void deleted(StreamId stream, long position) {
        named++;
        wrong("ENTRY_DELETED", stream, position, "la voce manca", "the entry is missing");
    }

    private void chain(StoredLine line, @Nullable Hash leaf) {
        var stream = line.stream();
        var hash = line.hash();
        var changed = leaf != null && !leaf.equals(Hash.of(hash.bytes()));
        if (changed) {
            wrong(
                    "ENTRY_CHANGED",
                    line,
                    "la riga non è quella che è entrata nell'albero: è stata alterata",
                    "the row is not the one that entered the tree: it was altered");
        }
        var before = heads.get(stream);
        var last = before == null ? 0 : before.position();
        if (line.position() > last + 1) {
            for (var gone = last + 1; gone < line.position(); gone++) {
                deleted(stream, gone);
            }
        } else if (line.position() <= last) {
            wrong("ENTRY_INSERTED", line, "la posizione è occupata due volte", "the position is taken twice");
        }
        try {
            var header = EntryLines.header(line.line());
            if (!header.stream().equals(stream) || header.position() != line.position()) {
                wrong(
                        "ROW_MISLABELLED",
                        line,
                        "la riga contiene la voce di " + header.stream() + ", posizione " + header.position(),
                        "the row holds the entry of " + header.stream() + ", position " + header.position());
            } else if (!changed
                    && line.position() == last + 1
                    && !Objects.equals(header.previous(), before == null ? null : before.hash())) {
                wrong(
                        leaf == null ? "ENTRY_INSERTED" : "CHAIN",
                        line,
                        "la voce non segue quella che la precede",
                        "the entry does not follow on the one before it");
            }
            var read = EntryLines.read(stream, line.position(), line.line(), line.disclosed());
            if (leaf != null
                    && listed.get(Math.toIntExact(line.index()))
                            == read.recorded().event() instanceof SessionEvent.Ballot) {
                wrong(
                        "LIST_WRONG",
                        line,
                        "la tabella da cui nascono gli elenchi tace la voce, o vi mette un voto",
                        "the table that lists are made from leaves the entry out, or has a ballot in it");
            }
        } catch (RuntimeException unreadable) {
            wrong(
                    "UNREADABLE",
                    line,
                    "la voce non si legge: " + unreadable.getMessage(),
                    "the entry cannot be read: " + unreadable.getMessage());
        }
        // What follows is held against the leaf, so that one altered row is named once.
        heads.put(stream, new Head(line.position(), leaf == null ? hash : EntryHash.parse(leaf.base64())));
    }

    // ---- the tree against itself

    private @Nullable Hash leaf(long number) {
        if (number < leavesFrom || number >= leavesFrom + leaves.size()) {
            var wanted = new ArrayList<NodeId>();
            leavesFrom = number;
            for (var at = number; at < Math.min(size, number + PAGE); at++) {
                wanted.add(new NodeId(0, at));
            }
            try {
                leaves = tree.nodes(size).read(wanted);
            } catch (MissingNodeException damaged) {
                leaves = List.of();
            }
        }
        if (number >= leavesFrom + leaves.size()) {
            return null;
        }
        var leaf = leaves.get((int) (number - leavesFrom));
        if (frontier.size() == number) {
            frontier.append(leaf, NodeSink.none());
        }
        return leaf;
    }

    private void nodes() {
        var before = verdicts.findings();
        for (var path : TreeTiles.added(0, size)) {
            tile(path);
        }
        if (verdicts.findings() == before) {
            verdicts.checked(
                    "Ogni nodo dell'albero segue dai nodi sotto di esso.",
                    "Every node of the tree follows from those below it.");
        }
    }

    private void tile(TilePath.Hashes path) {
        try {
            var hashes = tree.tile(path).hashes();
            if (path.level() == 0) {
                return;
            }
            for (var i = 0; i < hashes.size(); i++) {
                var number = path.index() * TilePath.FULL_WIDTH + i;
                var below = new TilePath.Hashes(path.level() - 1, number, TilePath.FULL_WIDTH);
                var subtree = new Frontier();
                tree.tile(below).hashes().forEach(hash -> subtree.append(hash, NodeSink.none()));
                if (!subtree.root().equals(hashes.get(i))) {
                    damaged(path.path() + ", " + i);
                }
            }
        } catch (MissingNodeException missing) {
            damaged(path.path());
        }
    }

    private void damaged(String where) {
        verdicts.wrong(
                "TREE_DAMAGED",
                null,
                null,
                "Le tabelle dell'albero sono danneggiate: " + where + ". Si ricostruiscono dalle voci con "
                        + "plenum accept-rollback.",
                "The tree's tables are damaged: " + where + ". plenum accept-rollback builds them anew from the "
                        + "entries.");
    }

    private void heads() {
        var head = tree.head();
        var before = verdicts.findings();
        try {
            if (!tree.tree(head.size()).root(head.size()).equals(head.root())
                    || (frontier.size() == head.size() && !frontier.root().equals(head.root()))) {
                damaged("log_tree");
            }
            tree.checkpoints(checkpoint -> {
                var said = checkpoint.checkpoint();
                if (said.size() > head.size()
                        || !tree.tree(said.size()).root(said.size()).equals(said.root())) {
                    verdicts.wrong(
                            "CHECKPOINT",
                            null,
                            null,
                            "Lo stato firmato a " + said.size() + " voci non è quello dell'albero.",
                            "The signed state at " + said.size() + " entries is not that of the tree.");
                }
            });
        } catch (MissingNodeException missing) {
            damaged("log_tile");
        }
        if (verdicts.findings() == before) {
            verdicts.checked(
                    "La radice e tutti gli stati firmati concordano con l'albero.",
                    "The root and all signed states agree with the tree.");
        }
    }

    private void wrong(String code, StoredLine line, String it, String en) {
        wrong(code, line.stream(), line.position(), it, en);
    }

    private void wrong(String code, StreamId stream, long position, String it, String en) {
        verdicts.wrong(
                code,
                stream.id(),
                position,
                stream + ", posizione " + position + ": " + it + ".",
                stream + ", position " + position + ": " + en + ".");
    }
}

package org.plenum.proof.notary;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plenum.event.Event;
import org.plenum.event.SessionEvent;
import org.plenum.ledger.DurableFeed;
import org.plenum.ledger.Entry;
import org.plenum.ledger.EntryHash;
import org.plenum.ledger.EntryLines;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.StreamId;
import org.plenum.proof.Refused;
import org.plenum.proof.checkpoint.Checkpoint;
import org.plenum.proof.checkpoint.LogIdentity;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.checkpoint.TlogProof;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.MissingNodeException;
import org.plenum.proof.note.NoteSignature;
import org.plenum.proof.note.SigningKey;
import org.plenum.proof.note.VerifierKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts every durable entry into the tree, once, in the order of the ledger, and signs the tree's heads: at once when a
 * vote opens or closes and when a session ends, within a second otherwise. An entry that does not follow on the one before
 * it in its stream makes it stall, and try again; it never passes one over.
 */
public final class Notary implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notary.class);

    private static final int MOST_PENDING = 4_096;
    private static final int REMEMBERED_HEADS = 10_000;
    private static final long SIGN_EVERY_MS = 500;
    private static final long MOST_WAIT_SECONDS = 30;
    private static final long RETRY_AFTER_MS = 1_000;

    private record StreamHead(long position, EntryHash hash) {}

    private record Waiting(long size, CompletableFuture<SignedCheckpoint> answer) {}

    private final Ledger ledger;
    private final LogFolder folder;
    private final TreeStore store;
    private final InstantSource clock;
    private final List<ConfiguredWitness> witnesses;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("notary-timer").factory());
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Consumer<SignedCheckpoint>> followers = new CopyOnWriteArrayList<>();
    private final Map<StreamId, StreamHead> heads = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamId, StreamHead> eldest) {
            return size() > REMEMBERED_HEADS;
        }
    };
    private GrowingTree tree;
    private DurableFeed.@Nullable Subscription subscription;
    private @Nullable SignedCheckpoint latest;
    private volatile @Nullable String stalled;
    private boolean closed;

    private Notary(Ledger ledger, LogFolder folder, InstantSource clock) {
        this.ledger = ledger;
        this.folder = folder;
        this.store = new TreeStore(ledger.dataSource());
        this.clock = clock;
        this.witnesses = folder.witnesses();
        this.tree = new GrowingTree(store);
    }

    /**
     * Takes up its work where the stored tree ends.
     *
     * @throws RolledBack if the database is behind what was published, or contradicts it
     */
    public static Notary open(Ledger ledger, Path dataFolder, InstantSource clock) {
        var notary = new Notary(ledger, checked(ledger, dataFolder), clock);
        notary.start();
        return notary;
    }

    /**
     * Looks whether a notary could take up its work.
     *
     * @throws RolledBack if the database is behind what was published, or contradicts it
     */
    public static void check(Ledger ledger, Path dataFolder) {
        checked(ledger, dataFolder).witnesses();
    }

    /** How the database contradicts what was published last, as the file outside it says; makes and changes nothing. */
    public static Optional<RolledBack.Why> contradiction(Ledger ledger, Path dataFolder) {
        if (LogFolder.readKey(dataFolder).isEmpty()) {
            return Optional.empty();
        }
        try {
            checkAgainstLast(ledger, LogFolder.open(dataFolder));
            return Optional.empty();
        } catch (RolledBack e) {
            return Optional.of(e.why());
        } catch (MissingNodeException damaged) {
            return Optional.of(new RolledBack.Why.Contradicted(
                    new TreeStore(ledger.dataSource()).head().size()));
        }
    }

    private static LogFolder checked(Ledger ledger, Path dataFolder) {
        var folder = LogFolder.open(dataFolder);
        folder.takeNextKey(new TreeStore(ledger.dataSource()).acts());
        checkAgainstLast(ledger, folder);
        return folder;
    }

    /**
     * Goes on, deliberately, from what the database has: builds the tree anew from the entries, and where that is not
     * what was published, records so in a signed act.
     *
     * @return the act; empty where the entries bear out the last checkpoint after all
     */
    public static Optional<String> acceptRollback(Ledger ledger, Path dataFolder, InstantSource clock, String reason) {
        var folder = LogFolder.open(dataFolder);
        var store = new TreeStore(ledger.dataSource());
        store.clear();
        var tree = new GrowingTree(store);
        ledger.reader().readLines(0, Long.MAX_VALUE, line -> {
            tree.append(Hash.of(line.hash().bytes()), line.stream(), line.position());
            if (tree.pending() == MOST_PENDING) {
                tree.store();
            }
        });
        tree.store();
        var last = folder.lastCheckpoint();
        if (last.isPresent() && mismatch(folder, store, last.get()).isEmpty()) {
            ledger.synced().join();
            return Optional.empty();
        }
        var head = store.head();
        var lost = last.map(SignedCheckpoint::checkpoint).orElse(null);
        var act = Acts.rollback(folder.key(), lost, head, clock.instant(), reason);
        store.forgetCheckpointsBeyond(head.size());
        store.add(act);
        var checkpoint = signed(folder.key(), folder.origin(), head.size(), head.root());
        store.put(checkpoint, clock.instant());
        ledger.synced().join();
        last.ifPresent(folder::keepLost);
        folder.keep(checkpoint);
        return Optional.of(act.format());
    }

    private static void checkAgainstLast(Ledger ledger, LogFolder folder) {
        var store = new TreeStore(ledger.dataSource());
        var last = folder.lastCheckpoint();
        if (last.isEmpty()) {
            store.latestCheckpoint().ifPresent(published -> {
                throw new RolledBack(
                        new RolledBack.Why.LastCheckpointGone(store.head().size()));
            });
        } else {
            mismatch(folder, store, last.get()).ifPresent(why -> {
                throw new RolledBack(why);
            });
        }
        var size = store.head().size();
        var entries = ledger.reader().lastIndex();
        if (entries < size) {
            throw new RolledBack(new RolledBack.Why.EntriesBehindTree(size, entries));
        }
    }

    private static Optional<RolledBack.Why> mismatch(LogFolder folder, TreeStore store, SignedCheckpoint last) {
        var published = last.checkpoint();
        try {
            var keys = Acts.inForce(Acts.terms(folder.key().verifier(), store.acts()), published.size());
            last.check(new LogIdentity(folder.origin(), keys), List.of());
        } catch (Refused e) {
            return Optional.of(new RolledBack.Why.OtherLog(published.origin(), folder.origin()));
        }
        var head = store.head();
        if (head.size() < published.size()) {
            return Optional.of(new RolledBack.Why.Missing(published.size(), head.size()));
        }
        var root = store.tree(head.size()).root(published.size());
        return root.equals(published.root())
                ? Optional.empty()
                : Optional.of(new RolledBack.Why.Contradicted(published.size()));
    }

    private synchronized void start() {
        latest = store.latestCheckpoint().orElse(null);
        if (latest == null || !latest.note().signatures().stream().anyMatch(one -> one.isClaimedFor(key()))) {
            sign();
        }
        follow();
        var _ = timer.scheduleWithFixedDelay(this::keepAndSign, SIGN_EVERY_MS, SIGN_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private synchronized void follow() {
        if (closed) {
            return;
        }
        tree = new GrowingTree(store);
        heads.clear();
        subscription = ledger.feed().subscribe("notary", tree.size(), new DurableFeed.Subscriber() {
            @Override
            public void on(long index, Entry entry) {
                take(index, entry);
            }

            @Override
            public void failed(RuntimeException cause) {
                stall(cause);
            }
        });
    }

    private synchronized void take(long index, Entry entry) {
        if (index != tree.size() + 1) {
            throw new IllegalStateException(
                    "entry " + index + " cannot follow on a tree of " + tree.size() + " entries");
        }
        follows(entry);
        tree.append(Hash.of(entry.hash().bytes()), entry.stream(), entry.position());
        if (isDecisive(entry.recorded().event())) {
            keep();
            sign();
        } else if (tree.pending() >= MOST_PENDING) {
            keep();
        }
    }

    /** At these events a checkpoint is signed at once. */
    private static boolean isDecisive(Event event) {
        return event instanceof SessionEvent.VoteOpened
                || event instanceof SessionEvent.VoteClosed
                || event instanceof SessionEvent.SessionClosed
                || event instanceof SessionEvent.SessionDeserted;
    }

    private void follows(Entry entry) {
        var header = EntryLines.header(entry.line());
        var before = heads.get(entry.stream());
        if (before == null && entry.position() > 1) {
            before = headAt(entry.stream(), entry.position() - 1);
        }
        var position = before == null ? 0 : before.position();
        var hash = before == null ? null : before.hash();
        if (entry.position() != position + 1 || !Objects.equals(header.previous(), hash)) {
            throw new IllegalStateException(entry.stream() + ", position " + entry.position()
                    + ": the entry does not follow on position " + position);
        }
        heads.put(entry.stream(), new StreamHead(entry.position(), entry.hash()));
    }

    private @Nullable StreamHead headAt(StreamId stream, long position) {
        var found = new ArrayList<StreamHead>();
        ledger.reader().read(stream, position, position, entry -> found.add(new StreamHead(position, entry.hash())));
        return found.isEmpty() ? null : found.getFirst();
    }

    private synchronized void keep() {
        tree.store();
        if (stalled != null) {
            LOG.info("the notary goes on");
            stalled = null;
        }
    }

    /** What came since the last time goes into the tables together: entry by entry, each would cost a sync of its own. */
    private void keepAndSign() {
        try {
            keepPending();
        } catch (RuntimeException e) {
            // Nothing may be added to a tree that could not be stored: it is taken up anew from what is.
            var following = unfollow();
            if (following != null) {
                following.close();
                stall(e);
            }
            return;
        }
        try {
            signIfBehind();
        } catch (RuntimeException e) {
            LOG.error("no checkpoint could be signed", e);
        }
    }

    private synchronized void keepPending() {
        if (!closed && subscription != null && tree.pending() > 0) {
            keep();
        }
    }

    private synchronized DurableFeed.@Nullable Subscription unfollow() {
        var following = subscription;
        subscription = null;
        return following;
    }

    private synchronized void signIfBehind() {
        if (!closed
                && tree.pending() == 0
                && (latest == null || latest.checkpoint().size() < tree.size())) {
            sign();
        }
    }

    /** Signs the stored tree. Nobody sees the checkpoint before the tree, itself, and the copy outside would survive. */
    private void sign() {
        var checkpoint = withEarlierSignatures(signed(folder.key(), folder.origin(), tree.size(), tree.root()));
        store.put(checkpoint, clock.instant());
        ledger.synced().join();
        folder.keep(checkpoint);
        latest = checkpoint;
        var covered = waiting.stream()
                .filter(one -> one.size() <= checkpoint.checkpoint().size())
                .toList();
        waiting.removeAll(covered);
        followers.forEach(follower -> follower.accept(checkpoint));
        covered.forEach(one -> one.answer().completeAsync(() -> checkpoint));
    }

    /** The same tree may have been signed before, with a key that was rotated since, and cosigned. */
    private SignedCheckpoint withEarlierSignatures(SignedCheckpoint checkpoint) {
        var whole = checkpoint;
        var before = store.checkpointCovering(checkpoint.checkpoint().size())
                .filter(one -> one.checkpoint().equals(checkpoint.checkpoint()));
        if (before.isPresent()) {
            for (var signature : before.get().note().signatures()) {
                if (!whole.note().signatures().contains(signature)) {
                    whole = whole.with(signature);
                }
            }
        }
        return whole;
    }

    private static SignedCheckpoint signed(SigningKey key, String origin, long size, Hash root) {
        var checkpoint = new Checkpoint(origin, size, root);
        return SignedCheckpoint.of(checkpoint, key.sign(checkpoint.text()));
    }

    private synchronized void stall(RuntimeException cause) {
        subscription = null;
        var why = String.valueOf(cause.getMessage());
        if (!closed && !(cause instanceof TreeStore.MovedOn) && !why.equals(stalled)) {
            stalled = why;
            LOG.error("the notary stalls, and will try again", cause);
        }
        if (!closed) {
            var _ = timer.schedule(this::followAgain, RETRY_AFTER_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void followAgain() {
        try {
            follow();
        } catch (RuntimeException e) {
            stall(e);
        }
    }

    /** Why no entries enter the tree any more, where none do. */
    public Optional<String> stalled() {
        return Optional.ofNullable(stalled);
    }

    /** The public key that signs now. */
    public VerifierKey key() {
        return folder.key().verifier();
    }

    /** The log's origin. */
    public String origin() {
        return folder.origin();
    }

    /** The last published checkpoint at the closing of a vote or of a session; empty before the first. */
    public Optional<SignedCheckpoint> lastClosing() {
        return store.lastClosing(latest().checkpoint().size());
    }

    /** The witnesses that the log asks. */
    public List<ConfiguredWitness> witnesses() {
        return witnesses;
    }

    /** Those of the log's witnesses whose cosignature a checkpoint has. */
    public List<ConfiguredWitness> cosigners(SignedCheckpoint checkpoint) {
        return witnesses.stream()
                .filter(witness -> witness.cosigned(checkpoint))
                .toList();
    }

    /** The tables: tiles, proofs, checkpoints, acts. */
    public TreeStore store() {
        return store;
    }

    /** The last checkpoint that was published. */
    public synchronized SignedCheckpoint latest() {
        return Objects.requireNonNull(latest, "a notary signs before anything else");
    }

    /** The first checkpoint to come, or the last one, whose tree has at least so many entries. */
    public synchronized CompletableFuture<SignedCheckpoint> covering(long size) {
        if (latest().checkpoint().size() >= size) {
            return CompletableFuture.completedFuture(latest());
        }
        var answer = new CompletableFuture<SignedCheckpoint>();
        waiting.add(new Waiting(size, answer));
        return answer;
    }

    /** Waits until a checkpoint covers all that is recorded now, but not for ever; says whether one does. */
    public boolean settle() {
        try {
            covering(ledger.reader().lastIndex())
                    .orTimeout(MOST_WAIT_SECONDS, TimeUnit.SECONDS)
                    .join();
            return true;
        } catch (CompletionException e) {
            LOG.error("no checkpoint covers what was recorded", e);
            return false;
        }
    }

    /** Has somebody told of every checkpoint from now on, on the notary's own thread: do little. */
    public void onCheckpoint(Consumer<SignedCheckpoint> follower) {
        followers.add(follower);
    }

    /**
     * The proof that the entry with this hash is in the log, against the first checkpoint that covers it; empty as long as
     * it is in none.
     */
    public Optional<TlogProof> prove(Hash hash) {
        return store.prove(hash, latest().checkpoint().size());
    }

    /** What the log can say of an entry by its hash. */
    public sealed interface Evidence {
        /** It is in the log, and this proves it. */
        record Proven(TlogProof proof) implements Evidence {}

        /** It is recorded, and no published checkpoint covers it yet. */
        record NotYet() implements Evidence {}

        /** Nothing that was recorded has this hash. */
        record Unknown() implements Evidence {}
    }

    /** What can be said of an entry by its hash, now. */
    public Evidence evidence(Hash hash) {
        // The tree may grow meanwhile: what moves into it after this look is found by one way or the other.
        var size = store.head().size();
        var proof = prove(hash);
        if (proof.isPresent()) {
            return new Evidence.Proven(proof.get());
        }
        return store.find(hash).isPresent() || isRecordedAfter(size, hash)
                ? new Evidence.NotYet()
                : new Evidence.Unknown();
    }

    private boolean isRecordedAfter(long size, Hash hash) {
        var found = new boolean[1];
        ledger.reader()
                .readLines(
                        size,
                        Long.MAX_VALUE,
                        line -> found[0] |= Hash.of(line.hash().bytes()).equals(hash));
        return found[0];
    }

    /** Adds a cosignature to a stored checkpoint; the last one is published with it. */
    public synchronized void add(SignedCheckpoint checkpoint, List<NoteSignature> cosignatures) {
        var size = checkpoint.checkpoint().size();
        var stored = store.checkpointCovering(size)
                .filter(one -> one.checkpoint().equals(checkpoint.checkpoint()))
                .orElse(checkpoint);
        for (var cosignature : cosignatures) {
            if (!stored.note().signatures().contains(cosignature)) {
                stored = stored.with(cosignature);
            }
        }
        store.put(stored, clock.instant());
        if (latest().checkpoint().equals(stored.checkpoint())) {
            latest = stored;
        }
    }

    /** Signs, with the log's key, that a manifest is the one of a session's bundle. */
    public synchronized String seal(String session, String manifestSha256) {
        return Acts.seal(folder.key(), session, manifestSha256).format();
    }

    /** Takes a new key into use; old and new both sign the act that says so. */
    public synchronized VerifierKey rotateKey() {
        var next = folder.nextKey();
        keep();
        store.add(Acts.rotation(folder.key(), next, tree.size(), clock.instant()));
        ledger.synced().join();
        folder.takeNextKey(store.acts());
        sign();
        return next.verifier();
    }

    @Override
    public void close() {
        DurableFeed.Subscription following;
        synchronized (this) {
            closed = true;
            following = subscription;
        }
        if (following != null) {
            following.close();
        }
        timer.shutdown();
        synchronized (this) {
            waiting.forEach(
                    one -> one.answer().completeExceptionally(new IllegalStateException("the notary is closed")));
            waiting.clear();
        }
    }
}

package org.plenum.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * People who watch a session while ballots arrive, each on a connection of their own: programs by the live stream, which
 * brings the state, or walls, which are told the page itself.
 */
final class Watching implements AutoCloseable {
    private static final int MOST_POSITIONS = 1 << 20;
    private static final long MOST_WAIT_NANOS = 60_000_000_000L;

    /**
     * What they saw.
     *
     * @param changes from a ballot's being sent to its being on a screen, for each ballot and each watcher
     * @param left how many lost their connection, or did not see the last change within a minute
     */
    record Seen(Latencies changes, int left) {}

    /** The address of the live stream for programs. */
    static String state(Meeting meeting) {
        return "/api/sessions/" + meeting.session() + "/live";
    }

    /** The address of the wall. */
    static String wall(Meeting meeting) {
        return "/sessions/" + meeting.session() + "/wall";
    }

    private final class Watcher {
        private final HttpLine line;
        private final Latencies changes = new Latencies();
        private final Thread thread = Thread.ofVirtual().unstarted(this::watch);
        private volatile long seen;
        private volatile boolean left;

        Watcher() throws IOException {
            this.line = new HttpLine(port);
        }

        private void watch() {
            try {
                line.follow(address);
                var coming = 0L;
                while (true) {
                    var read = line.line();
                    if (read.startsWith("id: ")) {
                        // Pages are told a position and, behind a point, how often the clerk was called.
                        var point = read.indexOf('.');
                        coming = Long.parseLong(read, 4, point < 0 ? read.length() : point, 10);
                    } else if (read.isEmpty() && coming > 0) {
                        see(coming);
                        coming = 0;
                    }
                }
            } catch (IOException | IllegalStateException ended) {
                if (!ending) {
                    left = true;
                    lost = ended;
                }
            }
        }

        private void see(long position) {
            var now = System.nanoTime();
            if (seen == 0) {
                arrived.countDown();
            }
            for (var at = Math.max(seen + 1, from); seen > 0 && at <= position && at < MOST_POSITIONS; at++) {
                var since = sent.get((int) at);
                if (since != 0) {
                    changes.add(now - since);
                }
            }
            seen = position;
        }

        void close() throws IOException {
            line.close();
        }
    }

    private final int port;
    private final String address;
    private final AtomicLongArray sent = new AtomicLongArray(MOST_POSITIONS);
    private final List<Watcher> watchers = new ArrayList<>();
    private final CountDownLatch arrived;
    private volatile long from = Long.MAX_VALUE;
    private volatile boolean ending;
    private volatile @Nullable Exception lost;

    /** Has them come, and waits until each sees the session. */
    Watching(int port, String address, int many) throws IOException, InterruptedException {
        this.port = port;
        this.address = address;
        this.arrived = new CountDownLatch(many);
        for (var i = 0; i < many; i++) {
            var watcher = new Watcher();
            watchers.add(watcher);
            watcher.thread.start();
        }
        arrived.await();
    }

    /** Casts ballots at a steady pace for a time, and waits until the last has been seen. */
    Seen whileVoting(HttpVoice voice, Voting voting, Duration time, int perSecond) throws Exception {
        from = voice.last() + 1;
        var begun = System.nanoTime();
        for (var i = 0L; System.nanoTime() - begun < time.toNanos(); i++) {
            var due = begun + i * 1_000_000_000L / perSecond;
            var early = due - System.nanoTime();
            if (early > 0) {
                Thread.sleep(Duration.ofNanos(early));
            }
            var turn = voting.next();
            // One voice alone speaks, so the next position is its.
            sent.set((int) voice.last() + 1, System.nanoTime());
            voice.cast(turn.vote(), turn.seat());
            voting.done(voice);
        }
        awaitAll(voice.last());
        from = Long.MAX_VALUE;
        if (left() == watchers.size()) {
            throw new IllegalStateException("every watcher was lost", lost);
        }
        return new Seen(
                Latencies.together(watchers.stream().map(one -> one.changes).toList()), left());
    }

    private void awaitAll(long position) throws InterruptedException {
        var begun = System.nanoTime();
        while (watchers.stream().anyMatch(one -> !one.left && one.seen < position)
                && System.nanoTime() - begun < MOST_WAIT_NANOS) {
            Thread.sleep(10);
        }
        watchers.stream().filter(one -> one.seen < position).forEach(one -> one.left = true);
    }

    /** How many have lost their connection. */
    int left() {
        return (int) watchers.stream().filter(one -> one.left).count();
    }

    @Override
    public void close() throws IOException {
        ending = true;
        for (var watcher : watchers) {
            watcher.close();
        }
    }
}

package org.plenum.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * People who watch a session while ballots arrive, each on connections of their own: programs by the live stream, which
 * brings the state itself, or pages, which are told that something changed and ask for themselves anew.
 */
final class Watching implements AutoCloseable {
    private static final int MOST_POSITIONS = 1 << 20;
    private static final String AS_PAGES_ASK = "HX-Request: true\r\nHX-Trigger: live\r\n";
    private static final long MOST_WAIT_NANOS = 60_000_000_000L;

    /**
     * What they saw.
     *
     * @param changes from a ballot's being sent to its being on a screen, for each ballot and each watcher
     * @param left how many lost their connection, or did not see the last change within a minute
     */
    record Seen(Latencies changes, int left) {}

    /** What is watched: a stream of events, and the page that is asked for at each, or null where events say it all. */
    record What(String stream, @Nullable String page) {
        /** The live stream for programs. */
        static What state(Meeting meeting) {
            return new What("/api/sessions/" + meeting.session() + "/live", null);
        }

        /** A page as browsers show it. */
        static What page(Meeting meeting, String name) {
            var session = "/sessions/" + meeting.session();
            return new What(session + "/pulse", session + name);
        }
    }

    private final class Watcher {
        private final HttpLine line;
        private final @Nullable HttpLine asking;
        private final Latencies changes = new Latencies();
        private final Thread thread = Thread.ofVirtual().unstarted(this::watch);
        private volatile long seen;
        private volatile boolean left;

        Watcher() throws IOException {
            this.line = new HttpLine(port);
            this.asking = what.page() == null ? null : new HttpLine(port);
        }

        private void watch() {
            try {
                line.follow(what.stream());
                while (true) {
                    var read = line.line();
                    if (read.startsWith("id: ")) {
                        // Pages are told a position and, behind a point, how often the clerk was called.
                        var point = read.indexOf('.');
                        see(Long.parseLong(read, 4, point < 0 ? read.length() : point, 10));
                    }
                }
            } catch (IOException | IllegalStateException ended) {
                if (!ending) {
                    left = true;
                    lost = ended;
                }
            }
        }

        private void see(long position) throws IOException {
            var page = what.page();
            if (asking != null && page != null) {
                asking.get(page, AS_PAGES_ASK).good();
            }
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
            if (asking != null) {
                asking.close();
            }
        }
    }

    private final int port;
    private final What what;
    private final AtomicLongArray sent = new AtomicLongArray(MOST_POSITIONS);
    private final List<Watcher> watchers = new ArrayList<>();
    private final CountDownLatch arrived;
    private volatile long from = Long.MAX_VALUE;
    private volatile boolean ending;
    private volatile @Nullable Exception lost;

    /** Has them come, and waits until each sees the session. */
    Watching(int port, What what, int many) throws IOException, InterruptedException {
        this.port = port;
        this.what = what;
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

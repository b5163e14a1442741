package org.plenum.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * People who watch a session while something happens, each on a connection of their own: programs by the live stream, which
 * brings the state, or walls and delegates' phones, which are told the page itself.
 */
final class Watching implements AutoCloseable {
    private static final int MOST_POSITIONS = 1 << 20;
    private static final long MOST_WAIT_NANOS = 60_000_000_000L;

    /**
     * What they saw.
     *
     * @param changes from a command's being sent to its being on a screen, for each command and each watcher
     * @param left how many lost their connection, or did not see the last change within a minute
     */
    record Seen(Latencies changes, int left) {}

    /** The address of the live stream for programs. */
    static String state(Meeting meeting) {
        return "/api/sessions/" + meeting.session() + "/live";
    }

    /** The address of a delegate's page. */
    static String phone(Meeting meeting) {
        return "/sessions/" + meeting.session() + "/ballot";
    }

    /** The address of the wall. */
    static String wall(Meeting meeting) {
        return "/sessions/" + meeting.session() + "/wall";
    }

    /** What a watcher does on a connection before it watches. */
    interface Coming {
        void come(HttpLine line, int number) throws IOException;
    }

    /** Something that is done while they watch, by the one voice that speaks. */
    interface Deed {
        void be(HttpVoice voice) throws Exception;
    }

    private final class Watcher {
        private final HttpLine line;
        private final Latencies changes = new Latencies();
        private final Thread thread = Thread.ofVirtual().unstarted(this::watch);
        private volatile long seen;
        private volatile boolean left;

        Watcher(HttpLine line) {
            this.line = line;
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

    private final String address;
    private final AtomicLongArray sent = new AtomicLongArray(MOST_POSITIONS);
    private final List<Watcher> watchers = new ArrayList<>();
    private final CountDownLatch arrived;
    private volatile long from = Long.MAX_VALUE;
    private volatile boolean ending;
    private volatile @Nullable Exception lost;

    /** Has them come one after another, and waits until each sees the session. */
    Watching(int port, String address, int many, Coming coming) throws IOException, InterruptedException {
        this.address = address;
        this.arrived = new CountDownLatch(many);
        for (var number = 1; number <= many; number++) {
            var line = new HttpLine(port);
            coming.come(line, number);
            var watcher = new Watcher(line);
            watchers.add(watcher);
            watcher.thread.start();
        }
        while (!arrived.await(1, TimeUnit.SECONDS)) {
            if (left() > 0) {
                throw new IllegalStateException(left() + " of " + many + " did not come to see the session", lost);
            }
        }
    }

    /** Whoever watches need not say who they are. */
    Watching(int port, String address, int many) throws IOException, InterruptedException {
        this(port, address, many, (_, _) -> {});
    }

    /** Casts ballots at a steady pace for a time, and waits until the last has been seen. */
    Seen whileVoting(HttpVoice voice, Voting voting, Duration time, int perSecond) throws Exception {
        return during(voice, time, perSecond, speaking -> {
            var turn = voting.next();
            speaking.cast(turn.vote(), turn.seat());
            voting.done(speaking);
        });
    }

    /** Does something at a steady pace for a time, and waits until the last has been seen. */
    Seen during(HttpVoice voice, Duration time, int perSecond, Deed deed) throws Exception {
        from = voice.last() + 1;
        var begun = System.nanoTime();
        for (var i = 0L; System.nanoTime() - begun < time.toNanos(); i++) {
            var due = begun + i * 1_000_000_000L / perSecond;
            var early = due - System.nanoTime();
            if (early > 0) {
                Thread.sleep(Duration.ofNanos(early));
            }
            // One voice alone speaks, so the next position is its.
            sent.set((int) voice.last() + 1, System.nanoTime());
            deed.be(voice);
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

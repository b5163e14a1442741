package org.plenum.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What became of a load: clients that each cast a ballot, wait for its answer, and cast the next.
 *
 * @param cpuMicros of this process, for each ballot
 */
record Load(int clients, double ballotsPerSecond, Duration median, Duration p99, Duration longest, double cpuMicros) {
    /** Gives each client its voice. */
    interface Voices {
        Voice next() throws Exception;
    }

    /** Puts a load on for a time. */
    static Load of(int clients, Duration time, Voting voting, Voices voices) throws Exception {
        var cpu = cpuNanos();
        var begun = System.nanoTime();
        var end = begun + time.toNanos();
        var all = new ArrayList<Latencies>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Latencies>>();
            for (var i = 0; i < clients; i++) {
                var voice = voices.next();
                running.add(threads.submit(client(voice, voting, end)));
            }
            for (var one : running) {
                all.add(one.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed", e.getCause());
        }
        var took = System.nanoTime() - begun;
        var latencies = Latencies.together(all);
        return new Load(
                clients,
                latencies.count() * 1e9 / took,
                latencies.median(),
                latencies.within(0.99),
                latencies.within(1),
                (cpuNanos() - cpu) / 1e3 / latencies.count());
    }

    private static Callable<Latencies> client(Voice voice, Voting voting, long end) {
        return () -> {
            try (voice) {
                var latencies = new Latencies();
                while (System.nanoTime() < end) {
                    var turn = voting.next();
                    var begun = System.nanoTime();
                    voice.cast(turn.vote(), turn.seat());
                    latencies.add(System.nanoTime() - begun);
                    voting.done(voice);
                }
                return latencies;
            }
        };
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}

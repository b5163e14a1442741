package org.plenum.bench;

import java.time.Duration;
import java.util.List;

/**
 * How large and how long the measurements are.
 *
 * @param warmUp before anything is measured
 * @param each how long each load lasts
 * @param clients how many clients cast ballots at once, one load after another
 * @param hall seats of the session that the loads vote in
 * @param million events to be folded, exported, verified, and stored at a start
 * @param questioned events of the session that is asked about
 * @param opened events of the session that is opened cold
 * @param watchers who watch while ballots arrive
 * @param connected who stay connected
 * @param watched how long is watched
 * @param starts how often each kind of start is measured
 */
record Plan(
        Duration warmUp,
        Duration each,
        List<Integer> clients,
        int hall,
        int million,
        int questioned,
        int opened,
        int watchers,
        int connected,
        Duration watched,
        int starts) {

    /** What the document is written from. */
    static Plan full() {
        return new Plan(
                Duration.ofSeconds(30),
                Duration.ofSeconds(15),
                List.of(1, 32, 64, 256),
                10_000,
                1_000_000,
                20_000,
                100_000,
                1_000,
                5_000,
                Duration.ofSeconds(30),
                3);
    }

    /** A trial: the same, shorter and smaller. */
    static Plan quick() {
        return new Plan(
                Duration.ofSeconds(8),
                Duration.ofSeconds(5),
                List.of(1, 64),
                10_000,
                100_000,
                20_000,
                100_000,
                1_000,
                2_000,
                Duration.ofSeconds(8),
                1);
    }
}

package org.plenum.bench;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands out the ballots of one vote after another, each once. Whoever casts the last ballot of a vote closes it and opens
 * the next; the others wait for that, as in a hall.
 */
final class Voting {
    /** A ballot to cast. */
    record Turn(int vote, int seat) {}

    private final int seats;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private int vote;
    private int given;
    private int cast;

    private Voting(int seats, int vote) {
        this.seats = seats;
        this.vote = vote;
    }

    /** Begins with the first vote. */
    static Voting begin(int seats, Voice chair) throws Exception {
        chair.open(1);
        return new Voting(seats, 1);
    }

    /** The next ballot; waits while the last ones of a vote are being cast. */
    Turn next() throws InterruptedException {
        lock.lock();
        try {
            while (given == seats) {
                opened.await();
            }
            given++;
            return new Turn(vote, given);
        } finally {
            lock.unlock();
        }
    }

    /** The ballot is cast. */
    void done(Voice caster) throws Exception {
        lock.lock();
        try {
            cast++;
            if (cast < seats) {
                return;
            }
        } finally {
            lock.unlock();
        }
        caster.close(vote);
        caster.open(vote + 1);
        lock.lock();
        try {
            vote++;
            given = 0;
            cast = 0;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

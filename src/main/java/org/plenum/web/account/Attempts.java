package org.plenum.web.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often somebody failed to sign in lately, by account and by address. Whoever failed too often waits, whether or not
 * there is such an account. It is kept in memory: a restart forgets it, and each node of several counts its own.
 */
public final class Attempts {
    /** So many failures with one account's name within the time make it wait. */
    public static final int OF_ACCOUNT = 10;

    /** So many failures from one address; a hall has one address for many. */
    public static final int OF_ADDRESS = 40;

    /** How long a failure counts. */
    public static final Duration WITHIN = Duration.ofMinutes(15);

    private static final int MOST_KEPT = 10_000;

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> failures = new HashMap<>();

    /** Counts by a clock. */
    public Attempts(InstantSource clock) {
        this.clock = clock;
    }

    /** How long somebody has to wait before the next attempt; empty where it may be made now. */
    public synchronized Optional<Duration> wait(String account, String address) {
        var now = clock.instant();
        var left = left(accountKey(account), OF_ACCOUNT, now);
        var ofAddress = left(addressKey(address), OF_ADDRESS, now);
        var longer = left.compareTo(ofAddress) > 0 ? left : ofAddress;
        return longer.isZero() ? Optional.empty() : Optional.of(longer);
    }

    /** How long nobody at an address may try anything more; empty where they may. */
    public synchronized Optional<Duration> wait(String address) {
        var left = left(addressKey(address), OF_ADDRESS, clock.instant());
        return left.isZero() ? Optional.empty() : Optional.of(left);
    }

    /** An attempt with an account's name failed. */
    public synchronized void failed(String account, String address) {
        note(accountKey(account));
        note(addressKey(address));
    }

    /** An attempt without a name failed: a link, a token. */
    public synchronized void failed(String address) {
        note(addressKey(address));
    }

    /** Somebody came in: the account's failures are forgotten, the address's are not. */
    public synchronized void succeeded(String account) {
        failures.remove(accountKey(account));
    }

    private static String accountKey(String account) {
        return "account " + account.strip().toLowerCase(java.util.Locale.ROOT);
    }

    private static String addressKey(String address) {
        return "address " + address;
    }

    private Duration left(String key, int most, Instant now) {
        var times = failures.get(key);
        if (times == null) {
            return Duration.ZERO;
        }
        forgetOld(times, now);
        return times.size() < most
                ? Duration.ZERO
                : Duration.between(now, times.getFirst().plus(WITHIN));
    }

    private void note(String key) {
        var now = clock.instant();
        if (failures.size() >= MOST_KEPT) {
            failures.values().forEach(times -> forgetOld(times, now));
            failures.values().removeIf(Deque::isEmpty);
        }
        var times = failures.computeIfAbsent(key, _ -> new ArrayDeque<>());
        times.add(now);
        while (times.size() > OF_ADDRESS) {
            times.removeFirst();
        }
    }

    private static void forgetOld(Deque<Instant> times, Instant now) {
        while (!times.isEmpty() && !times.getFirst().plus(WITHIN).isAfter(now)) {
            times.removeFirst();
        }
    }
}

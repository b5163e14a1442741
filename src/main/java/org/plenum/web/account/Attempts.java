package org.plenum.web.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How often somebody failed to sign in lately. Whoever failed too often waits, whether or not there is such an account. A hall
 * has one address for hundreds, so what one of them does wrong must not keep the others out: an account is kept from an address
 * long before the address is, and a link or a token that holds is never kept waiting. It is kept in memory: a restart forgets
 * it, and each node of several counts its own.
 */
public final class Attempts {
    /** So many failures with one account's name from one address within the time make that name wait there. */
    public static final int OF_ACCOUNT_AT_ADDRESS = 10;

    /** So many failures with one account's name, wherever from, make it wait everywhere. */
    public static final int OF_ACCOUNT = 100;

    /** So many failures from one address, whatever the name: a hall of three hundred who all mistype twice. */
    public static final int OF_ADDRESS = 600;

    /** How long a failure counts. */
    public static final Duration WITHIN = Duration.ofMinutes(15);

    private static final int MOST_KEPT = 20_000;
    private static final int NETWORK_BYTES = 8;

    private final InstantSource clock;

    /** The one that failed last stands last. */
    private final SequencedMap<String, Deque<Instant>> failures = new LinkedHashMap<>();

    /** Counts by a clock. */
    public Attempts(InstantSource clock) {
        this.clock = clock;
    }

    /** How long somebody has to wait before the next attempt with a password; empty where it may be made now. */
    public synchronized Optional<Duration> wait(String account, String address) {
        var now = clock.instant();
        var longest = Collections.max(Arrays.asList(
                left(pair(account, address), OF_ACCOUNT_AT_ADDRESS, now),
                left(name(account), OF_ACCOUNT, now),
                left(network(address), OF_ADDRESS, now)));
        return longest.isZero() ? Optional.empty() : Optional.of(longest);
    }

    /** An attempt with an account's name and a password failed. */
    public synchronized void failed(String account, String address) {
        note(pair(account, address), OF_ACCOUNT_AT_ADDRESS);
        note(name(account), OF_ACCOUNT);
        note(network(address), OF_ADDRESS);
    }

    /**
     * A link or a token did not hold. Nobody guesses one, so those that hold are not asked about here; returns how long the
     * address should send no more that do not, empty where it has not sent too many.
     */
    public synchronized Optional<Duration> wrongSecret(String address) {
        var key = "secrets " + network(address);
        var left = left(key, OF_ADDRESS, clock.instant());
        note(key, OF_ADDRESS);
        return left.isZero() ? Optional.empty() : Optional.of(left);
    }

    /** Somebody came in: the account's failures are forgotten, the address's are not. */
    public synchronized void succeeded(String account, String address) {
        failures.remove(pair(account, address));
        failures.remove(name(account));
    }

    private static String name(String account) {
        return "account " + account.strip().toLowerCase(Locale.ROOT);
    }

    private static String pair(String account, String address) {
        return name(account) + " from " + network(address);
    }

    /** The address; of version 6, where everybody has a whole network of them, the network. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            var known = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            return known instanceof Inet6Address
                    ? Arrays.toString(Arrays.copyOf(known.getAddress(), NETWORK_BYTES))
                    : known.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            // What a proxy may say instead is as good for counting.
            return address;
        }
    }

    private Duration left(String key, int most, Instant now) {
        var times = failures.get(key);
        if (times == null) {
            return Duration.ZERO;
        }
        while (!times.isEmpty() && !times.getFirst().plus(WITHIN).isAfter(now)) {
            times.removeFirst();
        }
        return times.size() < most
                ? Duration.ZERO
                : Duration.between(now, times.getFirst().plus(WITHIN));
    }

    private void note(String key, int most) {
        var times = failures.remove(key);
        if (times == null) {
            times = new ArrayDeque<>();
        }
        times.add(clock.instant());
        while (times.size() > most) {
            times.removeFirst();
        }
        failures.put(key, times);
        if (failures.size() > MOST_KEPT) {
            failures.pollFirstEntry();
        }
    }
}

package org.plenum.web.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.plenum.web.security.Person;

/**
 * Who is signed in. A sign-in ends when it was idle too long, when it is old, and with whatever else ends it: signing out,
 * locking, a new password. What an account may do is looked up anew, so a change holds at once for those signed in, on
 * another node of several within seconds.
 */
public final class SignIns {
    private static final Duration BELIEVED = Duration.ofSeconds(3);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 20_000;

    /** How long a sign-in lasts. */
    public record Lasting(Duration idle, Duration atMost) {}

    private record Known(Account account, Instant madeAt, Instant seenAt, Instant lookedUp) {}

    private final Accounts accounts;
    private final InstantSource clock;
    private final Lasting lasting;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** Sign-ins to these accounts. */
    public SignIns(Accounts accounts, InstantSource clock, Lasting lasting) {
        this.accounts = accounts;
        this.clock = clock;
        this.lasting = lasting;
        accounts.watch(known::clear);
    }

    /** How long a sign-in lasts. */
    public Lasting lasting() {
        return lasting;
    }

    /** Signs somebody in; what is returned goes into the cookie and nowhere else. */
    public Secret begin(AccountName account) {
        var now = clock.instant();
        accounts.forgetSignIns(now.minus(lasting.idle()), now.minus(lasting.atMost()));
        return accounts.signIn(account);
    }

    /** Who is signed in with that. */
    public Optional<Person> person(Secret secret) {
        return account(secret).map(Account::person);
    }

    /** The account that is signed in with that. */
    public Optional<Account> account(Secret secret) {
        var hash = secret.hash();
        var now = clock.instant();
        var one = known.get(hash);
        if (one == null || one.lookedUp().plus(BELIEVED).isBefore(now)) {
            one = lookUp(hash, now);
        }
        if (one == null || !one.account().isActive() || isOver(one, now)) {
            return Optional.empty();
        }
        if (one.seenAt().plus(NOTED_EVERY).isBefore(now)) {
            accounts.seen(hash);
            known.put(hash, new Known(one.account(), one.madeAt(), now, one.lookedUp()));
        }
        return Optional.of(one.account());
    }

    private boolean isOver(Known one, Instant now) {
        return one.seenAt().plus(lasting.idle()).isBefore(now)
                || one.madeAt().plus(lasting.atMost()).isBefore(now);
    }

    private @org.jspecify.annotations.Nullable Known lookUp(String hash, Instant now) {
        if (known.size() > MOST_KEPT) {
            known.clear();
        }
        var found = accounts.signedIn(hash)
                .flatMap(row -> accounts.find(row.account())
                        .map(account -> new Known(account, row.madeAt(), row.seenAt(), now)))
                .orElse(null);
        if (found == null) {
            known.remove(hash);
        } else {
            known.put(hash, found);
        }
        return found;
    }

    /** Ends a sign-in. */
    public void end(Secret secret) {
        accounts.signOut(secret.hash());
    }
}

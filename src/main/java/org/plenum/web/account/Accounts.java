package org.plenum.web.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.SeatId;
import org.plenum.web.security.Offices;
import org.plenum.web.security.Role;
import org.plenum.web.security.SeatBinding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The accounts in the database. What a method has changed would survive a power cut when it returns. At least one account
 * that can sign in stays an administrator's.
 */
public final class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    /** There is an account of that name, or with that address, already. */
    public static final class NameTakenException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Without this one there would be no administrator left. */
    public static final class LastAdministratorException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * A one-time link, as it is kept.
     *
     * @param account whose it is; null for the one that makes the first administrator
     * @param leadsTo where it leads when it was used
     */
    public record Link(String hash, @Nullable AccountName account, String leadsTo, Instant expiresAt) {}

    /** A program's token, as it is kept. */
    public record Token(String hash, String label, Instant madeAt, Instant expiresAt) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Supplier<CompletableFuture<Void>> synced;
    private final InstantSource clock;
    private final Passwords passwords;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /**
     * Accounts in a database.
     *
     * @param synced completes when what was committed before would survive a power cut
     */
    public Accounts(
            DataSource database, Supplier<CompletableFuture<Void>> synced, InstantSource clock, Passwords passwords) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.synced = synced;
        this.clock = clock;
        this.passwords = passwords;
    }

    /** Has somebody told whenever accounts change. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    private <T> T change(Supplier<T> change) {
        var changed = transaction.execute(_ -> change.get());
        synced.get().join();
        watchers.forEach(Runnable::run);
        return java.util.Objects.requireNonNull(changed);
    }

    private void changing(Runnable change) {
        change(() -> {
            change.run();
            return true;
        });
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    // ---- looking

    /** The account of that name. */
    public Optional<Account> find(AccountName name) {
        return accounts("WHERE name = ?", name.value()).stream().findFirst();
    }

    /** The account of that name as somebody typed it; empty where it is no name at all. */
    public Optional<Account> find(String typed) {
        return AccountName.isPossible(typed) ? find(AccountName.of(typed)) : Optional.empty();
    }

    /** The account for whom another service vouches under that subject. */
    public Optional<Account> findSubject(String issuer, String subject) {
        return accounts("WHERE issuer = ? AND subject = ?", issuer, subject).stream()
                .findFirst();
    }

    /** The account with that e-mail address. */
    public Optional<Account> findEmail(String email) {
        return accounts("WHERE email = ?", email.strip().toLowerCase(Locale.ROOT)).stream()
                .findFirst();
    }

    /** All of them, by name. */
    public List<Account> all() {
        return accounts("");
    }

    /** Those bound to seats of an assembly. */
    public List<Account> delegatesOf(AssemblyId assembly) {
        return accounts("WHERE name IN (SELECT account FROM account_seat WHERE assembly = ?)", assembly.value());
    }

    private List<Account> accounts(String where, Object... values) {
        var everywhere = new java.util.HashMap<String, Offices>();
        var seats = new java.util.HashMap<String, Set<SeatBinding>>();
        var some = where.isEmpty() ? "" : " WHERE account IN (SELECT name FROM account " + where + ")";
        jdbc.sql("SELECT account, role, assembly FROM account_role" + some)
                .params(List.of(values))
                .query(row -> {
                    var role = Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT));
                    var assembly = row.getString("assembly");
                    everywhere.merge(
                            row.getString("account"),
                            Offices.everywhere(Set.of())
                                    .with(role, assembly.isEmpty() ? null : new AssemblyId(assembly)),
                            (before, _) -> before.with(role, assembly.isEmpty() ? null : new AssemblyId(assembly)));
                });
        jdbc.sql("SELECT account, assembly, seat FROM account_seat" + some)
                .params(List.of(values))
                .query(row -> {
                    seats.computeIfAbsent(row.getString("account"), _ -> new HashSet<>())
                            .add(new SeatBinding(
                                    new AssemblyId(row.getString("assembly")), new SeatId(row.getString("seat"))));
                });
        return jdbc.sql("SELECT * FROM account " + where + " ORDER BY name")
                .params(List.of(values))
                .query((row, _) -> {
                    var name = row.getString("name");
                    return new Account(
                            new AccountName(name),
                            row.getString("display"),
                            row.getString("email"),
                            row.getString("issuer"),
                            Account.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                            row.getString("password") != null,
                            everywhere.getOrDefault(name, Offices.everywhere(Set.of())),
                            seats.getOrDefault(name, Set.of()),
                            instant(row, "made_at"),
                            row.getString("made_by"));
                })
                .list();
    }

    /** Whether somebody can sign in who is an administrator. */
    public boolean hasAdministrator() {
        return administrators() > 0;
    }

    private long administrators() {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM account a JOIN account_role r ON r.account = a.name
                        WHERE a.state = 'active' AND r.role = 'administrator' AND r.assembly = ''""").query(Long.class).single();
    }

    // ---- people

    /**
     * Makes an account, for somebody who is invited to it.
     *
     * @throws NameTakenException if there is one of that name or with that e-mail address
     */
    public void invite(
            AccountName name,
            String display,
            @Nullable String email,
            Offices offices,
            Set<SeatBinding> seats,
            String by) {
        changing(() -> insert(name, display, email, offices, seats, by));
        LOG.info("{} invited {}", by, name);
    }

    private void insert(
            AccountName name,
            String display,
            @Nullable String email,
            Offices offices,
            Set<SeatBinding> seats,
            String by) {
        var address = email == null || email.isBlank() ? null : email.strip().toLowerCase(Locale.ROOT);
        if (find(name).isPresent() || (address != null && findEmail(address).isPresent())) {
            throw new NameTakenException();
        }
        jdbc.sql(
                        "INSERT INTO account (name, display, email, state, made_at, made_by) VALUES (?, ?, ?, 'invited', ?, ?)")
                .param(name.value())
                .param(display.strip())
                .param(address)
                .param(now())
                .param(by)
                .update();
        offices.everywhere().forEach(role -> insertRole(name, role, null));
        offices.in().forEach((assembly, roles) -> roles.forEach(role -> insertRole(name, role, assembly)));
        seats.forEach(seat -> insertSeat(name, seat));
    }

    private void insertRole(AccountName name, Role role, @Nullable AssemblyId assembly) {
        jdbc.sql("INSERT INTO account_role (account, role, assembly) VALUES (?, ?, ?)")
                .params(name.value(), role.word(), assembly == null ? "" : assembly.value())
                .update();
    }

    private void insertSeat(AccountName name, SeatBinding seat) {
        jdbc.sql("INSERT INTO account_seat (account, assembly, seat) VALUES (?, ?, ?)")
                .params(name.value(), seat.assembly().value(), seat.seat().value())
                .update();
    }

    /**
     * Sets what somebody is and for which seats they act.
     *
     * @throws LastAdministratorException if nobody would be left to administer
     */
    public void appoint(AccountName name, Offices offices, Set<SeatBinding> seats, String by) {
        changing(() -> {
            var before = administrators();
            jdbc.sql("DELETE FROM account_role WHERE account = ?")
                    .param(name.value())
                    .update();
            jdbc.sql("DELETE FROM account_seat WHERE account = ?")
                    .param(name.value())
                    .update();
            offices.everywhere().forEach(role -> insertRole(name, role, null));
            offices.in().forEach((assembly, roles) -> roles.forEach(role -> insertRole(name, role, assembly)));
            seats.forEach(seat -> insertSeat(name, seat));
            keepAdministrator(before);
        });
        LOG.info("{} changed what {} may do", by, name);
    }

    private void keepAdministrator(long before) {
        if (before > 0 && administrators() == 0) {
            throw new LastAdministratorException();
        }
    }

    /**
     * Keeps somebody out: no sign-in, no link, no token of theirs holds any more.
     *
     * @throws LastAdministratorException if nobody would be left to administer
     */
    public void lock(AccountName name, String by) {
        changing(() -> {
            var before = administrators();
            state(name, Account.State.LOCKED);
            keepAdministrator(before);
            endAll(name);
            jdbc.sql("DELETE FROM account_token WHERE account = ?")
                    .param(name.value())
                    .update();
        });
        LOG.info("{} locked {}", by, name);
    }

    /** Lets somebody in again who was locked. */
    public void unlock(AccountName name, String by) {
        changing(() -> state(name, Account.State.ACTIVE));
        LOG.info("{} unlocked {}", by, name);
    }

    /** Ends everything by which somebody is signed in or could sign in by a link. */
    public void signOutEverywhere(AccountName name) {
        changing(() -> endAll(name));
    }

    private void endAll(AccountName name) {
        jdbc.sql("DELETE FROM sign_in WHERE account = ?").param(name.value()).update();
        jdbc.sql("DELETE FROM account_link WHERE account = ? AND used_at IS NULL")
                .param(name.value())
                .update();
    }

    private void state(AccountName name, Account.State state) {
        jdbc.sql("UPDATE account SET state = ? WHERE name = ?")
                .params(state.name().toLowerCase(Locale.ROOT), name.value())
                .update();
    }

    /** Another service vouches for somebody from here on, under this subject. */
    public void vouch(AccountName name, String issuer, String subject) {
        changing(() -> jdbc.sql("UPDATE account SET issuer = ?, subject = ? WHERE name = ?")
                .params(issuer, subject, name.value())
                .update());
    }

    // ---- passwords

    /** The account, if it can sign in and that is its password; it takes as long to find out that it is not. */
    public Optional<Account> authenticate(String typed, String password) {
        var account = find(typed).filter(Account::isActive);
        var hash = account.flatMap(one -> jdbc.sql("SELECT password FROM account WHERE name = ?")
                        .param(one.name().value())
                        .query((row, _) -> Optional.ofNullable(row.getString("password")))
                        .single())
                .orElse(null);
        return passwords.matches(password, hash) ? account : Optional.empty();
    }

    /** Sets somebody's password, and ends the sign-ins that were made before. */
    public void setPassword(AccountName name, String password) {
        var hash = passwords.hash(password);
        changing(() -> {
            jdbc.sql("UPDATE account SET password = ? WHERE name = ?")
                    .params(hash, name.value())
                    .update();
            endAll(name);
        });
    }

    // ---- links

    /** Makes a link for somebody; earlier ones that were not used hold no more. */
    public Secret link(AccountName name, String leadsTo, Duration holds, String by) {
        var secret = Secret.random();
        changing(() -> {
            jdbc.sql("DELETE FROM account_link WHERE account = ? AND used_at IS NULL")
                    .param(name.value())
                    .update();
            insertLink(secret, name, leadsTo, holds, by);
        });
        return secret;
    }

    /** Makes the link by which the first administrator comes in; empty where there is one already. */
    public Optional<Secret> firstLink(Duration holds) {
        var secret = Secret.random();
        return change(() -> {
            if (hasAdministrator()) {
                return Optional.<Secret>empty();
            }
            jdbc.sql("DELETE FROM account_link WHERE account IS NULL").update();
            insertLink(secret, null, "/people", holds, "plenum");
            return Optional.of(secret);
        });
    }

    private void insertLink(Secret secret, @Nullable AccountName name, String leadsTo, Duration holds, String by) {
        jdbc.sql("INSERT INTO account_link (hash, account, leads_to, made_at, made_by, expires_at) "
                        + "VALUES (?, ?, ?, ?, ?, ?)")
                .param(secret.hash())
                .param(name == null ? null : name.value())
                .param(leadsTo)
                .param(now())
                .param(by)
                .param(at(clock.instant().plus(holds)))
                .update();
    }

    /** A link that still holds. */
    public Optional<Link> link(Secret secret) {
        return jdbc.sql("SELECT * FROM account_link WHERE hash = ? AND used_at IS NULL AND expires_at > ?")
                .params(secret.hash(), now())
                .query((row, _) -> {
                    var account = row.getString("account");
                    return new Link(
                            row.getString("hash"),
                            account == null ? null : new AccountName(account),
                            row.getString("leads_to"),
                            instant(row, "expires_at"));
                })
                .optional()
                .filter(link -> link.account() != null || !hasAdministrator())
                .filter(link -> link.account() == null
                        || find(link.account())
                                .filter(account -> account.state() != Account.State.LOCKED)
                                .isPresent());
    }

    /**
     * Uses a link up, once for all, and lets its account in.
     *
     * @param password the password chosen with it, null where none was
     * @return the account; empty if somebody else was quicker, or the link holds no more
     */
    public Optional<Account> use(Link link, @Nullable String password) {
        var name = java.util.Objects.requireNonNull(link.account());
        var hash = password == null ? null : passwords.hash(password);
        var used = change(() -> {
            if (!useUp(link)) {
                return false;
            }
            state(name, Account.State.ACTIVE);
            if (hash != null) {
                jdbc.sql("UPDATE account SET password = ? WHERE name = ?")
                        .params(hash, name.value())
                        .update();
                jdbc.sql("DELETE FROM sign_in WHERE account = ?")
                        .param(name.value())
                        .update();
            }
            return true;
        });
        return used ? find(name) : Optional.empty();
    }

    /**
     * Uses up the link of the first administrator and makes the account.
     *
     * @throws NameTakenException if there is an account of that name
     */
    public Optional<Account> useFirst(Link link, AccountName name, String display, String password) {
        var hash = passwords.hash(password);
        var used = change(() -> {
            if (hasAdministrator() || !useUp(link)) {
                return false;
            }
            insert(name, display, null, Offices.everywhere(Set.of(Role.ADMINISTRATOR)), Set.of(), "plenum");
            state(name, Account.State.ACTIVE);
            jdbc.sql("UPDATE account SET password = ? WHERE name = ?")
                    .params(hash, name.value())
                    .update();
            return true;
        });
        return used ? find(name) : Optional.empty();
    }

    // ---- other services that vouch for people

    /**
     * Who somebody is for whom another service vouches: the account that it vouched for before under that subject, else the
     * one that fits what it says, which is that subject's from then on. Nobody where there is none, where it is locked, or
     * where it is another subject's.
     */
    public Optional<Account> vouchedFor(String issuer, String subject, Supplier<Optional<Account>> fits) {
        var known = findSubject(issuer, subject);
        if (known.isPresent()) {
            return known.filter(Account::isActive);
        }
        var account = fits.get().filter(each -> each.state() != Account.State.LOCKED && each.issuer() == null);
        if (account.isEmpty()) {
            return account;
        }
        var name = account.get().name();
        var bound =
                change(() -> jdbc.sql("""
                        UPDATE account SET issuer = ?, subject = ?, state = 'active'
                        WHERE name = ? AND issuer IS NULL AND state <> 'locked'""").params(issuer, subject, name.value()).update() == 1);
        if (bound) {
            LOG.info("{} vouches for {}", issuer, name);
        }
        return bound ? find(name) : Optional.empty();
    }

    /** Forgets who vouched for somebody: another service, or another subject, may then. */
    public void forgetVouching(AccountName name) {
        changing(() -> {
            jdbc.sql("UPDATE account SET issuer = NULL, subject = NULL WHERE name = ?")
                    .param(name.value())
                    .update();
            endAll(name);
        });
    }

    private boolean useUp(Link link) {
        return jdbc.sql("UPDATE account_link SET used_at = ? WHERE hash = ? AND used_at IS NULL AND expires_at > ?")
                        .params(now(), link.hash(), now())
                        .update()
                == 1;
    }

    // ---- tokens of programs

    /** Makes a token by which programs act in somebody's name. */
    public Secret token(AccountName name, String label, Duration holds) {
        var secret = new Secret(TOKEN_PREFIX + Secret.random().text());
        changing(() -> jdbc.sql("INSERT INTO account_token (hash, account, label, made_at, expires_at) "
                        + "VALUES (?, ?, ?, ?, ?)")
                .params(
                        secret.hash(),
                        name.value(),
                        label,
                        now(),
                        at(clock.instant().plus(holds)))
                .update());
        return secret;
    }

    /** What every token begins with, so that one that lies about is recognised. */
    public static final String TOKEN_PREFIX = "plenum_";

    /** Somebody's tokens, the latest first. */
    public List<Token> tokens(AccountName name) {
        return jdbc.sql("SELECT * FROM account_token WHERE account = ? AND expires_at > ? ORDER BY made_at DESC")
                .params(name.value(), now())
                .query((row, _) -> new Token(
                        row.getString("hash"),
                        row.getString("label"),
                        instant(row, "made_at"),
                        instant(row, "expires_at")))
                .list();
    }

    /** Takes a token back. */
    public void revokeToken(AccountName name, String hash) {
        changing(() -> jdbc.sql("DELETE FROM account_token WHERE account = ? AND hash = ?")
                .params(name.value(), hash)
                .update());
    }

    /** Whose token it is, if it holds and they may sign in. */
    public Optional<Account> byToken(Secret token) {
        return jdbc.sql("SELECT account FROM account_token WHERE hash = ? AND expires_at > ?")
                .params(token.hash(), now())
                .query(String.class)
                .optional()
                .flatMap(name -> find(new AccountName(name)))
                .filter(Account::isActive);
    }

    // ---- sign-ins

    /** Whose sign-in it is, and since when. */
    record SignedIn(AccountName account, Instant madeAt, Instant seenAt) {}

    Secret signIn(AccountName name) {
        var secret = Secret.random();
        changing(() -> jdbc.sql("INSERT INTO sign_in (hash, account, made_at, seen_at) VALUES (?, ?, ?, ?)")
                .params(secret.hash(), name.value(), now(), now())
                .update());
        return secret;
    }

    Optional<SignedIn> signedIn(String hash) {
        return jdbc.sql("SELECT account, made_at, seen_at FROM sign_in WHERE hash = ?")
                .param(hash)
                .query((row, _) -> new SignedIn(
                        new AccountName(row.getString("account")), instant(row, "made_at"), instant(row, "seen_at")))
                .optional();
    }

    /** Notes that somebody is still there. Should a power cut undo it, they sign in again a little earlier. */
    void seen(String hash) {
        jdbc.sql("UPDATE sign_in SET seen_at = ? WHERE hash = ?")
                .params(now(), hash)
                .update();
    }

    void signOut(String hash) {
        changing(
                () -> jdbc.sql("DELETE FROM sign_in WHERE hash = ?").param(hash).update());
    }

    void forgetSignIns(Instant idleSince, Instant madeBefore) {
        jdbc.sql("DELETE FROM sign_in WHERE seen_at < ? OR made_at < ?")
                .params(at(idleSince), at(madeBefore))
                .update();
        jdbc.sql("DELETE FROM account_link WHERE expires_at < ?").param(now()).update();
        jdbc.sql("DELETE FROM account_token WHERE expires_at < ?").param(now()).update();
    }

    /** How many are signed in under each name. */
    public Map<String, Integer> signedInNow() {
        var counts = new java.util.TreeMap<String, Integer>();
        jdbc.sql("SELECT account, COUNT(*) AS n FROM sign_in GROUP BY account").query(row -> {
            counts.put(row.getString("account"), row.getInt("n"));
        });
        return counts;
    }

    /** Names that an account could have which is made for a seat: the first that is free. */
    public AccountName freeName(String wish) {
        var slug = java.text.Normalizer.normalize(wish, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", ".")
                .replaceAll("^\\.+|\\.+$", "");
        var base = slug.length() < 2 ? "delegate" : slug.substring(0, Math.min(slug.length(), 50));
        for (var n = 1; ; n++) {
            var name = n == 1 ? base : base + "-" + n;
            if (AccountName.isPossible(name) && find(name).isEmpty()) {
                return new AccountName(name);
            }
        }
    }
}

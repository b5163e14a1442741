package org.plenum.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plenum.command.EarlierSession;
import org.plenum.decision.AssemblyState;
import org.plenum.decision.SessionState;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.CommandKey;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;

/** The ledger, open: takes commands and shows what it keeps. For any number of threads. */
public interface Ledger extends AutoCloseable {
    /**
     * Gives a command. The answer comes when what it tells would survive a power cut; it never comes as an exception.
     * Whoever convenes a session without a roll has the assembly's seats enrolled and, where no rules are given, its rules
     * frozen.
     *
     * <p>Work that follows on the answer should not be done by the thread that completes it: use the {@code Async}
     * methods, or wait for it.
     */
    CompletableFuture<Answer> submit(Submission submission);

    /**
     * Gives several commands of one session, or of one assembly, to be recorded all or none, one after another in one
     * transaction. Their own keys are not looked at; {@code key} stands for all of them.
     *
     * @throws IllegalArgumentException if they are of different streams
     */
    CompletableFuture<JointAnswer> submitTogether(List<Submission> submissions, @Nullable CommandKey key);

    /**
     * Has a session ready for its first command, so that whoever gives it need not wait until the session is folded.
     * Nothing is recorded. Completes when it is ready, at once where there is no such session, and exceptionally where it
     * cannot be read.
     */
    CompletableFuture<Void> ready(SessionId session);

    /** What a session's events amount to: a copy of the caller's own; empty where the session is unknown. */
    SessionState session(SessionId session);

    /**
     * A session's seats, in the order of the roll; empty where the session is unknown. It is read from where the session
     * begins, however long it has become.
     */
    Map<SeatId, Seat> roll(SessionId session);

    /** What later sessions may ask of a session; empty where it is unknown. */
    Optional<EarlierSession> earlier(SessionId session);

    /** What an assembly's events amount to: a copy of the caller's own; empty where the assembly is unknown. */
    AssemblyState assembly(AssemblyId assembly);

    /** Reads what the ledger keeps. */
    EventReader reader();

    /** Follows what the ledger keeps. */
    DurableFeed feed();

    /**
     * Completes when everything committed to the ledger's database before the call, by whoever, would survive a power
     * cut. Who keeps tables of their own there and tells others of them waits for this first.
     */
    CompletableFuture<Void> synced();

    /** Why the ledger takes no commands any more, where it does not; only a restart helps. */
    Optional<String> halted();

    /** The ledger's database, for tables that go with the ledger. The table of entries is the ledger's own. */
    DataSource dataSource();

    /** Answers what was given, and closes the database. */
    @Override
    void close();
}

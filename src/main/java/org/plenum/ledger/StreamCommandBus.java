package org.plenum.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Axon's simple command bus with one writer for each stream: what waits is handled in one unit of work and one
 * transaction, each command decided by itself, so that a refusal answers that command alone. Answers are given when what
 * was committed lasts. If the transaction fails, each command is tried alone.
 */
final class StreamCommandBus extends SimpleCommandBus {
    private static final Logger LOG = LoggerFactory.getLogger(StreamCommandBus.class);

    /** How often a command is tried again after other nodes were first. */
    private static final int TRIES = 50;

    /** How long a database may be away before it is given up finding out whether a commit took place. */
    private static final long FIND_OUT_NANOS = 15_000_000_000L;

    private final TransactionManager transactions;
    private final EntryRows rows;
    private final DurabilityBarrier barrier;
    private final Consumer<String> halt;
    private final Mailboxes<Letter> mailboxes = new Mailboxes<>(this::writeAndAnswer, Letter::mayJoin);
    private volatile @Nullable String halted;

    /** A command that waits, with the handler of its aggregate and whom to answer. */
    private record Letter(
            CommandMessage<?> message,
            Given given,
            MessageHandler<? super CommandMessage<?>> handler,
            Consumer<JointAnswer> answer) {
        /**
         * Commands given together stand alone, since all of the batch is taken back with them. A repetition waits until
         * the first is committed, so that it can be known.
         */
        static boolean mayJoin(List<Letter> batch, Letter next) {
            var key = next.given().key();
            return !next.given().isJoint()
                    && !batch.getFirst().given().isJoint()
                    && (key == null
                            || batch.stream()
                                    .noneMatch(
                                            letter -> key.equals(letter.given().key())
                                                    && letter.given()
                                                            .actor()
                                                            .equals(next.given().actor())));
        }

        void tell(Answer given) {
            answer.accept(JointAnswer.of(given));
        }
    }

    private StreamCommandBus(
            Builder builder,
            TransactionManager transactions,
            EntryRows rows,
            DurabilityBarrier barrier,
            Consumer<String> halt) {
        super(builder);
        this.transactions = transactions;
        this.rows = rows;
        this.barrier = barrier;
        this.halt = halt;
    }

    static StreamCommandBus on(
            TransactionManager transactions, EntryRows rows, DurabilityBarrier barrier, Consumer<String> halt) {
        return new StreamCommandBus(
                SimpleCommandBus.builder().transactionManager(transactions), transactions, rows, barrier, halt);
    }

    /** Takes no commands any more, and says why. */
    void halt(String why) {
        halted = why;
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        var given = (Given) command.getPayload();
        Consumer<JointAnswer> answer =
                result -> callback.onResult(command, GenericCommandResultMessage.asCommandResultMessage(result));
        var letter = new Letter(command, given, handler, answer);
        var why = halted;
        if (why != null) {
            letter.tell(new Answer.NotRecorded(Answer.Reason.HALTED, why));
            return;
        }
        switch (mailboxes.put(given.stream().toString(), letter)) {
            case WAITS -> {}
            case FULL ->
                letter.tell(new Answer.NotRecorded(
                        Answer.Reason.BUSY, Mailboxes.MOST_WAITING + " commands wait for " + given.stream()));
            case CLOSED -> letter.tell(new Answer.NotRecorded(Answer.Reason.CLOSED, "the ledger is closed"));
        }
    }

    private void writeAndAnswer(String stream, List<Letter> batch) {
        try {
            write(stream, batch);
        } catch (RuntimeException e) {
            LOG.error("commands to {} were not handled to the end", stream, e);
            batch.forEach(letter -> letter.tell(new Answer.Uncertain(String.valueOf(e.getMessage()))));
        }
    }

    private void write(String stream, List<Letter> batch) {
        var why = halted;
        if (why != null) {
            batch.forEach(letter -> letter.tell(new Answer.NotRecorded(Answer.Reason.HALTED, why)));
            return;
        }
        var left = batch;
        for (var tries = 1; !left.isEmpty(); tries++) {
            switch (attempt(left)) {
                case Attempt.Committed(var verdicts) -> {
                    answerAll(left, verdicts);
                    return;
                }
                case Attempt.Failed(RefusedTogether refused, var _) -> {
                    barrier.inOrder(telling(left.getFirst(), refused.answer()));
                    return;
                }
                case Attempt.Failed(var cause, var another) -> {
                    if (tries < (another ? TRIES : left.size() == 1 ? 2 : 1)) {
                        // Somebody else was first: another node in this stream, or this very command under its key.
                        left = another ? withoutRemembered(left) : left;
                        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(tries * 200_000L));
                    } else if (left.size() > 1) {
                        LOG.warn("{} commands to {} failed together and are tried alone", left.size(), stream, cause);
                        left.forEach(letter -> write(stream, List.of(letter)));
                        return;
                    } else {
                        LOG.error("a command to {} failed", stream, cause);
                        failed(left, cause);
                        return;
                    }
                }
                case Attempt.NotBegun(var cause) -> {
                    LOG.error("no transaction for {}", stream, cause);
                    failed(left, cause);
                    return;
                }
                case Attempt.Unknown(var cause) -> {
                    uncertain(left, cause);
                    return;
                }
            }
        }
    }

    /** Answers those that were accepted before, and returns the others. */
    private List<Letter> withoutRemembered(List<Letter> letters) {
        var others = new ArrayList<Letter>();
        for (var letter : letters) {
            var remembered = remembered(letter.given());
            if (remembered == null) {
                others.add(letter);
            } else {
                barrier.inOrder(telling(letter, JointAnswer.of(remembered)));
            }
        }
        return others;
    }

    private static void failed(List<Letter> letters, Throwable cause) {
        var detail = String.valueOf(cause.getMessage());
        letters.forEach(letter -> letter.tell(new Answer.NotRecorded(Answer.Reason.FAILED, detail)));
    }

    private void uncertain(List<Letter> letters, Throwable cause) {
        var why = "it is not known whether the last commit succeeded: " + cause.getMessage();
        LOG.error(why, cause);
        halt.accept(why);
        letters.forEach(letter -> letter.tell(new Answer.Uncertain(why)));
    }

    /** What became of one transaction. */
    private sealed interface Attempt {
        /** Committed. */
        record Committed(List<Verdict> verdicts) implements Attempt {}

        /** Rolled back; {@code another} if somebody else was first. */
        record Failed(Throwable cause, boolean another) implements Attempt {}

        /** Nothing was tried: the database gave no transaction. */
        record NotBegun(Throwable cause) implements Attempt {}

        /** The commit failed, and whether it took place cannot be found out. */
        record Unknown(Throwable cause) implements Attempt {}
    }

    private Attempt attempt(List<Letter> batch) {
        var verdicts = new ArrayList<Verdict>(batch.size());
        var messages = batch.stream().<CommandMessage<?>>map(Letter::message).toList();
        var work = new BatchingUnitOfWork<CommandMessage<?>>(messages);
        try {
            work.start();
            work.attachTransaction(transactions);
        } catch (RuntimeException e) {
            return new Attempt.NotBegun(e);
        }
        var result = work.executeWithResult(
                () -> {
                    var letter = batch.get(verdicts.size());
                    var verdict = (Verdict) letter.handler().handle(letter.message());
                    verdicts.add(verdict);
                    return verdict;
                },
                RollbackConfigurationType.ANY_THROWABLE);
        if (!work.isRolledBack()) {
            return new Attempt.Committed(verdicts);
        }
        var cause = result.exceptionResult();
        if (!(cause instanceof CommitFailed)) {
            return new Attempt.Failed(cause, cause instanceof ConcurrencyException);
        }
        return afterFailedCommit(cause, verdicts);
    }

    /** A commit that failed may have taken place all the same: the first entry that it would have made tells. */
    private Attempt afterFailedCommit(Throwable cause, List<Verdict> verdicts) {
        var first = verdicts.stream()
                .flatMap(verdict -> verdict instanceof Verdict.Accepted(var entries) ? entries.stream() : null)
                .findFirst();
        if (first.isEmpty()) {
            return new Attempt.Failed(cause, false);
        }
        LOG.warn("a commit failed; looking whether it took place", cause);
        // If the ledger halts meanwhile, nothing more is recorded after this and nobody need wait for certainty.
        var begun = System.nanoTime();
        for (var wait = 50L; System.nanoTime() - begun < FIND_OUT_NANOS && halted == null; wait *= 2) {
            try {
                var life = rows.committedIn(first.get());
                if (life.isEmpty()) {
                    return new Attempt.Failed(cause, false);
                }
                // Nobody was told of this commit, so nobody waits for its sync yet.
                barrier.afterSync(foundCommitted(first.get()), life.get());
                return new Attempt.Committed(verdicts);
            } catch (RuntimeException e) {
                LOG.warn("the database cannot be asked yet", e);
                LockSupport.parkNanos(wait * 1_000_000);
            }
        }
        return new Attempt.Unknown(cause);
    }

    private static DurabilityBarrier.Waiting foundCommitted(Entry first) {
        return new DurabilityBarrier.Waiting() {
            @Override
            public void lasts() {
                LOG.info("the commit that failed took place: {} at {} lasts", first.stream(), first.position());
            }

            @Override
            public void uncertain(String why) {
                LOG.error("{} from position {} on is committed and may not last", first.stream(), first.position());
            }
        };
    }

    private void answerAll(List<Letter> batch, List<Verdict> verdicts) {
        var waiting = new ArrayList<DurabilityBarrier.Waiting>(batch.size());
        for (var i = 0; i < batch.size(); i++) {
            waiting.add(telling(batch.get(i), JointAnswer.of(answer(batch.get(i), verdicts.get(i)))));
        }
        barrier.inOrder(new DurabilityBarrier.Waiting() {
            @Override
            public void lasts() {
                waiting.forEach(DurabilityBarrier.Waiting::lasts);
            }

            @Override
            public void uncertain(String why) {
                waiting.forEach(one -> one.uncertain(why));
            }
        });
    }

    private Answer answer(Letter letter, Verdict verdict) {
        if (verdict instanceof Verdict.Accepted(var entries) && !entries.isEmpty()) {
            return new Answer.Accepted(entries.getFirst(), entries.size());
        }
        var remembered = remembered(letter.given());
        if (remembered != null) {
            return remembered;
        }
        return switch (verdict) {
            case Verdict.Accepted _ -> new Answer.NothingToRecord();
            case Verdict.Refused(var refusal) -> new Answer.Refused(refusal);
        };
    }

    /** The answer to a command that was accepted before under the same key, or null. */
    private @Nullable Answer remembered(Given given) {
        var key = given.key();
        var fingerprint = given.fingerprint();
        if (key == null || fingerprint == null) {
            return null;
        }
        try {
            return rows.command(given.actor(), key)
                    .map(before -> given.isSaidAgain(before.fingerprint())
                            ? new Answer.Accepted(Entries.read(before.first()), before.entries())
                            : new Answer.Refused(new Refusal.KeyReused(key)))
                    .orElse(null);
        } catch (RuntimeException e) {
            LOG.error("it cannot be found out whether a command was accepted before", e);
            return new Answer.Uncertain("it is not known whether it was accepted before: " + e.getMessage());
        }
    }

    private static DurabilityBarrier.Waiting telling(Letter letter, JointAnswer answer) {
        return new DurabilityBarrier.Waiting() {
            @Override
            public void lasts() {
                letter.answer().accept(answer);
            }

            @Override
            public void uncertain(String why) {
                letter.tell(new Answer.Uncertain(why));
            }
        };
    }

    /** How many streams have commands waiting. */
    int mailboxes() {
        return mailboxes.size();
    }

    /** Takes no more commands, and returns when all that were taken are decided. */
    void close() {
        mailboxes.close();
    }

    /** Gives a command and returns its answer to come. */
    CompletableFuture<JointAnswer> submit(CommandMessage<Given> message) {
        var answer = new CompletableFuture<JointAnswer>();
        this.<Given, Object>dispatch(message, (_, result) -> {
            if (result.isExceptional()) {
                answer.completeExceptionally(result.exceptionResult());
            } else {
                answer.complete((JointAnswer) result.getPayload());
            }
        });
        return answer;
    }
}

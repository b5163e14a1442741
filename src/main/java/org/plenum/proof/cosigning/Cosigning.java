package org.plenum.proof.cosigning;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.notary.ConfiguredWitness;
import org.plenum.proof.notary.Notary;
import org.plenum.proof.witness.AddCheckpointRequest;
import org.plenum.proof.witness.WitnessReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a log's witnesses cosign its checkpoints, in the background, each on a thread of its own: every checkpoint that
 * closes a vote or a session, in their order, and the last one where nothing follows on it. A witness that can't be
 * reached, or says no, is asked again later, less and less often; nothing else waits for it.
 */
public final class Cosigning implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cosigning.class);

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final long ANSWER_WITHIN_SECONDS = 20;
    private static final int MOST_ANSWER_BYTES = 1 << 16;
    private static final long LAST_ONE_RESTS_MS = 3_000;
    private static final long FIRST_PAUSE_MS = 500;
    private static final long LONGEST_PAUSE_MS = 60_000;

    /**
     * How a witness stands.
     *
     * @param size the tree that it cosigned last, as far as this process knows
     * @param trouble why it did not cosign what it was asked last; null where it did, or was asked nothing
     */
    public record Standing(
            ConfiguredWitness witness, long size, @Nullable Trouble trouble) {}

    private final Notary notary;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .build();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Asking> all;
    private boolean closed;

    private Cosigning(Notary notary) {
        this.notary = notary;
        this.all = notary.witnesses().stream().map(Asking::new).toList();
    }

    /** Begins to ask the notary's witnesses. */
    public static Cosigning start(Notary notary) {
        var cosigning = new Cosigning(notary);
        notary.onCheckpoint(checkpoint -> cosigning.wake());
        cosigning.all.forEach(asking -> asking.thread.start());
        return cosigning;
    }

    /** How each witness stands now. */
    public List<Standing> standings() {
        return all.stream().map(asking -> asking.standing).toList();
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Stops asking. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        client.shutdownNow();
        for (var asking : all) {
            try {
                asking.thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** One witness, and what is asked of it. */
    private final class Asking {
        private final ConfiguredWitness witness;
        private final URI address;
        private final Thread thread;
        private volatile Standing standing;
        private long known;
        private long lastSeen = -1;

        Asking(ConfiguredWitness witness) {
            this.witness = witness;
            this.address = URI.create(witness.submission() + "/add-checkpoint");
            this.standing = new Standing(witness, 0, null);
            this.thread = Thread.ofVirtual().name("witness-" + witness.name()).unstarted(this::run);
        }

        private void run() {
            var pause = FIRST_PAUSE_MS;
            while (!isClosed()) {
                var trouble = step();
                if (trouble.isEmpty()) {
                    pause = FIRST_PAUSE_MS;
                } else if (!isClosed()) {
                    tell(trouble.get());
                    // Not woken by new checkpoints: whoever does not answer is not asked more often for that.
                    rest(pause, true);
                    pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
                }
            }
        }

        /** Asks for one checkpoint, or waits until there is one to ask for; what went wrong, if anything did. */
        private Optional<Trouble> step() {
            try {
                var next = next();
                if (next.isEmpty()) {
                    rest(LAST_ONE_RESTS_MS, false);
                    return Optional.empty();
                }
                return ask(next.get());
            } catch (RuntimeException e) {
                // The database of a log that closes, or is damaged; the log itself says so elsewhere.
                return Optional.of(new Trouble.OwnFault(String.valueOf(e.getMessage())));
            }
        }

        /** The oldest closing that it can still cosign, else the last checkpoint once nothing has followed on it. */
        private Optional<SignedCheckpoint> next() {
            var latest = notary.latest();
            var size = latest.checkpoint().size();
            var closing = notary.store().nextClosing(known, size, one -> !witness.isNamedOn(one));
            if (closing.isPresent()) {
                return closing;
            }
            var rested = lastSeen == size;
            lastSeen = size;
            return rested && size > 0 && size >= known && !witness.isNamedOn(latest)
                    ? Optional.of(latest)
                    : Optional.empty();
        }

        private Optional<Trouble> ask(SignedCheckpoint checkpoint) {
            var size = checkpoint.checkpoint().size();
            WitnessReply reply;
            try {
                reply = send(new AddCheckpointRequest(known, proof(size), checkpoint), checkpoint);
            } catch (IOException | TimeoutException e) {
                return Optional.of(new Trouble.Unreachable(String.valueOf(e.getMessage())));
            }
            return switch (reply) {
                case WitnessReply.Cosigned(var cosignatures) -> {
                    notary.add(checkpoint, cosignatures);
                    known = size;
                    standing = new Standing(witness, size, null);
                    yield Optional.empty();
                }
                case WitnessReply.KnowsSize(var its) -> knows(its);
                case WitnessReply.SaysNo(var status, var words) ->
                    Optional.of(new Trouble.SaysNo(status, words.strip()));
                case WitnessReply.Unusable(var fault) -> Optional.of(new Trouble.Unusable(fault));
            };
        }

        private List<Hash> proof(long size) {
            return known == 0 || known == size
                    ? List.of()
                    : notary.store().tree(size).consistencyProof(known, size);
        }

        private Optional<Trouble> knows(long its) {
            var ours = notary.latest().checkpoint().size();
            if (its > ours || its == known) {
                return Optional.of(new Trouble.KnowsAnother(its, ours));
            }
            known = its;
            standing = new Standing(witness, its, standing.trouble());
            return Optional.empty();
        }

        private WitnessReply send(AddCheckpointRequest request, SignedCheckpoint sent)
                throws IOException, TimeoutException {
            var post = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(ANSWER_WITHIN_SECONDS))
                    .header("Content-Type", "text/plain; charset=utf-8")
                    .POST(BodyPublishers.ofString(request.format()))
                    .build();
            var answer = client.sendAsync(post, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_ANSWER_BYTES));
            try {
                var response = answer.get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
                return WitnessReply.read(
                        response.statusCode(), response.body(), sent.checkpoint(), List.of(witness.key()));
            } catch (ExecutionException e) {
                throw new IOException(why(e), e);
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts this thread", e);
            } finally {
                answer.cancel(true);
            }
        }

        private static String why(ExecutionException e) {
            var cause = e.getCause();
            var said = cause == null ? null : cause.getMessage();
            return said != null ? said : cause == null ? "?" : cause.getClass().getSimpleName();
        }

        private void tell(Trouble trouble) {
            if (!trouble.equals(standing.trouble())) {
                LOG.warn("{} does not cosign: {}", witness.name(), trouble.en());
            }
            standing = new Standing(witness, standing.size(), trouble);
        }

        private boolean isClosed() {
            lock.lock();
            try {
                return closed;
            } finally {
                lock.unlock();
            }
        }

        /** Waits, at most so long; a new checkpoint ends it unless all of it has to pass. */
        private void rest(long millis, boolean wholly) {
            var left = TimeUnit.MILLISECONDS.toNanos(millis);
            lock.lock();
            try {
                while (!closed && left > 0) {
                    left = changed.awaitNanos(left);
                    if (!wholly) {
                        return;
                    }
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts this thread", e);
            } finally {
                lock.unlock();
            }
        }
    }
}

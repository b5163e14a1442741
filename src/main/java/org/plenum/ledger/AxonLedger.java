package org.plenum.ledger;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.plenum.command.EarlierSession;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand.ConveneSession;
import org.plenum.decision.AssemblyState;
import org.plenum.decision.EarlierSessions;
import org.plenum.decision.SessionState;
import org.plenum.event.SessionEvent.SeatsEnrolled;
import org.plenum.ledger.urn.UrnKeys;
import org.plenum.ledger.urn.Urns;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.CommandKey;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ledger on Axon's aggregates, event store and command bus, put together by hand. */
final class AxonLedger implements Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(AxonLedger.class);

    private final Storage storage;
    private final DurabilityBarrier barrier;
    private final DurableIndex durable = new DurableIndex();
    private final JdbcEventReader reader;
    private final SubscribedFeed feed;
    private final StreamCommandBus bus;
    private final StreamRepository<SessionAggregate> sessions;
    private final StreamRepository<AssemblyAggregate> assemblies;
    private final EmbeddedEventStore store;
    private final Urns urns;
    private final UrnKeeper urnKeeper;
    private volatile @Nullable String halted;

    AxonLedger(Storage storage, InstantSource clock, SaltSource salts) {
        this.storage = storage;
        this.barrier = new DurabilityBarrier(storage.durability(), this::syncFailed);
        this.reader = new JdbcEventReader(storage, durable, barrier);
        this.feed = new SubscribedFeed(durable, reader, storage.isShared());
        var transactions = new LedgerTransactions(storage.dataSource());
        var rows = new EntryRows(storage);
        this.store = EmbeddedEventStore.builder()
                .storageEngine(
                        EntryStorageEngine.on(storage, rows, transactions, new AppendTurn(storage), this::committed))
                .build();
        this.bus = StreamCommandBus.on(transactions, rows, barrier, this::halt);
        this.urns =
                new Urns(storage.dataSource(), new UrnKeys(storage.urnKeys(), new SecureRandom()), new SecureRandom());
        this.sessions = subscribe(SessionAggregate.class, SessionAggregate::new, rows, clock, salts);
        this.assemblies = subscribe(AssemblyAggregate.class, AssemblyAggregate::new, rows, clock, salts);
        barrier.start();
        openDurably();
        this.urnKeeper = UrnKeeper.start(urns, this);
    }

    private <T extends StreamAggregate<?>> StreamRepository<T> subscribe(
            Class<T> type, Function<String, T> constructor, EntryRows rows, InstantSource clock, SaltSource salts) {
        var parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(type),
                new SimpleResourceParameterResolverFactory(
                        List.of(new Tools(new Sealer(salts), clock, urns, this::earlier))));
        var empty = new EmptyAggregates<>(type, constructor, parameters);
        EventSourcingRepository.Builder<T> builder =
                EventSourcingRepository.builder(type).parameterResolverFactory(parameters);
        var repository = StreamRepository.of(builder, empty, store, reader, rows, storage.isShared());
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type)
                .repository(repository)
                .parameterResolverFactory(parameters)
                .creationPolicyAggregateFactory(empty)
                .commandTargetResolver(message -> new VersionedAggregateIdentifier(
                        (Object) ((Given) message.getPayload()).stream().toString(), null))
                .build()
                .subscribe(bus);
        return repository;
    }

    /** What an earlier process committed and did not sync is synced before anyone sees it. */
    private void openDurably() {
        try (var connection = storage.dataSource().getConnection()) {
            var last = EntryTable.lastIndex(connection);
            if (!barrier.awaitSynced().equals(storage.life(connection))) {
                throw new SQLException("the database has started again in the meantime");
            }
            durable.advanceTo(last);
        } catch (SQLException e) {
            throw new StorageFailed("the ledger cannot be read", e);
        }
    }

    private void committed(long first, List<Entry> entries, DatabaseLife life) {
        var waits = new DurabilityBarrier.Waiting() {
            @Override
            public void lasts() {
                durable.advance(first, entries);
            }

            @Override
            public void uncertain(String why) {
                LOG.error("{} entries from index {} on are committed and may not last", entries.size(), first);
            }
        };
        barrier.afterSync(waits, life);
    }

    private void syncFailed(SQLException cause) {
        LOG.error("the ledger takes no commands any more: a sync failed", cause);
        halt("what was recorded may not last: " + cause.getMessage());
    }

    private void halt(String why) {
        halted = why;
        bus.halt(why);
    }

    @Override
    public CompletableFuture<Answer> submit(Submission submission) {
        return give(List.of(submission), submission.key()).thenApply(JointAnswer::answer);
    }

    @Override
    public CompletableFuture<JointAnswer> submitTogether(List<Submission> submissions, @Nullable CommandKey key) {
        return give(submissions, key);
    }

    @Override
    public CompletableFuture<Void> ready(SessionId session) {
        // No command at all is handled like any other, and so finds the session folded or folds it.
        var nothing = new Given(StreamId.of(session), Actor.LOCAL, null, null, null, List.of());
        return submitted(nothing).thenAccept(answered -> {
            if (answered.answer() instanceof Answer.NotRecorded(var _, var why)) {
                throw new IllegalStateException(session + " is not ready: " + why);
            }
        });
    }

    private CompletableFuture<JointAnswer> submitted(Given given) {
        return bus.submit(new GenericCommandMessage<>(
                new GenericMessage<>(given), given.stream().kind().word()));
    }

    private CompletableFuture<JointAnswer> give(List<Submission> submissions, @Nullable CommandKey key) {
        var first = submissions.getFirst();
        var stream = first.stream();
        var parts = new ArrayList<Given.Part>(submissions.size());
        for (var submission : submissions) {
            if (!submission.stream().equals(stream)) {
                throw new IllegalArgumentException(submission.stream() + " and " + stream + " together");
            }
            var command = submission.command();
            if (command instanceof ConveneSession convene && convene.roll().isEmpty()) {
                try {
                    var assembly = assembly(convene.assembly());
                    if (!assembly.isFounded()) {
                        return CompletableFuture.completedFuture(new JointAnswer(
                                new Answer.Refused(new Refusal.UnknownAssembly(convene.assembly())), parts.size()));
                    }
                    command = withRoll(convene, assembly);
                } catch (RuntimeException e) {
                    LOG.error("the roll of {} cannot be read", convene.assembly(), e);
                    return CompletableFuture.completedFuture(JointAnswer.of(
                            new Answer.NotRecorded(Answer.Reason.FAILED, String.valueOf(e.getMessage()))));
                }
            }
            parts.add(new Given.Part(command, submission.when(), submission.actor()));
        }
        var fingerprint = key == null ? null : Fingerprint.of(submissions);
        var blind = key == null ? null : Fingerprint.blind(submissions);
        var given = new Given(stream, first.actor(), key, fingerprint, blind, parts);
        return submitted(given);
    }

    private static ConveneSession withRoll(ConveneSession c, AssemblyState assembly) {
        return new ConveneSession(
                c.session(),
                c.assembly(),
                assembly.name(),
                c.title(),
                c.date(),
                c.zone(),
                c.provenance(),
                c.call(),
                c.secondCallOf(),
                c.place(),
                c.scheduled(),
                c.president(),
                c.clerk(),
                c.source(),
                c.agenda(),
                List.copyOf(assembly.seats().values()),
                c.rules() == null ? assembly.rules() : c.rules(),
                c.sheet());
    }

    @Override
    public SessionState session(SessionId session) {
        var state = new SessionState();
        reader.read(StreamId.of(session), entry -> state.evolve(entry.ofSession()));
        return state;
    }

    @Override
    public Map<SeatId, Seat> roll(SessionId session) {
        var stream = StreamId.of(session);
        var roll = new LinkedHashMap<SeatId, Seat>();
        // A session begins with its convening and goes on with its seats, in as many entries as they need.
        var position = 1L;
        int known;
        do {
            known = roll.size();
            position++;
            reader.read(stream, position, position, entry -> {
                if (entry.ofSession().event() instanceof SeatsEnrolled enrolled) {
                    enrolled.seats().forEach(seat -> roll.put(seat.id(), seat));
                }
            });
        } while (roll.size() > known);
        return roll;
    }

    @Override
    public Optional<EarlierSession> earlier(SessionId session) {
        var state = session(session);
        return state.isConvened() ? Optional.of(EarlierSessions.of(state)) : Optional.empty();
    }

    @Override
    public AssemblyState assembly(AssemblyId assembly) {
        var state = new AssemblyState();
        reader.read(StreamId.of(assembly), entry -> state.evolve(entry.ofAssembly()));
        return state;
    }

    @Override
    public EventReader reader() {
        return reader;
    }

    @Override
    public DurableFeed feed() {
        return feed;
    }

    @Override
    public CompletableFuture<Void> synced() {
        return barrier.synced().thenAccept(_ -> {});
    }

    @Override
    public Optional<String> halted() {
        return Optional.ofNullable(halted);
    }

    @Override
    public DataSource dataSource() {
        return storage.dataSource();
    }

    /** How much is held for streams: mailboxes and aggregates in memory. */
    int held() {
        return bus.mailboxes() + sessions.kept() + assemblies.kept();
    }

    @Override
    public void close() {
        bus.close();
        urnKeeper.close();
        barrier.close();
        feed.close();
        reader.close();
        store.shutDown();
        storage.close();
    }
}

package org.plenum.ledger;

import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.axonframework.modelling.command.CreationPolicyAggregateFactory;
import org.jspecify.annotations.Nullable;

/** Makes aggregates of which nothing is recorded yet, for loading as for creating. */
final class EmptyAggregates<T extends StreamAggregate<?>> extends AbstractAggregateFactory<T>
        implements CreationPolicyAggregateFactory<T> {
    private final Function<String, T> empty;

    EmptyAggregates(Class<T> type, Function<String, T> empty) {
        super(type);
        this.empty = empty;
    }

    @Override
    public T create(@Nullable Object stream) {
        return empty.apply(String.valueOf(stream));
    }

    @Override
    protected T doCreateAggregate(String stream, @SuppressWarnings("rawtypes") DomainEventMessage first) {
        return empty.apply(stream);
    }
}

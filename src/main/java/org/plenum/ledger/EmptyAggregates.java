package org.plenum.ledger;

import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.CreationPolicyAggregateFactory;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;

/** Makes aggregates of which nothing is recorded yet, for loading as for creating. */
final class EmptyAggregates<T extends StreamAggregate<?>> extends AbstractAggregateFactory<T>
        implements CreationPolicyAggregateFactory<T> {
    private final Function<String, T> empty;

    /** Parameters of handlers are resolved by {@code parameters}: Axon's usual ones don't know the ledger's tools. */
    EmptyAggregates(Class<T> type, Function<String, T> empty, ParameterResolverFactory parameters) {
        super(AnnotatedAggregateMetaModelFactory.inspectAggregate(type, parameters));
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

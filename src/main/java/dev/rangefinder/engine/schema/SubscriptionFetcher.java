package dev.rangefinder.engine.schema;

import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.identity.Restricted;
import dev.rangefinder.identity.Role;
import io.smallrye.graphql.schema.model.Operation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Resolves a field of the subscription root: a method of a feature returns its events, and its value for an event is the event. */
public final class SubscriptionFetcher implements LevelFetcher, Restricted {

    private final OperationMethod operation;

    private SubscriptionFetcher(OperationMethod operation) {
        this.operation = operation;
    }

    static SubscriptionFetcher of(Operation operation) {
        return new SubscriptionFetcher(OperationMethod.of(operation));
    }

    /**
     * Creates the events: GraphQL specification, section 6.2.3.1. None is sent before one is requested.
     *
     * @throws dev.rangefinder.error.InputException when an argument is invalid
     */
    @SuppressWarnings("unchecked") // the type of the field implements the interface
    public Flow.Publisher<CatalogueEvent> subscribe(Map<String, Object> arguments) throws Exception {
        return (Flow.Publisher<CatalogueEvent>) operation.call(List.of(), arguments);
    }

    @Override
    public List<?> fetch(List<?> parents, Map<String, Object> arguments) {
        return parents;
    }

    @Override
    public @Nullable Role requiredRole() {
        return JavaTypes.requiredRole(operation.method());
    }
}

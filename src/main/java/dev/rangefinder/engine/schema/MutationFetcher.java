package dev.rangefinder.engine.schema;

import dev.rangefinder.identity.Restricted;
import dev.rangefinder.identity.Role;
import dev.rangefinder.mutation.Payload;
import io.smallrye.graphql.schema.model.Operation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Resolves a field of the mutation root by a method of a feature. */
public final class MutationFetcher implements LevelFetcher, Restricted {

    private final OperationMethod operation;

    private MutationFetcher(OperationMethod operation) {
        this.operation = operation;
    }

    static MutationFetcher of(Operation operation) {
        return new MutationFetcher(OperationMethod.of(operation));
    }

    /** The method of the feature, with its annotations. */
    public Method method() {
        return operation.method();
    }

    @Override
    public @Nullable Role requiredRole() {
        return JavaTypes.requiredRole(operation.method());
    }

    /**
     * Prepares a call of the method, so that invalid arguments are reported before anything is changed.
     *
     * @throws dev.rangefinder.error.InputException when the arguments are invalid
     */
    public Callable<Payload> prepare(Map<String, Object> arguments) {
        Object[] values = operation.bind(List.of(), arguments);
        return () -> (Payload) operation.invoke(values);
    }

    /** Never called, because the engine executes mutations before it reads their payloads. */
    @Override
    public List<?> fetch(List<?> parents, Map<String, Object> arguments) {
        throw new IllegalStateException("A mutation was executed as a query: " + operation.method());
    }
}

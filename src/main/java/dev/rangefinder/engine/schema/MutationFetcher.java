package dev.rangefinder.engine.schema;

import dev.rangefinder.identity.Caller;
import dev.rangefinder.identity.Restricted;
import dev.rangefinder.identity.Role;
import dev.rangefinder.mutation.AppliedChanges;
import dev.rangefinder.mutation.Payload;
import dev.rangefinder.mutation.RequestedChange;
import io.smallrye.graphql.schema.model.Operation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Resolves a field of the mutation root by a method of a feature. */
public class MutationFetcher implements LevelFetcher, Restricted {

    private final OperationMethod operation;

    /** Reads the input of one of several changes. Created lazily, because most mutations are never one. */
    private @Nullable ValueReader input;

    MutationFetcher(OperationMethod operation) {
        this.operation = operation;
    }

    /**
     * The fetcher for an operation.
     *
     * @param mutations those of the schema by name, to which others may be added later
     */
    static MutationFetcher of(Operation operation, Map<String, MutationFetcher> mutations) {
        OperationMethod method = OperationMethod.of(operation);
        return method.method().getReturnType() == AppliedChanges.class
                ? new ApplyFetcher(method, mutations)
                : new MutationFetcher(method);
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
     * @throws dev.rangefinder.error.InputException when the arguments are invalid, or the caller may not make such a change
     */
    public Supplier<Payload> prepare(Map<String, Object> arguments, Caller caller) {
        return call(operation.bind(List.of(), arguments));
    }

    /** Prepares a call of the method as one of several changes. */
    RequestedChange prepareOne(String path, Map<?, ?> value) {
        ValueReader reader = input;
        if (reader == null) {
            reader = ValueReader.of(new BoundType(method().getGenericParameterTypes()[0], Map.of()));
            input = reader;
        }
        return new RequestedChange(method(), path, value, call(reader.read(path, value)));
    }

    Supplier<Payload> call(@Nullable Object... values) {
        return () -> {
            try {
                return (Payload) operation.invoke(values);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** Never called, because the engine executes mutations before it reads their payloads. */
    @Override
    public List<?> fetch(List<?> parents, Map<String, Object> arguments) {
        throw new IllegalStateException("A mutation was executed as a query: " + operation.method());
    }
}

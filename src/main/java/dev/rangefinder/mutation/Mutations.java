package dev.rangefinder.mutation;

import dev.rangefinder.identity.Caller;
import java.lang.reflect.Method;
import java.util.function.Supplier;

/** Executes mutations. */
@FunctionalInterface
public interface Mutations {

    /**
     * Executes a mutation and commits it, unless it is refused.
     *
     * @param method the method of the mutation
     * @param caller who makes the change
     * @param call calls it with its arguments
     * @param end when its last statement must end, by {@link System#nanoTime}
     * @throws dev.rangefinder.transaction.DatabaseException when the database is unavailable
     */
    Payload execute(Method method, Caller caller, Supplier<Payload> call, long end);
}

package dev.rangefinder.engine;

import dev.rangefinder.identity.Caller;
import dev.rangefinder.mutation.Mutations;
import dev.rangefinder.mutation.Payload;
import java.lang.reflect.Method;
import java.util.function.Supplier;

/** Executes no mutation, for schemas that have none. */
final class NoMutations implements Mutations {

    @Override
    public Payload execute(Method method, Caller caller, Supplier<Payload> call, long end) {
        throw new IllegalStateException("The schema has no mutation: " + method);
    }
}

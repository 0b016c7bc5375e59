package dev.rangefinder.mutation;

import dev.rangefinder.identity.Caller;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A mutation that is to be executed.
 *
 * @param method the method of the feature
 * @param call calls it with its arguments
 * @param caller who makes the change
 * @param key null if the client has sent none
 * @param end when its last statement must end, by {@link System#nanoTime}
 */
public record MutationRequest(
        Method method,
        Supplier<Payload> call,
        Caller caller,
        @Nullable IdempotencyKey key,
        long end) {}

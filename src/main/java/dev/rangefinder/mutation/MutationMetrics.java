package dev.rangefinder.mutation;

import dev.rangefinder.identity.Caller;
import dev.rangefinder.identity.Role;
import dev.rangefinder.transaction.DatabaseException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;

/**
 * Counts mutations by their names, the role of the caller, and what became of them. The number of series has a bound, so who made a
 * change is only in the log.
 */
@Decorator
@Priority(1)
class MutationMetrics implements Mutations {

    private enum Outcome {
        /** The change was committed. */
        CHANGED,
        /** The payload says why nothing was changed. */
        REFUSED,
        /** The connection broke while the change was committed. */
        UNCERTAIN,
        /** Nothing was changed, because something else failed. */
        FAILED
    }

    private final Mutations mutations;
    private final MeterRegistry registry;

    @Inject
    MutationMetrics(@Delegate Mutations mutations, MeterRegistry registry) {
        this.mutations = mutations;
        this.registry = registry;
    }

    @Override
    public Payload execute(MutationRequest mutation) {
        Outcome outcome = Outcome.FAILED;
        try {
            Payload payload = mutations.execute(mutation);
            outcome = payload.getErrors().isEmpty() ? Outcome.CHANGED : Outcome.REFUSED;
            return payload;
        } catch (DatabaseException e) {
            outcome = e.reason() == DatabaseException.Reason.UNCERTAIN ? Outcome.UNCERTAIN : Outcome.FAILED;
            throw e;
        } finally {
            Counter.builder("rangefinder.mutations")
                    .description("Mutations that were executed")
                    .tags(
                            "mutation",
                            mutation.method().getName(),
                            "role",
                            role(mutation.caller()),
                            "outcome",
                            outcome.name())
                    .register(registry)
                    .increment();
        }
    }

    /** The role that permits the most. The engine rejects mutations of callers without one. */
    private static String role(Caller caller) {
        return (caller.has(Role.ADMIN) ? Role.ADMIN : Role.EDITOR).text();
    }
}

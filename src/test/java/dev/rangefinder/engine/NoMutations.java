package dev.rangefinder.engine;

import dev.rangefinder.mutation.MutationRequest;
import dev.rangefinder.mutation.Mutations;
import dev.rangefinder.mutation.Payload;

/** Executes no mutation, for schemas that have none. */
final class NoMutations implements Mutations {

    @Override
    public Payload execute(MutationRequest mutation) {
        throw new IllegalStateException("The schema has no mutation: " + mutation.method());
    }
}

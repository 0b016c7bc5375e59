package dev.rangefinder.store;

import dev.rangefinder.error.InputException;
import org.jspecify.annotations.Nullable;

/**
 * What became of the page of one parent.
 *
 * @param page the page; null when there is none
 * @param failure why there is none; null when there is one
 */
record PageOutcome<C>(@Nullable C page, @Nullable InputException failure) {

    C get() {
        if (failure != null) {
            throw failure;
        }
        return page;
    }

    Object orFailure() {
        return failure != null ? failure : page;
    }
}

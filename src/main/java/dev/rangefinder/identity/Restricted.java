package dev.rangefinder.identity;

import org.jspecify.annotations.Nullable;

/** What only callers with a role may use. */
public interface Restricted {

    /** The role that it requires; null when everybody may use it. */
    @Nullable Role requiredRole();
}

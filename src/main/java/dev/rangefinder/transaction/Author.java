package dev.rangefinder.transaction;

import org.jspecify.annotations.Nullable;

/**
 * Who makes a change, for the log.
 *
 * @param subject the name of the caller; null for the role that connects to the database
 * @param issuer who vouches for the name
 */
public record Author(@Nullable String subject, @Nullable String issuer) {

    /** The role that connects to the database. */
    public static final Author DATABASE_ROLE = new Author(null, null);
}

package dev.rangefinder.transaction;

/** For how long a connection pooler in front of the database, such as PgBouncer, lends a session of the database. */
public enum PoolMode {
    /** As long as the connection lasts. So it is without a pooler, too. */
    SESSION,
    /** For a transaction. The next one may be in another session, and others use this one. */
    TRANSACTION
}

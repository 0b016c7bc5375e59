package dev.rangefinder.transaction;

/** How long a connection pooler such as PgBouncer assigns a database session to a connection. */
public enum PoolMode {
    /** For the lifetime of the connection, as without a pooler. */
    SESSION,
    /** For one transaction. The next one may run in another session. */
    TRANSACTION
}

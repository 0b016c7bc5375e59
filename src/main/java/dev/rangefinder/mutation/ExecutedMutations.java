package dev.rangefinder.mutation;

import dev.rangefinder.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The mutations that were executed with an idempotency key, for a day. They are stored in the transaction of the mutation, so that
 * one is known exactly if its changes are.
 */
@ApplicationScoped
class ExecutedMutations {

    private static final String SAME = " issuer = :issuer and subject = :subject and key = :key and field = :field ";

    /** The lock of a key is held until the transaction of its mutation ends, even if the connection of the service is lost. */
    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended(jsonb_build_array(:issuer, :subject, :key, :field)::text, 0))";

    private static final String FIND = "select request, revision, outcome from executed_mutation where" + SAME
            + "and at > now() - interval '1 day'";

    private static final String PURGE = """
            delete from executed_mutation where ctid = any (array(
                select ctid from executed_mutation where at <= now() - interval '1 day' limit 100 for update skip locked))
            """;

    private static final String INSERT = """
            insert into executed_mutation (issuer, subject, key, field, request, revision, outcome)
            values (:issuer, :subject, :key, :field, :request, :revision, cast(:outcome as text[]))
            on conflict on constraint executed_mutation_pk do update
                set request = excluded.request, revision = excluded.revision, outcome = excluded.outcome, at = excluded.at
            """;

    private final EntityManager entities;

    ExecutedMutations(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What a mutation has done.
     *
     * @param revision the one that it has made
     * @param outcome the {@link Payload#outcome}
     */
    record Execution(long revision, List<String> outcome) {}

    /**
     * Finds a mutation with the same key, and lets no other one be executed until the transaction ends.
     *
     * @throws IdempotencyException when the key is in use, or was used for another request
     */
    Optional<Execution> find(IdempotencyKey key, Caller caller) {
        Object locked = query(LOCK, key, caller).getSingleResult();
        if (!Boolean.TRUE.equals(locked)) {
            throw IdempotencyException.inUse();
        }
        return read(key, caller);
    }

    private Optional<Execution> read(IdempotencyKey key, Caller caller) {
        Stream<?> rows = query(FIND, key, caller).getResultList().stream();
        return rows.map(Object[].class::cast).findFirst().map(row -> {
            if (!key.request().equals(row[0])) {
                throw IdempotencyException.reused();
            }
            return new Execution((Long) row[1], List.of((String[]) row[2]));
        });
    }

    /** Stores what a mutation has done. */
    void store(IdempotencyKey key, Caller caller, Payload payload) {
        query(INSERT, key, caller)
                .setParameter("request", key.request())
                .setParameter("revision", payload.getRevision())
                .setParameter("outcome", '{' + String.join(",", payload.outcome()) + '}')
                .executeUpdate();
        entities.createNativeQuery(PURGE).executeUpdate();
    }

    private Query query(String sql, IdempotencyKey key, Caller caller) {
        return entities.createNativeQuery(sql)
                .setParameter("issuer", caller.issuer())
                .setParameter("subject", caller.subject())
                .setParameter("key", key.value())
                .setParameter("field", key.field());
    }
}

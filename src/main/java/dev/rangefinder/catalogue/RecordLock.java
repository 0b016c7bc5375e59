package dev.rangefinder.catalogue;

import dev.rangefinder.mutation.ChangeError;
import dev.rangefinder.mutation.ErrorDetails;
import dev.rangefinder.mutation.RefusedException;
import dev.rangefinder.mutation.StaleVersion;
import dev.rangefinder.node.GlobalId;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.EntityTable;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Locks the records that mutations change, so that the version that is compared is the one that is changed. */
@ApplicationScoped
class RecordLock {

    private static final String CHANGED_SINCE =
            "select array_to_string(properties_changed_since(:table, :key, :version), ',')";

    private static final int FIRST_VERSION = 1;

    private final EntityManager entities;

    RecordLock(EntityManager entities) {
        this.entities = entities;
    }

    /** Locks the record that an input names; null when there is none. */
    <N extends Keyed> @Nullable N find(EntityTable<N> table, String reference) {
        Long key = StoredNames.current(new RecordType(table.type()).table(), reference);
        return key == null ? null : entities.find(table.type(), key, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Locks the record that an input names.
     *
     * @throws RefusedException when there is none
     */
    <N extends Keyed> N lock(EntityTable<N> table, String reference) {
        N entity = find(table, reference);
        if (entity == null) {
            throw new RefusedException(notFound(table, reference));
        }
        return entity;
    }

    /** The error for a record that an input names, but that does not exist. */
    static ChangeError notFound(EntityTable<?> table, String reference) {
        RecordType type = new RecordType(table.type());
        return InputErrors.notFound(type.field(), type.words(), reference);
    }

    /**
     * The error for a locked record whose version is not the expected one; empty if it is.
     *
     * @param differing the fields of the input that differ from the record
     */
    static List<ChangeError> stale(EntityTable<?> table, Keyed entity, int expectedVersion, List<String> differing) {
        // An entity has the version that the transaction has found, even if it has changed it; a new one has none yet
        Integer found = (Integer) table.valueOf(entity, "version");
        int version = found == null ? FIRST_VERSION : found;
        if (version == expectedVersion) {
            return List.of();
        }
        RecordType type = new RecordType(table.type());
        List<String> changed = changedSince(type, entity, expectedVersion);
        return List.of(new StaleVersion(
                ErrorDetails.at(
                        InputFields.INPUT + ".expectedVersion",
                        "The " + type.words() + " has version " + version
                                + (changed == null ? ", and no known version " : ", not ") + expectedVersion + '.'),
                new GlobalId(table.type().getSimpleName(), entity.key),
                version,
                differing,
                changed));
    }

    /** The properties of a record that differ from an earlier version; null when the log does not know that version. */
    private static @Nullable List<String> changedSince(RecordType type, Keyed entity, int version) {
        String names = (String) Panache.getEntityManager()
                .createNativeQuery(CHANGED_SINCE)
                .setParameter("table", type.table())
                .setParameter("key", entity.key)
                .setParameter("version", version)
                .getSingleResult();
        return names == null
                ? null
                : Stream.of(names.split(",")).filter(name -> !name.isEmpty()).toList();
    }
}

package dev.rangefinder.catalogue;

import dev.rangefinder.mutation.ErrorDetails;
import dev.rangefinder.mutation.RefusedException;
import dev.rangefinder.mutation.StaleVersion;
import dev.rangefinder.node.GlobalId;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.EntityTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;

/** Locks the records that mutations change, so that the version that is compared is the one that is changed. */
@ApplicationScoped
class RecordLock {

    private final EntityManager entities;

    RecordLock(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Locks the record that an input names.
     *
     * @throws RefusedException when there is none
     */
    <N extends Keyed> N lock(EntityTable<N> table, String reference, StoredNames names) {
        RecordType type = new RecordType(table.type());
        Long key = names.find(type.table(), reference);
        N entity = key == null ? null : entities.find(table.type(), key, LockModeType.PESSIMISTIC_WRITE);
        if (entity == null) {
            throw new RefusedException(InputErrors.notFound(type.field(), type.words(), reference));
        }
        return entity;
    }

    /**
     * Compares the version of a locked record.
     *
     * @param differing the fields of the input that differ from the record
     * @throws RefusedException when it is not the expected one
     */
    static void check(EntityTable<?> table, Keyed entity, int expectedVersion, List<String> differing) {
        int version = (Integer) table.valueOf(entity, "version");
        if (version != expectedVersion) {
            String words = new RecordType(table.type()).words();
            throw new RefusedException(new StaleVersion(
                    ErrorDetails.at(
                            InputFields.INPUT + ".expectedVersion",
                            "The " + words + " has version " + version + ", not " + expectedVersion + '.'),
                    new GlobalId(table.type().getSimpleName(), entity.key),
                    version,
                    differing));
        }
    }
}

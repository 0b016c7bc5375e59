package dev.rangefinder.catalogue;

import dev.rangefinder.mutation.RefusedException;
import dev.rangefinder.mutation.RejectedRecordException;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.transaction.DatabaseException;
import jakarta.persistence.PersistenceException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores the records of a change, and remembers the primary keys of those that others refer to by name. */
final class Records {

    private final StoredNames stored;
    private final Map<String, Map<String, Long>> keys = new HashMap<>();
    private final Map<String, Long> first = new HashMap<>();

    /**
     * Creates the records of a change.
     *
     * @param stored the records that they can refer to
     */
    Records(StoredNames stored) {
        this.stored = stored;
    }

    /**
     * Stores a record of a list.
     *
     * @throws RejectedRecordException when the database rejects it
     */
    void store(String list, Keyed entity, Fields fields) {
        try {
            entity.persist();
        } catch (PersistenceException e) {
            throw DatabaseException.in(e)
                    .<RuntimeException>map(cause -> new RejectedRecordException(
                            new RecordType(entity.getClass()).table(), fields.path(), cause.failure()))
                    .orElse(e);
        }
        first.putIfAbsent(list, entity.key);
    }

    /** Stores a record that others refer to. */
    void store(String list, Keyed entity, Fields fields, String kind, String name) {
        store(list, entity, fields);
        keys.computeIfAbsent(kind, first -> new HashMap<>()).put(name, entity.key);
    }

    /** The primary key of the first record that was stored under the name of its list. */
    Long first(String list) {
        return first.get(list);
    }

    /**
     * The primary key of a record.
     *
     * @throws RefusedException when there is none with this name
     */
    Long key(String kind, String name) {
        Long key = keys.getOrDefault(kind, Map.of()).get(name);
        key = key == null ? stored.find(kind, name) : key;
        if (key == null) {
            throw new RefusedException(InputErrors.notFound(kind, kind, name));
        }
        return key;
    }

    /** The primary key of a record; null when the name is null. */
    @Nullable Long optionalKey(String kind, @Nullable String name) {
        return name == null ? null : key(kind, name);
    }
}

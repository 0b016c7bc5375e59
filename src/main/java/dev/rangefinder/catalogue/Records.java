package dev.rangefinder.catalogue;

import dev.rangefinder.mutation.RefusedException;
import dev.rangefinder.relay.Keyed;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.PersistenceException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Stores records, counts them, and remembers the primary keys of those that others refer to by name. */
final class Records {

    private final @Nullable String file;
    private final Names stored;
    private final Map<String, Map<String, Long>> keys = new HashMap<>();
    private final Map<String, Long> first = new HashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    Records(String file) {
        this.file = file;
        this.stored = Names.NONE;
    }

    /** Creates the records of a change, which refer to those that are stored. Its violations of constraints are thrown as they are. */
    Records(Names stored) {
        this.file = null;
        this.stored = stored;
    }

    /** Stores a record and counts it under the name of its list. */
    void store(String list, Fields record, Keyed entity) {
        try {
            entity.persist();
        } catch (PersistenceException e) {
            throw rejection(new Mistake(record.path(), record.line(), MistakeCode.REJECTED_BY_DATABASE, ""), e);
        }
        first.putIfAbsent(list, entity.key);
        count(list, 1);
    }

    /** The primary key of the first record that was stored under the name of its list. */
    Long first(String list) {
        return first.get(list);
    }

    /** Stores a record that others refer to. */
    void store(String list, Fields record, Keyed entity, String kind, String name) {
        store(list, record, entity);
        keys.computeIfAbsent(kind, first -> new HashMap<>()).put(name, entity.key);
    }

    /** Counts records under the name of their list. */
    void count(String list, int added) {
        counts.merge(list, added, Integer::sum);
    }

    /** Executes what is not about one record of the file. */
    void execute(Runnable statements) {
        try {
            statements.run();
        } catch (PersistenceException e) {
            throw rejection(Mistake.ofFile(MistakeCode.REJECTED_BY_DATABASE, ""), e);
        }
    }

    /**
     * Checks the constraints that would otherwise be checked at the commit, where nobody could report them as mistakes in the
     * file.
     */
    void checkConstraints() {
        execute(() -> {
            Panache.flush();
            Panache.getEntityManager().unwrap(Session.class).doWork(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("set constraints all immediate");
                }
            });
        });
    }

    private RuntimeException rejection(Mistake place, PersistenceException cause) {
        String reason = Rejection.reason(cause);
        return reason == null || file == null
                ? cause
                : new InvalidCatalogueException(
                        file, List.of(new Mistake(place.path(), place.line(), place.code(), reason)));
    }

    /** The primary key of a stored record. */
    Long key(String kind, String name) {
        Long key = keys.getOrDefault(kind, Map.of()).get(name);
        key = key == null ? stored.find(kind, name) : key;
        if (key == null && file == null) {
            throw new RefusedException(InputErrors.notFound(kind, kind, name));
        }
        if (key == null) {
            throw new NoSuchElementException("No " + kind + " is named " + name);
        }
        return key;
    }

    /** The primary key of a stored record; null when the name is null. */
    @Nullable Long optionalKey(String kind, @Nullable String name) {
        return name == null ? null : key(kind, name);
    }

    /** The number of stored records of each kind, in readable form. */
    String summary() {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}

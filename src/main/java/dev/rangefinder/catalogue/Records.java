package dev.rangefinder.catalogue;

import dev.rangefinder.evidence.Standing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The records that have been stored so far: how many of each kind, and by which key each is found in the database. */
final class Records {

    private final String file;
    private final EntityManager database;
    private final Map<String, Map<String, Long>> keys = new HashMap<>();
    private final Map<String, Integer> tally = new LinkedHashMap<>();

    /** No records yet, of the file of that name. */
    Records(String file, EntityManager database) {
        this.file = file;
        this.database = database;
    }

    /** Stores one record, and counts it by the name of the list that it stands in. */
    void store(String list, Fields record, Object entity) {
        refusedAt(record, () -> database.persist(entity));
        tally.merge(list, 1, Integer::sum);
    }

    /** Links two stored records by a row of a table that has no entity. */
    void link(Fields record, String statement, Long from, Long to) {
        Query link = database.createNativeQuery(statement).setParameter(1, from).setParameter(2, to);
        refusedAt(record, link::executeUpdate);
    }

    private void refusedAt(Fields record, Runnable statement) {
        try {
            statement.run();
        } catch (PersistenceException e) {
            throw refused(record, e);
        }
    }

    private RuntimeException refused(Fields record, PersistenceException cause) {
        String reason = Refusal.reason(cause);
        return reason == null
                ? cause
                : new BrokenCatalogueException(file, List.of(new Mistake(record.path(), record.line(), reason)));
    }

    /** Remembers by which key a record is found that others name. */
    void remember(String kind, String name, Long key) {
        keys.computeIfAbsent(kind, first -> new HashMap<>()).put(name, key);
    }

    /** The key of a record that has been stored before. */
    Long key(String kind, String name) {
        Long key = keys.getOrDefault(kind, Map.of()).get(name);
        if (key == null) {
            throw new NoSuchElementException("No " + kind + " is named " + name);
        }
        return key;
    }

    /** The key of the record that another may name. */
    @Nullable Long optionalKey(String kind, @Nullable String name) {
        return name == null ? null : key(kind, name);
    }

    /** The key of the citation that a record is first drawn from. */
    @Nullable Long principalCitation(Fields record) {
        List<Text> cited = record.texts("cited");
        return cited.isEmpty() ? null : key("citation", cited.get(0).value());
    }

    /** How well a record or a claim is supported. */
    static Standing standing(Fields record) {
        Standing standing = record.optionalChoice(Standing.class, "standing");
        return standing == null ? Standing.REPORTED : standing;
    }

    /** How many records of each kind were stored, as people read it. */
    String summary() {
        return tally.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}

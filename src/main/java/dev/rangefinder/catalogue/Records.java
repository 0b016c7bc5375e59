package dev.rangefinder.catalogue;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.device.Device;
import dev.rangefinder.evidence.Citation;
import dev.rangefinder.evidence.Standing;
import dev.rangefinder.market.Market;
import dev.rangefinder.partnership.Partnership;
import dev.rangefinder.relay.Keyed;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores records, counts them, and finds the primary keys of stored ones by name. */
final class Records {

    /** The lookups by name, by the kind of record. */
    private static final Map<String, Function<String, Optional<? extends Keyed>>> NAMED = Map.of(
            "citation", key -> Citation.<Citation>find("citationKey", key).firstResultOptional(),
            "market", code -> Market.<Market>find("code", code).firstResultOptional(),
            "brand", slug -> Brand.<Brand>find("slug", slug).firstResultOptional(),
            "partnership", slug -> Partnership.<Partnership>find("slug", slug).firstResultOptional(),
            "device", slug -> Device.<Device>find("slug", slug).firstResultOptional());

    private final String file;
    private final Map<String, Map<String, Long>> keys = new HashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    Records(String file) {
        this.file = file;
    }

    /** Stores a record and counts it under the name of its list. */
    void store(String list, Fields record, Keyed entity) {
        execute(record, entity::persist);
        counts.merge(list, 1, Integer::sum);
    }

    /** Links two stored records in a table without an entity. */
    void link(Fields record, String statement, Long from, Long to) {
        Query link = Panache.getEntityManager()
                .createNativeQuery(statement)
                .setParameter(1, from)
                .setParameter(2, to);
        execute(record, link::executeUpdate);
    }

    private void execute(Fields record, Runnable statement) {
        try {
            statement.run();
        } catch (PersistenceException e) {
            throw translate(record, e);
        }
    }

    private RuntimeException translate(Fields record, PersistenceException cause) {
        String reason = Rejection.reason(cause);
        return reason == null
                ? cause
                : new InvalidCatalogueException(file, List.of(new Mistake(record.path(), record.line(), reason)));
    }

    /** The primary key of a stored record, which is looked up once. */
    Long key(String kind, String name) {
        return keys.computeIfAbsent(kind, first -> new HashMap<>())
                .computeIfAbsent(name, first -> find(kind, name).key);
    }

    private static Keyed find(String kind, String name) {
        return NAMED.get(kind)
                .apply(name)
                .orElseThrow(() -> new NoSuchElementException("No " + kind + " is named " + name));
    }

    /** The primary key of a stored record; null when the name is null. */
    @Nullable Long optionalKey(String kind, @Nullable String name) {
        return name == null ? null : key(kind, name);
    }

    /** The primary key of the principal citation of a record; null when it has none. */
    @Nullable Long principalCitation(Fields record) {
        List<Text> cited = record.texts("cited");
        return cited.isEmpty() ? null : key("citation", cited.get(0).value());
    }

    /** The standing of a record or a claim, with its default. */
    static Standing standing(Fields record) {
        Standing standing = record.optionalChoice(Standing.class, "standing");
        return standing == null ? Standing.REPORTED : standing;
    }

    /** The number of stored records of each kind, in readable form. */
    String summary() {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}

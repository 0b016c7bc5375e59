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

/** The records that have been stored so far: how many of each kind, and by which key each is found in the database. */
final class Records {

    /** How a record of each kind is found that others name. */
    private static final Map<String, Function<String, Optional<? extends Keyed>>> NAMED = Map.of(
            "citation", key -> Citation.<Citation>find("citationKey", key).firstResultOptional(),
            "market", code -> Market.<Market>find("code", code).firstResultOptional(),
            "brand", slug -> Brand.<Brand>find("slug", slug).firstResultOptional(),
            "partnership", slug -> Partnership.<Partnership>find("slug", slug).firstResultOptional(),
            "device", slug -> Device.<Device>find("slug", slug).firstResultOptional());

    private final String file;
    private final Map<String, Map<String, Long>> keys = new HashMap<>();
    private final Map<String, Integer> tally = new LinkedHashMap<>();

    /** No records yet, of the file of that name. */
    Records(String file) {
        this.file = file;
    }

    /** Stores one record, and counts it by the name of the list that it stands in. */
    void store(String list, Fields record, Keyed entity) {
        refusedAt(record, entity::persist);
        tally.merge(list, 1, Integer::sum);
    }

    /** Links two stored records by a row of a table that has no entity. */
    void link(Fields record, String statement, Long from, Long to) {
        Query link = Panache.getEntityManager()
                .createNativeQuery(statement)
                .setParameter(1, from)
                .setParameter(2, to);
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
        String reason = Rejection.reason(cause);
        return reason == null
                ? cause
                : new BrokenCatalogueException(file, List.of(new Mistake(record.path(), record.line(), reason)));
    }

    /** The key of a record that has been stored before. It is looked up once. */
    Long key(String kind, String name) {
        return keys.computeIfAbsent(kind, first -> new HashMap<>())
                .computeIfAbsent(name, first -> find(kind, name).key);
    }

    private static Keyed find(String kind, String name) {
        return NAMED.get(kind)
                .apply(name)
                .orElseThrow(() -> new NoSuchElementException("No " + kind + " is named " + name));
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

package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.Links.Link;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the database stores what a file has. A value is in the column that is named like its key, a reference in the foreign key
 * that is named like it, and the records of a list are in a table. Only the names that do not follow are listed here.
 */
final class Storage {

    private static final Map<String, String> COLUMNS = Map.of(
            "claim.effectsAreOpen", "open_ended",
            "event.on", "on_date",
            "launch_price.on", "on_date");

    private static final Map<String, String> FOREIGN_KEYS =
            Map.of("claim.citation", "source_id", "claim.speaker", "spoken_by_id");

    /** The tables of lists, by the key of the list. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("aliases", "alias"),
            Map.entry("brands", "brand"),
            Map.entry("citations", "citation"),
            Map.entry("claims", "claim"),
            Map.entry("contributions", "contribution"),
            Map.entry("devices", "device"),
            Map.entry("effects", "effect"),
            Map.entry("events", "event"),
            Map.entry("figures", "figure"),
            Map.entry("launches", "launch"),
            Map.entry("markets", "market"),
            Map.entry("members", "member"),
            Map.entry("ownerships", "ownership"),
            Map.entry("partnerships", "partnership"),
            Map.entry("prices", "launch_price"),
            Map.entry("speakers", "speaker"),
            Map.entry("terms", "term"),
            Map.entry("territories", "territory"),
            Map.entry("variants", "variant"));

    private static final Map<String, String> NESTED_TABLES = Map.of("device.partnerships", "collaboration");

    private static final Map<String, Link> LINKS = Map.of(
            "citation.basedOn", Link.CITATION_BASIS,
            "citation.paidBy", Link.CITATION_PAYER,
            "event.brands", Link.EVENT_BRAND,
            "event.partnerships", Link.EVENT_PARTNERSHIP,
            "figure.brands", Link.FIGURE_BRAND,
            "market.parents", Link.MARKET_PARENT);

    /** The kinds of records whose table has another name. */
    private static final Map<String, String> KINDS = Map.of("series", "device");

    /** The columns with the names of records, if they are not slugs. */
    private static final Map<String, String> NAMES = Map.of("citation", "key", "market", "code", "variant", "code");

    /** The values that name another record, whose kind depends on the record that they are in. */
    private static final Map<String, String> LOCAL_REFERENCES = Map.of("launch_price.variant", "variant");

    private Storage() {}

    /** The table of a list in a record of another table, or at the top of a file. */
    static String table(String parent, String list) {
        String table = NESTED_TABLES.getOrDefault(parent + '.' + list, TABLES.get(list));
        if (table == null) {
            throw new IllegalStateException("No table has the records of the list " + list);
        }
        return table;
    }

    /** The column of a value. */
    static String column(String table, String key) {
        return COLUMNS.getOrDefault(table + '.' + key, snakeCase(key));
    }

    /** The foreign key of a reference. */
    static String foreignKey(String table, String key) {
        return FOREIGN_KEYS.getOrDefault(table + '.' + key, snakeCase(key) + "_id");
    }

    /** The table with the links of a list of references. */
    static Link link(String table, String list) {
        Link link = LINKS.get(table + '.' + list);
        if (link == null) {
            throw new IllegalStateException("No table has the links of the list " + list + " of a " + table);
        }
        return link;
    }

    /** The kind of record that a value names; empty for other values. */
    static Optional<String> kindOf(String table, String key, Type type) {
        return type instanceof Reference reference
                ? Optional.of(KINDS.getOrDefault(reference.kind(), reference.kind()))
                : Optional.ofNullable(LOCAL_REFERENCES.get(table + '.' + key));
    }

    /** The column with the names of the records of a kind. */
    static String nameOf(String kind) {
        return NAMES.getOrDefault(kind, "slug");
    }

    static String snakeCase(String key) {
        return key.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}

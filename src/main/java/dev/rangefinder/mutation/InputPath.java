package dev.rangefinder.mutation;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names the fields of an input after the tables and columns that hold their values.
 *
 * @param main the table of the record that the mutation is about
 * @param rejected the record that the database rejects; null when it rejects the change as a whole
 */
record InputPath(String main, @Nullable RejectedRecordException rejected) {

    private static final String INPUT = "input";

    /** The fields that contain the parts of a record, by table. Those of links have no fields of their own. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("alias", "aliases"),
            Map.entry("ownership", "ownerships"),
            Map.entry("variant", "variants"),
            Map.entry("collaboration", "partnerships"),
            Map.entry("member", "members"),
            Map.entry("territory", "territories"),
            Map.entry("term", "terms"),
            Map.entry("contribution", "contributions"),
            Map.entry("launch_price", "prices"),
            Map.entry("claim", "claims"),
            Map.entry("effect", "claims"));

    private static final Map<String, String> LINKS = Map.of(
            "market_parent", "parents",
            "figure_brand", "brands",
            "event_brand", "brands",
            "event_partnership", "partnerships",
            "citation_basis", "basedOn",
            "citation_payer", "paidBy");

    /** The fields that are not named like the columns with their values. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("on_date", "on"),
            Map.entry("source_id", "citation"),
            Map.entry("spoken_by_id", "speaker"),
            Map.entry("open_ended", "effectsAreOpen"),
            Map.entry("series_kind", "series"),
            Map.entry("released", "releasedOn"),
            Map.entry("amount_from", "amount"),
            Map.entry("amount_to", "amount"),
            Map.entry("amount_to_excluded", "amount"),
            Map.entry("amount_currency", "amount"),
            Map.entry("converted_amount", "converted"),
            Map.entry("converted_currency", "converted"),
            Map.entry("converted_approximate", "converted"));

    /**
     * The path of the field with the values of a column.
     *
     * @param column empty for the record as a whole
     */
    String to(String table, String column) {
        if (LINKS.containsKey(table)) {
            return INPUT + '.' + LINKS.get(table);
        }
        return column.isEmpty() ? record(table) : record(table) + '.' + field(table, column);
    }

    /** The path of the rejected record, or that of the list of such records. */
    private String record(String table) {
        if (rejected != null && rejected.table().equals(table)) {
            return rejected.path();
        }
        return table.equals(main) || !PARTS.containsKey(table) ? INPUT : INPUT + '.' + PARTS.get(table);
    }

    private static String field(String table, String column) {
        String renamed = COLUMNS.get(column);
        if (renamed == null && table.equals("claim") && column.endsWith("_id")) {
            return "subject";
        }
        return renamed == null ? camelCase(column.replaceFirst("_id$", "")) : renamed;
    }

    private static String camelCase(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.split("_")) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}

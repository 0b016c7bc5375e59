package dev.rangefinder.store;

import dev.rangefinder.transaction.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that some facets count: those that match a condition, up to a limit, and the rows that relations lead to from them, up
 * to another one.
 *
 * @param number distinguishes these rows from others of the statement
 * @param condition the filter of the connection, or that filter without the conditions of a facet itself
 * @param facets the facets, by their positions in the request
 */
record FacetRows(int number, Condition condition, Map<Integer, Facet> facets) {

    /** How many related rows are read for each counted row, on average, before the counts become lower bounds. */
    private static final int RELATED = 5;

    FacetRows(int number, Condition condition) {
        this(number, condition, new LinkedHashMap<>());
    }

    /** The relations to the values of these facets. */
    List<Relation<?, ?, ?>> relations() {
        return facets.values().stream()
                .<Relation<?, ?, ?>>map(facet -> facet.source().relation())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The name of the query for the rows with the values of a facet. */
    String name(Facet facet) {
        Relation<?, ?, ?> relation = facet.source().relation();
        return relation == null ? "counted_" + number : related(relation);
    }

    private String related(Relation<?, ?, ?> relation) {
        return "related_" + number + '_' + relations().indexOf(relation);
    }

    /** The name of the column with the value of a facet. */
    static String column(int position) {
        return "value_" + position;
    }

    /**
     * The queries of a WITH clause for these rows. Each has the key of the counted row, and one row more than its limit permits.
     *
     * @param key the column with the key of a counted row
     * @param matching the FROM and WHERE clauses of the counted rows
     */
    Sql queries(TableColumn key, Sql matching, int limit) {
        Sql queries = Sql.of("counted_" + number + " as materialized (select " + key + " as key")
                .add(values(null, 0).isEmpty() ? "" : ", " + values(null, 0))
                .add(matching)
                .add(" limit " + (limit + 1) + ")");
        for (Relation<?, ?, ?> relation : relations()) {
            String ofRow = relation.parent().at(1) + " = counted.key";
            queries.add(", " + related(relation) + " as materialized (select counted.key, related.* from counted_"
                    + number
                    + " counted left join lateral (select " + values(relation, 1) + " from " + relation.from(1)
                    + " where " + ofRow + " offset 0) related on true limit " + (relatedLimit(limit) + 1) + ")");
        }
        return queries;
    }

    private String values(@Nullable Relation<?, ?, ?> relation, int depth) {
        return facets.entrySet().stream()
                .filter(facet -> Objects.equals(facet.getValue().source().relation(), relation))
                .flatMap(facet -> columns(facet.getKey(), facet.getValue(), depth))
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> columns(int position, Facet facet, int depth) {
        String value = facet.source().value().at(depth) + " as " + column(position);
        return facet.grouping().hasAmounts()
                ? Stream.of(value, facet.source().compared().get(0).at(depth) + " as " + amount(position))
                : Stream.of(value);
    }

    /** The name of the column with the amount in the currency or unit that a facet groups by. */
    static String amount(int position) {
        return "amount_" + position;
    }

    /** The date, number or amount of a row, of which a facet has the lowest and the highest; null if it has none. */
    static String measure(int position, Facet facet) {
        return switch (facet.grouping()) {
            case YEAR, NUMBER -> column(position);
            case CURRENCY, UNIT -> amount(position);
            case VALUE, TRUTH, ITEM, REFERENCE, IDENTITY -> "null::text";
        };
    }

    /** Whether the rows with the values of a facet are more than the limit permits. */
    String isCapped(Facet facet, int limit) {
        String counted = "(select count(*) > " + limit + " from counted_" + number + ")";
        return facet.source().relation() == null
                ? counted
                : "(" + counted + " or (select count(*) > " + relatedLimit(limit) + " from " + name(facet) + "))";
    }

    /** How many related rows are read for this many rows. */
    static long relatedLimit(long limit) {
        return RELATED * limit;
    }
}

package dev.rangefinder.store;

import dev.rangefinder.filter.Grouping;
import dev.rangefinder.transaction.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statement that counts the rows of each parent by the values of facets. Its columns are the position of the parent among the
 * keys, from 1 on; the position of the facet in the request; the place, the value, and the key of a referenced object; the count, and
 * whether it is a lower bound; the lowest and the highest amount, date or number.
 *
 * @param after the condition for the values of the only facet; null for all values of all facets
 */
record FacetStatement(
        MatchingRows matching,
        List<FacetRows> rows,
        FacetRequest request,
        @Nullable Sql after,
        int limit) {

    private static final String GROUPS =
            "select value, %s as number, min(measure) as lowest, max(measure) as highest from (%s) v group by value";

    Sql of(long[] parents) {
        Relation<?, ?, ?> relation = matching.relation();
        Sql statement =
                Sql.of("select parent.n, f.* from " + ParentKeys.numbered() + " cross join lateral (with ", parents);
        for (FacetRows one : rows) {
            Sql matched = matching.of(one.condition(), relation.from(), new ParentKeys(relation.parent()).matching());
            statement
                    .add(one.number() == 0 ? "" : ", ")
                    .add(one.queries(relation.rows().key(), matched, limit));
        }
        String separator = " ";
        for (FacetRows one : rows) {
            for (int position : one.facets().keySet()) {
                statement.add(separator).add(counts(one, position));
                separator = " union all ";
            }
        }
        return statement.add(") f order by parent.n, f.facet, f.place");
    }

    private Sql counts(FacetRows counted, int position) {
        Facet facet = counted.facets().get(position);
        EntityTable<?> referenced = facet.source().referenced();
        String value = referenced == null
                ? "value::text, null::bigint"
                : "o." + referenced.columnName(referenced.name()) + "::text, value";
        String objects = referenced == null
                ? ""
                : " left join " + referenced.table().name() + " o on o."
                        + referenced.key().name() + " = value";
        String order = new FacetOrder(facet.grouping()).by();
        return Sql.of("select " + position + " as facet, place, " + value + " as key, number, "
                        + counted.isCapped(facet, limit) + ", lowest::text, highest::text from (select value, number, "
                        + extremes(facet) + ", row_number() over (order by value is null, " + order + ")")
                .add(passed())
                .add(" as place from (" + groups(counted, position, facet) + ") g) placed" + objects + " where "
                        + requested());
    }

    /** What the number of a value is reduced by, so that those after the cursor begin with 1. */
    private Sql passed() {
        return after == null
                ? new Sql()
                : Sql.of(" - count(*) filter (where value is not null and not ")
                        .add(after)
                        .add(") over ()");
    }

    /** The page, and a value on each side of it. The missing value belongs to the first page, however long that is. */
    private String requested() {
        int beyond = request.first() + 1;
        return after == null
                ? "place <= " + beyond + " or value is null"
                : "place between 0 and " + beyond + " and value is not null";
    }

    private static String extremes(Facet facet) {
        return facet.grouping().isScale()
                ? "min(lowest) over () as lowest, max(highest) over () as highest"
                : "lowest, highest";
    }

    private String groups(FacetRows counted, int position, Facet facet) {
        String column = FacetRows.column(position);
        String from = ", " + FacetRows.measure(position, facet) + " as measure from " + counted.name(facet);
        if (facet.source().relation() == null && facet.grouping() != Grouping.ITEM) {
            String values = "select " + grouped(facet.grouping(), position) + " as value" + from;
            return GROUPS.formatted("count(*)", values);
        }
        String values = facet.grouping() == Grouping.ITEM
                ? "select key, item as value" + from + " left join lateral unnest(" + column + ") item on true"
                : "select key, " + grouped(facet.grouping(), position) + " as value" + from;
        String isUnknown =
                facet.source().relation() == null ? "not known" : "not known and not " + counted.isCapped(facet, limit);
        return GROUPS.formatted(
                "count(distinct key)",
                "select * from (select *, bool_or(value is not null) over (partition by key) as known from (" + values
                        + ") p) d where value is not null or " + isUnknown);
    }

    private static String grouped(Grouping grouping, int position) {
        String column = FacetRows.column(position);
        return switch (grouping) {
            case TRUTH -> column + "::text";
            case YEAR -> "left(" + column + ", 4)";
            case CURRENCY, UNIT -> "case when " + FacetRows.amount(position) + " is not null then " + column + " end";
            case VALUE, ITEM, REFERENCE, IDENTITY, NUMBER -> column;
        };
    }
}

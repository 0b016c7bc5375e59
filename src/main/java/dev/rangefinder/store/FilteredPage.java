package dev.rangefinder.store;

import dev.rangefinder.store.SemiJoin.Strategy;
import dev.rangefinder.transaction.Sql;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statement for a page of the rows of a table that pass a filter. The fastest plan depends on the selectivity of the filter,
 * which the statistics of PostgreSQL do not show. The statement therefore combines three plans, each of which reads few rows
 * where it fits and stops early where it does not:
 *
 * <ol>
 *   <li>If the filter has a semi-join, the keys of its rows are read up to a limit. If they are few, only these rows are read.
 *       If they are more but within the limit, the table is scanned in order and tested against the keys.
 *   <li>The first rows in order are tested, up to a limit. They fill the page when many rows pass the filter.
 *   <li>Otherwise all rows that pass are found, by any index that helps, and sorted.
 * </ol>
 */
final class FilteredPage {

    private static final String NUMBER = "(select n from number)";

    private final String table;
    private final RowOrder order;
    private final int limit;
    private final Sql scanBounds;
    private final @Nullable SemiJoin semiJoin;
    private final Condition tests;
    private final Sql otherTests;

    FilteredPage(TableReader<?> table, Condition condition, RowOrder order, int limit) {
        this.table = table.name();
        this.order = order;
        this.limit = limit;
        this.scanBounds = condition.only(part -> part.boundsScan(order)).sql(Strategy.FREE);
        this.tests = condition.only(part -> !part.boundsScan(order));
        Optional<Condition.Related> first = tests.parts().stream()
                .filter(part -> part instanceof Condition.Related related && related.some())
                .map(part -> (Condition.Related) part)
                .findFirst();
        this.semiJoin = first.map(Condition.Related::rows).orElse(null);
        this.otherTests = first.map(related -> tests.only(part -> part != related))
                .orElse(tests)
                .sql(Strategy.ROW_BY_ROW);
    }

    /** Returns the statement, whose first column is the number of the only parent. */
    Sql of(Rows<?> read, Sql bounds) {
        Sql rows = new Sql().and(bounds).and(scanBounds);
        Sql statement = Sql.of("with ")
                .add(semiJoin == null ? new Sql() : found(semiJoin))
                .add(near(rows))
                .add(", enough as materialized (select ")
                .add(enough(rows))
                .add(" as ok) (")
                .add(ofNear(read));
        if (semiJoin != null) {
            statement.add(") union all (").add(ofFew(read, rows));
            statement.add(") union all (").add(ofFound(read, rows));
        }
        return statement.add(") union all (").add(ofAll(read, rows)).add(")");
    }

    private Sql found(SemiJoin related) {
        return Sql.of("found as materialized (")
                .add(related.keys())
                .add(" limit " + (many() + 1) + "), number as materialized (select count(*) as n from found), ");
    }

    private Sql near(Sql rows) {
        Sql nearest = Sql.of("select " + table + ".*, " + TestedRows.sortKey(order) + " from " + table)
                .where(new Sql().and(rows).and(whereMany()))
                .add(order.by(order.first(), bound()));
        return Sql.of("near as materialized (select * from (")
                .add(nearest)
                .add(") " + table)
                .where(tests.sql(Strategy.ROW_BY_ROW))
                .add(order.by(TestedRows.SORT_KEY, limit) + ")");
    }

    /** Whether the first rows fill the page, or there are no further rows. */
    private Sql enough(Sql rows) {
        return Sql.of("(select count(*) from near) = " + limit + " or not exists (select from " + table)
                .where(new Sql().and(rows).and(whereMany()))
                .add(order.by(order.first(), 1) + " offset " + bound() + ")");
    }

    private Sql ofFew(Rows<?> read, Sql rows) {
        Sql found = Sql.of(NUMBER + " <= " + few() + " and " + order.key() + " = any (array(select key from found))");
        return sorted(read, found.and(rows).and(otherTests));
    }

    private Sql ofFound(Rows<?> read, Sql rows) {
        String gate = NUMBER + " > " + few() + " and " + NUMBER + " <= " + many();
        // PostgreSQL does not turn a condition with IS TRUE into a join, so that it scans the rows in order
        Sql found = Sql.of(gate + " and (" + order.key() + " in (select key from found)) is true");
        return Sql.of("select 1, " + read.select() + " from " + table + read.joins())
                .where(found.and(rows).and(otherTests))
                .add(order.by(order.first(), limit));
    }

    private Sql ofNear(Rows<?> read) {
        return Sql.of("select 1, " + read.select() + " from near " + table + read.joins())
                .where(Sql.of("(select ok from enough)"))
                .add(order.by(TestedRows.SORT_KEY, limit));
    }

    private Sql ofAll(Rows<?> read, Sql rows) {
        return sorted(read, Sql.of("not (select ok from enough)").and(rows).and(tests.sql(Strategy.FREE)));
    }

    /**
     * OFFSET 0 is an optimization fence: PostgreSQL plans how to find the rows without regard to their order. Only the
     * selected columns pass it, because every row that is found does.
     */
    private Sql sorted(Rows<?> read, Sql rows) {
        String page = order.by(TestedRows.SORT_KEY, limit);
        return Sql.of("select 1, " + read.select() + " from (select * from (select " + read.own() + ", "
                        + TestedRows.sortKey(order) + " from " + table)
                .where(rows)
                .add(" offset 0) " + table + page + ") " + table + read.joins() + page);
    }

    private Sql whereMany() {
        return semiJoin == null ? new Sql() : Sql.of(NUMBER + " > " + many());
    }

    private int few() {
        return 5 * limit;
    }

    private int many() {
        return 100 * limit;
    }

    private int bound() {
        return 50 * limit;
    }
}

package dev.rangefinder.store;

import dev.rangefinder.store.SemiJoin.Look;
import dev.rangefinder.transaction.Sql;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statement for a page of all the rows of a table that pass a filter. How many rows pass decides how a page of them is
 * found soonest, and the statistics of the database do not tell it. So three ways are tried, each of which looks at few rows
 * where it is of use, and finds out soon where it is not:
 *
 * <ol>
 *   <li>Where the filter asks for rows that a relation leads to, their keys are read up to a bound. A few are all that is
 *       looked at. When there are more, but not beyond the bound, the rows are walked in their order, and tested by these keys.
 *   <li>The nearest rows are tested one by one, in their order and up to a bound. They give a page of what many rows pass.
 *   <li>Otherwise the rows that pass are found as a whole, by any index that helps, and sorted.
 * </ol>
 */
final class FilteredPage {

    private static final String NUMBER = "(select n from number)";

    private final String table;
    private final RowOrder order;
    private final int limit;
    private final Sql led;
    private final @Nullable SemiJoin lead;
    private final Condition tests;
    private final Sql others;

    FilteredPage(TableReader<?> table, Condition condition, RowOrder order, int limit) {
        this.table = table.name();
        this.order = order;
        this.limit = limit;
        this.led = condition.only(part -> part.leads(order)).sql(Look.FREE);
        this.tests = condition.only(part -> !part.leads(order));
        Optional<Condition.Reached> first = tests.parts().stream()
                .filter(part -> part instanceof Condition.Reached reached && reached.some())
                .map(part -> (Condition.Reached) part)
                .findFirst();
        this.lead = first.map(Condition.Reached::rows).orElse(null);
        this.others = first.map(reached -> tests.only(part -> part != reached))
                .orElse(tests)
                .sql(Look.ROW_BY_ROW);
    }

    /** The statement, with the number of the only parent in front. */
    Sql of(Rows<?> read, Sql bounds) {
        Sql rows = new Sql().and(bounds).and(led);
        Sql statement = Sql.of("with ")
                .add(lead == null ? new Sql() : found(lead))
                .add(near(rows))
                .add(", enough as materialized (select ")
                .add(enough(rows))
                .add(" as ok) (")
                .add(ofNear(read));
        if (lead != null) {
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
        Sql nearest = Sql.of("select " + table + ".*, " + order.first() + " as place from " + table)
                .where(new Sql().and(rows).and(whereMany()))
                .add(order.by(order.first(), bound()));
        return Sql.of("near as materialized (select * from (")
                .add(nearest)
                .add(") " + table)
                .where(tests.sql(Look.ROW_BY_ROW))
                .add(order.by("place", limit) + ")");
    }

    /** Whether the nearest rows give a page, or there are no others. */
    private Sql enough(Sql rows) {
        return Sql.of("(select count(*) from near) = " + limit + " or not exists (select from " + table)
                .where(new Sql().and(rows).and(whereMany()))
                .add(order.by(order.first(), 1) + " offset " + bound() + ")");
    }

    private Sql ofFew(Rows<?> read, Sql rows) {
        Sql found = Sql.of(NUMBER + " <= " + few() + " and " + order.key() + " = any (array(select key from found))");
        return sorted(read, found.and(rows).and(others));
    }

    private Sql ofFound(Rows<?> read, Sql rows) {
        String gate = NUMBER + " > " + few() + " and " + NUMBER + " <= " + many();
        // That it is true is no join, so that the rows are walked
        Sql found = Sql.of(gate + " and (" + order.key() + " in (select key from found)) is true");
        return Sql.of("select 1, " + read.select() + " from " + table + read.joins())
                .where(found.and(rows).and(others))
                .add(order.by(order.first(), limit));
    }

    private Sql ofNear(Rows<?> read) {
        return Sql.of("select 1, " + read.select() + " from near " + table + read.joins())
                .where(Sql.of("(select ok from enough)"))
                .add(order.by("place", limit));
    }

    private Sql ofAll(Rows<?> read, Sql rows) {
        return sorted(read, Sql.of("not (select ok from enough)").and(rows).and(tests.sql(Look.FREE)));
    }

    /** PostgreSQL does not plan across an OFFSET, so that it finds the rows before it thinks of their order. */
    private Sql sorted(Rows<?> read, Sql rows) {
        String page = order.by(order.first(), limit);
        return Sql.of("select 1, " + read.select() + " from (select * from (select " + table + ".* from " + table)
                .where(rows)
                .add(" offset 0) " + table + page + ") " + table + read.joins() + page);
    }

    private Sql whereMany() {
        return lead == null ? new Sql() : Sql.of(NUMBER + " > " + many());
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

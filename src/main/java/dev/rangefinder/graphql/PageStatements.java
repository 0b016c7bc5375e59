package dev.rangefinder.graphql;

import dev.rangefinder.sql.Rows;
import dev.rangefinder.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The statements about one page of a relation: for its rows, and for what is asked about it later. */
final class PageStatements {

    /** The places that rows lie between, without these. */
    record Bounds(@Nullable Cursor after, @Nullable Cursor before) {}

    /** How many pages of rows are tried, in their order, before the database may find them in its own way. */
    private static final int NEAR = 10;

    private final Relation<?, ?, ?> relation;
    private final PageRequest page;
    private final Restriction filter;
    private final Ordering order;
    private final boolean descending;

    PageStatements(Relation<?, ?, ?> relation, PageRequest page, Restriction filter, Order order) {
        this.relation = relation;
        this.page = page;
        this.filter = filter;
        this.order = order.field().ordering();
        this.descending = order.direction() == OrderDirection.DESC;
    }

    /** Tells what cursors are good for: equal for the same rows in the same order. */
    String identity() {
        return String.join("|", relation.from(), relation.parent(), order.expression(), "" + descending)
                + filter.condition();
    }

    /** The rows of one parent. */
    Sql ofOne(Rows<?> read, @Nullable Long parent, Bounds bounds) {
        Sql select = Sql.of("select 1, " + columns(read));
        Sql rows = rows(parentIs(parent), bounds);
        return filter.leavesTable() && relation.from().equals(relation.table().from())
                ? nearFirst(select, rows, read.joins())
                : new Sql()
                        .add(select)
                        .add(from() + read.joins())
                        .add(matching(rows))
                        .add(ordered(limit()));
    }

    private String columns(Rows<?> read) {
        return relation.extra() + ' ' + read.select();
    }

    /**
     * The first rows in their order tell mostly whether a filter on what they lead to gives a page, and no statistics of the
     * database do. So a few of them are tried, and all only when these give too little.
     */
    private Sql nearFirst(Sql select, Sql rows, String joins) {
        String found = "(select count(*) from near)";
        return Sql.of("with near as materialized (")
                .add(select)
                .add(" from (select *")
                .add(from())
                .add(where(rows))
                .add(ordered(NEAR * limit()))
                .add(") " + relation.table().alias() + joins)
                .add(where(filter.condition()))
                .add(ordered(limit()))
                .add(") select * from near where " + found + " = " + limit() + " union all select * from (")
                .add(select)
                .add(from() + joins)
                .add(matching(rows))
                .add(" and " + found + " < " + limit())
                .add(ordered(limit()))
                .add(") others");
    }

    /** The rows of parents, with the number of their parent among the keys in front. */
    Sql ofMany(Rows<?> read, long[] parents, Bounds bounds) {
        return Sql.of(
                        "select parent.n, t.* from " + numbered() + " cross join lateral (select " + columns(read),
                        parents)
                .add(from() + read.joins())
                .add(matching(rows(Sql.of(ofNumbered()), bounds)))
                .add(ordered(limit()))
                .add(") t");
    }

    /** How many rows parents have, with the number of the parent among the keys in front. */
    Sql count(long[] parents) {
        return Sql.of("select parent.n, (select count(*)")
                .add(from())
                .add(matching(Sql.of(relation.parent() == null ? "true" : ofNumbered())))
                .add(") from " + numbered(), parents);
    }

    /** Whether a parent has rows beyond a place, or at it. */
    Sql exists(@Nullable Long parent, Cursor place, boolean next) {
        String operator = descending == next ? "<=" : ">=";
        return Sql.of("select exists (select")
                .add(from())
                .add(matching(parentIs(parent).add(" and ").add(compared(operator, place))))
                .add(")");
    }

    private static String numbered() {
        return "unnest(?::bigint[]) with ordinality as parent (key, n)";
    }

    private String ofNumbered() {
        return relation.parent() + " = parent.key";
    }

    private Sql parentIs(@Nullable Long key) {
        return key == null ? Sql.of("true") : Sql.of(relation.parent() + " = ?", key);
    }

    private Sql rows(Sql ofParent, Bounds bounds) {
        Sql rows = new Sql().add(ofParent);
        if (bounds.after() != null) {
            rows.add(" and ").add(compared(descending ? "<" : ">", bounds.after()));
        }
        if (bounds.before() != null) {
            rows.add(" and ").add(compared(descending ? ">" : "<", bounds.before()));
        }
        return rows;
    }

    private String from() {
        return " from " + relation.from();
    }

    private static Sql where(Sql condition) {
        return Sql.of(" where ").add(condition);
    }

    private Sql matching(Sql rows) {
        Sql condition = filter.condition();
        return condition.isEmpty() ? where(rows) : where(rows).add(" and ").add(condition);
    }

    private Sql compared(String operator, Cursor place) {
        if (order.isEntry()) {
            return Sql.of(key() + ' ' + operator + " ?", place.key());
        }
        if (order.unique()) {
            return Sql.of(order.expression() + ' ' + operator + " ?", place.value());
        }
        String row = '(' + order.expression() + ", " + key() + ')';
        return Sql.of(row + ' ' + operator + " (?, ?)", place.value(), place.key());
    }

    private String ordered(int limit) {
        String direction = descending == page.forward() ? " desc" : "";
        String first = order.isEntry() ? key() : order.expression();
        String tie = order.isEntry() || order.unique() ? "" : ", " + key() + direction;
        return " order by " + first + direction + tie + " limit " + limit;
    }

    /** One row more than the page has tells whether it is the last page. */
    private int limit() {
        return page.size() + 1;
    }

    private String key() {
        return relation.table().alias() + ".id";
    }
}

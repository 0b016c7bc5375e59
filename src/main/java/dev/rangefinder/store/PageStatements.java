package dev.rangefinder.store;

import dev.rangefinder.relay.Cursor;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.Ordering;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.RowOrder.Bounds;
import dev.rangefinder.store.SemiJoin.Strategy;
import dev.rangefinder.transaction.Sql;
import org.jspecify.annotations.Nullable;

/** The statements for one page of a relation: for its rows, for its count, and for whether there are rows beyond it. */
final class PageStatements {

    private final Relation<?, ?, ?> relation;
    private final Condition condition;
    private final RowOrder order;

    /** One more than the page size, to find out whether there is a next page. */
    private final int limit;

    <T extends Keyed> PageStatements(Relation<?, T, ?> relation, PageRequest<? extends Criteria<T>, ?> page) {
        Order<?> requested = page.orderBy() == null ? relation.rows().order() : page.orderBy();
        this.relation = relation;
        this.condition = FilterCompiler.of(relation.rows(), page.filter());
        this.order = RowOrder.of(relation.rows(), requested, page.forward());
        this.limit = page.size() + 1;
    }

    Ordering ordering() {
        return order.ordering();
    }

    /** Identifies the connections for which a cursor is valid: equal for the same rows in the same order. */
    String identity() {
        String place = order.first() + '|' + order.descending();
        return String.join("|", relation.from(), relation.parent(), place) + condition.sql(Strategy.ROW_BY_ROW);
    }

    /** The upper bounds of their database time. */
    StatementCost work() {
        int parts = condition.parts().size();
        boolean indexed = parts == 0 || relation.parent() == null && parts == 1 && isRangeScan();
        return new StatementCost(relation, condition, indexed && relation.link() == null);
    }

    private boolean isRangeScan() {
        return condition.parts().stream().allMatch(part -> part.boundsScan(order));
    }

    /** Selects the rows of one parent. */
    Sql ofOne(Rows<?> read, @Nullable Long parent, Bounds bounds) {
        Sql rows = parentIs(parent).and(order.between(bounds));
        if (relation.parent() == null && !isRangeScan()) {
            return new FilteredPage(relation.table(), condition, order, limit).of(read, rows);
        }
        return page("1", read, rows, parent == null ? new Sql() : parentIs(parent));
    }

    /** Selects the rows of several parents. The first column is the position of the parent among the keys, from 1 on. */
    Sql ofMany(Rows<?> read, long[] parents, Bounds bounds) {
        return Sql.of("select t.* from " + numbered() + " cross join lateral (", parents)
                .add(page("parent.n", read, ofNumbered().and(order.between(bounds)), ofNumbered()))
                .add(") t");
    }

    private Sql page(String parent, Rows<?> read, Sql rows, Sql ofParent) {
        String select = "select " + parent + ", " + relation.edges().select() + read.select();
        if (relation.link() != null) {
            Sql matching = rows.and(condition.sql(Strategy.ROW_BY_ROW));
            return new LinkedPage(relation, order, limit).of(select, read, matching, ofParent);
        }
        Sql tests = tests();
        Sql found = rows.and(indexable());
        Sql from = relation.parent() == null || tests.isEmpty()
                ? Sql.of(from() + read.joins()).where(found.and(tests))
                : TestedRows.of(relation.from(), found, order.by(order.first()))
                        .add(read.joins())
                        .where(tests);
        return Sql.of(select).add(from).add(order.by(order.first(), limit));
    }

    /** Counts the rows of each parent. The first column is the position of the parent among the keys, from 1 on. */
    Sql count(long[] parents) {
        return Sql.of("select parent.n, (select count(*)")
                .add(tested(counted(), ofNumbered()))
                .add(") from " + numbered(), parents);
    }

    /** Tests whether a parent has rows beyond a cursor, or at it. */
    Sql exists(@Nullable Long parent, Cursor place, boolean next) {
        return Sql.of("select exists (select")
                .add(tested(relation.from(), parentIs(parent).and(order.from(place, next))))
                .add(")");
    }

    /** For the whole table PostgreSQL may choose any plan; for one parent it would overestimate the number of rows. */
    private Sql tested(String from, Sql rows) {
        Sql tests = tests();
        if (relation.parent() == null) {
            return Sql.of(" from " + from).where(rows.and(condition.sql(Strategy.FREE)));
        }
        return relation.link() != null || tests.isEmpty()
                ? Sql.of(" from " + from).where(rows.and(condition.sql(Strategy.ROW_BY_ROW)))
                : TestedRows.of(from, rows.and(indexable()), "").where(tests);
    }

    private Sql indexable() {
        return condition.only(this::isIndexable).sql(Strategy.ROW_BY_ROW);
    }

    private Sql tests() {
        return condition.only(part -> !isIndexable(part)).sql(Strategy.ROW_BY_ROW);
    }

    private boolean isIndexable(Condition part) {
        return part.isIndexable() || part.boundsScan(order);
    }

    private String from() {
        return " from " + relation.from();
    }

    /** The FROM clause for counting, which needs only the links if there is no condition on the rows. */
    private String counted() {
        boolean all = relation.link() != null && condition.parts().isEmpty();
        return all ? relation.link().table() : relation.from();
    }

    private static String numbered() {
        return "unnest(?::bigint[]) with ordinality as parent (key, n)";
    }

    private Sql ofNumbered() {
        return relation.parent() == null ? new Sql() : Sql.of(relation.parent() + " = parent.key");
    }

    private Sql parentIs(@Nullable Long key) {
        return key == null ? new Sql() : Sql.of(relation.parent() + " = ?", key);
    }
}

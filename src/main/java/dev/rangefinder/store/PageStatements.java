package dev.rangefinder.store;

import dev.rangefinder.relay.Cursor;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.Ordering;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.RowOrder.Bounds;
import dev.rangefinder.store.SemiJoin.Look;
import dev.rangefinder.transaction.Sql;
import org.jspecify.annotations.Nullable;

/** The statements about one page of a relation: for its rows, and for what is asked about it later. */
final class PageStatements {

    private final Relation<?, ?, ?> relation;
    private final Condition condition;
    private final RowOrder order;

    /** One row more than the page has tells whether it is the last page. */
    private final int limit;

    <T extends Keyed> PageStatements(Relation<?, T, ?> relation, PageRequest<? extends Criteria<T>, ?> page) {
        Order<?> asked = page.orderBy() == null ? relation.rows().order() : page.orderBy();
        this.relation = relation;
        this.condition = FilterCompiler.of(relation.rows(), page.filter());
        this.order = RowOrder.of(relation.rows(), asked, page.forward());
        this.limit = page.size() + 1;
    }

    /** What the rows are ordered by. */
    Ordering ordering() {
        return order.ordering();
    }

    /** Tells what cursors are good for: equal for the same rows in the same order. */
    String identity() {
        String place = order.first() + '|' + order.descending();
        return String.join("|", relation.from(), relation.parent(), place) + condition.sql(Look.ROW_BY_ROW);
    }

    /** How long the database works on them at most. */
    StatementCost work() {
        int parts = condition.parts().size();
        boolean served = parts == 0 || relation.parent() == null && parts == 1 && isLed();
        return new StatementCost(relation, condition, served && relation.link() == null);
    }

    private boolean isLed() {
        return condition.parts().stream().allMatch(part -> part.leads(order));
    }

    /** The rows of one parent. */
    Sql ofOne(Rows<?> read, @Nullable Long parent, Bounds bounds) {
        Sql rows = parentIs(parent).and(order.between(bounds));
        if (relation.parent() == null && !isLed()) {
            return new FilteredPage(relation.table(), condition, order, limit).of(read, rows);
        }
        return page("1", read, rows, parent == null ? new Sql() : parentIs(parent));
    }

    /** The rows of parents, with the number of their parent among the keys in front. */
    Sql ofMany(Rows<?> read, long[] parents, Bounds bounds) {
        return Sql.of("select t.* from " + numbered() + " cross join lateral (", parents)
                .add(page("parent.n", read, ofNumbered().and(order.between(bounds)), ofNumbered()))
                .add(") t");
    }

    private Sql page(String parent, Rows<?> read, Sql rows, Sql ofParent) {
        String select = "select " + parent + ", " + relation.edges().select() + read.select();
        if (relation.link() != null) {
            Sql wanted = rows.and(condition.sql(Look.ROW_BY_ROW));
            return new LinkedPage(relation, order, limit).of(select, read, wanted, ofParent);
        }
        Sql tests = tests();
        Sql found = rows.and(sought());
        Sql from = relation.parent() == null || tests.isEmpty()
                ? Sql.of(from() + read.joins()).where(found.and(tests))
                : TestedRows.of(relation.from(), found, order.by(order.first()))
                        .add(read.joins())
                        .where(tests);
        return Sql.of(select).add(from).add(order.by(order.first(), limit));
    }

    /** How many rows parents have, with the number of the parent among the keys in front. */
    Sql count(long[] parents) {
        return Sql.of("select parent.n, (select count(*)")
                .add(tested(counted(), ofNumbered()))
                .add(") from " + numbered(), parents);
    }

    /** Whether a parent has rows beyond a place, or at it. */
    Sql exists(@Nullable Long parent, Cursor place, boolean next) {
        return Sql.of("select exists (select")
                .add(tested(relation.from(), parentIs(parent).and(order.from(place, next))))
                .add(")");
    }

    /** Of the whole table those that pass are found as suits the database; the rows of a parent are fewer than it thinks. */
    private Sql tested(String from, Sql rows) {
        Sql tests = tests();
        if (relation.parent() == null) {
            return Sql.of(" from " + from).where(rows.and(condition.sql(Look.FREE)));
        }
        return relation.link() != null || tests.isEmpty()
                ? Sql.of(" from " + from).where(rows.and(condition.sql(Look.ROW_BY_ROW)))
                : TestedRows.of(from, rows.and(sought()), "").where(tests);
    }

    private Sql sought() {
        return condition.only(this::isSought).sql(Look.ROW_BY_ROW);
    }

    private Sql tests() {
        return condition.only(part -> !isSought(part)).sql(Look.ROW_BY_ROW);
    }

    /** Whether an index that has the rows of each parent together finds them by a condition, too. */
    private boolean isSought(Condition part) {
        return part.isSought() || part.leads(order);
    }

    private String from() {
        return " from " + relation.from();
    }

    /** What leads to the rows as far as it takes to count them. */
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

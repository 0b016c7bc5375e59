package dev.rangefinder.store;

import dev.rangefinder.relay.Cursor;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.RowOrder.Bounds;
import dev.rangefinder.store.SemiJoin.Strategy;
import dev.rangefinder.transaction.Sql;
import org.jspecify.annotations.Nullable;

/** The statements for one page of a relation: for its rows, for its count, and for whether there are rows beyond it. */
final class PageStatements {

    private final Relation<?, ?, ?> relation;
    private final ParentKeys keys;
    private final Condition filter;

    /** The filter in the form that an index in the order of the page serves. */
    private final Condition condition;

    private final RowOrder order;

    /** One more than the page size, to find out whether there is a next page. */
    private final int limit;

    <T extends Keyed> PageStatements(Relation<?, T, ?> relation, PageRequest<? extends Criteria<T>, ?> page) {
        Order<?> requested = page.orderBy() == null ? relation.rows().order() : page.orderBy();
        this.relation = relation;
        this.keys = new ParentKeys(relation.parent());
        this.order = RowOrder.of(relation, requested, page.forward());
        this.filter = FilterCompiler.of(relation.rows(), page.filter());
        this.condition = filter.in(order);
        this.limit = page.size() + 1;
    }

    RowOrder order() {
        return order;
    }

    /** Identifies the connections for which a cursor is valid: equal for the same rows in the same order. */
    String identity() {
        String place = order.first() + '|' + order.descending();
        return relation.from() + "|" + relation.parent() + "|" + place + filter.sql(Strategy.ROW_BY_ROW);
    }

    /** The upper bounds of their database time. */
    StatementCost work() {
        int parts = condition.parts().size();
        boolean indexed = parts == 0 || relation.parent() == null && parts == 1 && isRangeScan();
        return new StatementCost(relation, condition, indexed && !isSorted());
    }

    private boolean isRangeScan() {
        return condition.parts().stream().allMatch(part -> part.boundsScan(order));
    }

    /** Selects the rows of one parent. */
    Sql ofOne(Rows<?> read, @Nullable Long parent, Bounds bounds) {
        if (isSorted()) {
            return ofMany(read, new long[] {parent}, bounds);
        }
        Sql rows = keys.only(parent).and(order.between(bounds));
        if (relation.parent() == null && !isRangeScan()) {
            return new FilteredPage(relation.table(), condition, order, limit).of(read, rows);
        }
        return page(select("1", read), read, rows);
    }

    /** Selects the rows of several parents. The first column is the position of the parent among the keys, from 1 on. */
    Sql ofMany(Rows<?> read, long[] parents, Bounds bounds) {
        String select = select("parent.n", read);
        Sql rows = keys.matching().and(order.between(bounds));
        if (isSorted()) {
            Sql matching = rows.and(condition.sql(Strategy.ROW_BY_ROW));
            return linked().of(parents, select, read, matching, keys.matching());
        }
        return Sql.of("select t.* from " + ParentKeys.numbered() + " cross join lateral (", parents)
                .add(page(select, read, rows))
                .add(") t");
    }

    private String select(String parent, Rows<?> read) {
        return "select " + parent + ", " + relation.edges().select() + read.select();
    }

    private Sql page(String select, Rows<?> read, Sql rows) {
        if (relation.link() != null) {
            return linked().inOrder(select, read, rows, condition.sql(Strategy.ROW_BY_ROW));
        }
        Sql tests = tests(condition);
        Sql found = rows.and(indexable(condition));
        if (relation.parent() == null || tests.isEmpty()) {
            Sql from = Sql.of(" from ").add(relation.from()).add(read.joins()).where(found.and(tests));
            return Sql.of(select).add(from).add(order.by(order.first(), limit));
        }
        Sql from = TestedRows.inOrder(relation.table().name(), found, order).add(read.joins());
        return Sql.of(select).add(from.where(tests)).add(order.by(TestedRows.SORT_KEY, limit));
    }

    private LinkedPage linked() {
        return new LinkedPage(relation, order, limit);
    }

    /** Whether the rows of each parent must be sorted, because only a join table without their order leads to them. */
    private boolean isSorted() {
        return relation.link() != null && !relation.link().isInOrder(order.ordering());
    }

    /** Counts the rows of each parent. The first column is the position of the parent among the keys, from 1 on. */
    Sql count(long[] parents) {
        Sql from = filter.parts().isEmpty() ? relation.links() : relation.from();
        return Sql.of("select parent.n, (select count(*)")
                .add(tested(filter, from, keys.matching()))
                .add(") from " + ParentKeys.numbered(), parents);
    }

    /** Tests whether a parent has rows beyond a cursor, or at it. */
    Sql exists(@Nullable Long parent, Cursor place, boolean next) {
        return Sql.of("select exists (select")
                .add(tested(condition, relation.from(), keys.only(parent).and(order.from(place, next))))
                .add(")");
    }

    /** For the whole table PostgreSQL may choose any plan; for one parent it would overestimate the number of rows. */
    private Sql tested(Condition condition, Sql from, Sql rows) {
        Sql tests = tests(condition);
        if (relation.parent() != null && relation.link() == null && !tests.isEmpty()) {
            return TestedRows.of(relation.table().name(), 0, rows.and(indexable(condition)))
                    .where(tests);
        }
        Strategy strategy = relation.parent() == null ? Strategy.FREE : Strategy.ROW_BY_ROW;
        return Sql.of(" from ").add(from).where(rows.and(condition.sql(strategy)));
    }

    private Sql indexable(Condition condition) {
        return condition.only(this::isIndexable).sql(Strategy.ROW_BY_ROW);
    }

    private Sql tests(Condition condition) {
        return condition.only(part -> !isIndexable(part)).sql(Strategy.ROW_BY_ROW);
    }

    private boolean isIndexable(Condition part) {
        return part.isIndexable() || part.boundsScan(order);
    }
}

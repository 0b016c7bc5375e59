package dev.rangefinder.store;

import dev.rangefinder.relay.Cursor;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.RowOrder.Bounds;
import dev.rangefinder.store.SemiJoin.Strategy;
import dev.rangefinder.transaction.Sql;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statements for one page of a relation: for its rows, for its counts, and for whether there are rows beyond it. */
final class PageStatements {

    private final Relation<?, ?, ?> relation;
    private final ParentKeys keys;
    private final Condition filter;

    /** The filter in the form that an index in the order of the page serves. */
    private final Condition condition;

    private final RowOrder order;
    private final MatchingRows matching;
    private final Function<FacetSource, Condition> withoutFacet;

    /** One more than the page size, to find out whether there is a next page. */
    private final int limit;

    <T extends Keyed> PageStatements(Relation<?, T, ?> relation, PageRequest<? extends Criteria<T>, ?> page) {
        Order<?> requested = page.orderBy() == null ? relation.rows().order() : page.orderBy();
        this.relation = relation;
        this.keys = new ParentKeys(relation.parent());
        this.order = RowOrder.of(relation, requested, page.forward());
        this.filter = FilterCompiler.of(relation.rows(), page.filter(), FacetSource.NONE);
        this.condition = filter.in(order);
        this.withoutFacet = facet -> FilterCompiler.of(relation.rows(), page.filter(), facet);
        this.matching = new MatchingRows(relation, order);
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
        Sql tests = matching.tests(condition);
        Sql found = rows.and(matching.indexable(condition));
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

    /** The counts of each parent. */
    CountStatements counts() {
        return new CountStatements(relation, filter, matching);
    }

    /** The facets of these parents. */
    ConnectionFacets facets(long[] parents) {
        return new ConnectionFacets(matching, filter, withoutFacet, parents);
    }

    /** Tests whether a parent has rows beyond a cursor, or at it. */
    Sql exists(@Nullable Long parent, Cursor place, boolean next) {
        Sql rows = keys.only(parent).and(order.from(place, next));
        return Sql.of("select exists (select")
                .add(matching.of(condition, relation.from(), rows))
                .add(")");
    }
}

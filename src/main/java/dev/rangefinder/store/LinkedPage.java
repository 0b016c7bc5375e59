package dev.rangefinder.store;

import dev.rangefinder.transaction.Sql;

/**
 * The statement for a page of the rows that a join table links to their parent. No index has these rows in order for each
 * parent. The links of a parent are therefore counted, up to a limit: if they are few, all of their rows are read and sorted.
 * Otherwise the rows are scanned in order, because enough of them are linked to fill the page soon.
 */
final class LinkedPage {

    private static final int MIN_FEW = 100;

    private final Relation<?, ?, ?> relation;
    private final Relation.Link link;
    private final RowOrder order;
    private final int limit;

    LinkedPage(Relation<?, ?, ?> relation, RowOrder order, int limit) {
        this.relation = relation;
        this.link = relation.link();
        this.order = order;
        this.limit = limit;
    }

    /**
     * Returns the statement.
     *
     * @param select the SELECT clause
     * @param condition the condition on the rows
     * @param ofParent the condition that selects the links of the parent
     */
    Sql of(String select, Rows<?> read, Sql condition, Sql ofParent) {
        return Sql.of("(")
                .add(sorted(select, read, condition, ofParent))
                .add(") union all (")
                .add(scanned(select, read, condition, ofParent))
                .add(")");
    }

    private Sql sorted(String select, Rows<?> read, Sql condition, Sql ofParent) {
        return Sql.of(select + " from (select * from " + link.table())
                .where(ofParent)
                .add(" offset 0) " + link.table() + " join " + relation.table().name() + " on ")
                .add(joined() + read.joins())
                .where(new Sql().and(condition).and(areFew(ofParent)))
                .add(page());
    }

    private Sql scanned(String select, Rows<?> read, Sql condition, Sql ofParent) {
        return Sql.of(select + " from " + relation.table().name() + " cross join lateral (select * from "
                        + link.table())
                .where(new Sql().and(Sql.of(joined())).and(ofParent))
                .add(" offset 0) " + link.table() + read.joins())
                .where(new Sql().and(condition).and(Sql.of("not ").add(areFew(ofParent))))
                .add(page());
    }

    private Sql areFew(Sql ofParent) {
        int few = Math.max(MIN_FEW, 5 * limit);
        return Sql.of("((select count(*) from (select from " + link.table())
                .where(ofParent)
                .add(" limit " + (few + 1) + ") links) <= " + few + ")");
    }

    private String joined() {
        return order.key() + " = " + link.key();
    }

    private String page() {
        return order.by(order.first(), limit);
    }
}

package dev.rangefinder.store;

import dev.rangefinder.transaction.Sql;

/**
 * The statement for a page of the rows that a table of links ties to their parent. No index has them in their order for each
 * parent. The links of a parent are therefore counted, up to a bound: a few are all read, and sorted. Where there are more, the
 * rows are walked in their order, and a page of those that are linked is soon full.
 */
final class LinkedPage {

    private static final int LEAST = 100;

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
     * The statement.
     *
     * @param select what is selected of the links and of the rows
     * @param wanted which of the rows are wanted
     * @param ofParent which links are those of the parent
     */
    Sql of(String select, Rows<?> read, Sql wanted, Sql ofParent) {
        return Sql.of("(")
                .add(sorted(select, read, wanted, ofParent))
                .add(") union all (")
                .add(walked(select, read, wanted, ofParent))
                .add(")");
    }

    private Sql sorted(String select, Rows<?> read, Sql wanted, Sql ofParent) {
        return Sql.of(select + " from (select * from " + link.table())
                .where(ofParent)
                .add(" offset 0) " + link.table() + " join " + relation.table().name() + " on ")
                .add(joined() + read.joins())
                .where(new Sql().and(wanted).and(areFew(ofParent)))
                .add(page());
    }

    private Sql walked(String select, Rows<?> read, Sql wanted, Sql ofParent) {
        return Sql.of(select + " from " + relation.table().name() + " cross join lateral (select * from "
                        + link.table())
                .where(new Sql().and(Sql.of(joined())).and(ofParent))
                .add(" offset 0) " + link.table() + read.joins())
                .where(new Sql().and(wanted).and(Sql.of("not ").add(areFew(ofParent))))
                .add(page());
    }

    private Sql areFew(Sql ofParent) {
        int few = Math.max(LEAST, 5 * limit);
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

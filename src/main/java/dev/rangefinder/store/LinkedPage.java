package dev.rangefinder.store;

import dev.rangefinder.transaction.Sql;

/** The statements for pages of the rows that a join table links to their parents. */
final class LinkedPage {

    private static final int MIN_FEW = 100;

    private final Relation<?, ?, ?> relation;
    private final Link link;
    private final RowOrder order;
    private final int limit;

    LinkedPage(Relation<?, ?, ?> relation, RowOrder order, int limit) {
        this.relation = relation;
        this.link = relation.link();
        this.order = order;
        this.limit = limit;
    }

    /**
     * Selects rows of the parent that a statement is at, in the order of the join table.
     *
     * @param links the condition on the join table
     * @param condition the condition on the rows
     */
    Sql inOrder(String select, Rows<?> read, Sql links, Sql condition) {
        String table = relation.table().name();
        return Sql.of(select)
                .add(TestedRows.inOrder(link.table(), links, order))
                .add(" join " + table + " on " + joined() + read.joins())
                .where(condition)
                .add(order.by(TestedRows.SORT_KEY, limit));
    }

    /**
     * Selects rows of several parents, for which no index has them in order. The statement first finds out which parents have many
     * links. If a parent has few, all of its rows are read and sorted. Otherwise the rows are scanned in order, because enough of
     * them are linked to fill the page soon.
     *
     * @param select the SELECT clause
     * @param condition the condition on the rows
     * @param ofParent the condition that selects the links of the parent
     */
    Sql of(long[] parents, String select, Rows<?> read, Sql condition, Sql ofParent) {
        String pages = "select t.* from parent cross join lateral (";
        return Sql.of("with parent as materialized (select key, n, exists (select from " + link.table())
                .where(ofParent)
                .add(" offset " + Math.max(MIN_FEW, 5 * limit) + ") as has_many from " + ParentKeys.numbered(), parents)
                .add(") " + pages)
                .add(sorted(select, read, condition, ofParent))
                .add(") t where not has_many union all " + pages)
                .add(scanned(select, read, condition, ofParent))
                .add(") t where has_many");
    }

    private Sql sorted(String select, Rows<?> read, Sql condition, Sql ofParent) {
        return Sql.of(select + " from (select * from ")
                .add(link.from())
                .where(ofParent)
                .add(" offset 0) " + link.table() + " join " + relation.table().name() + " on ")
                .add(joined() + read.joins())
                .where(condition)
                .add(page());
    }

    private Sql scanned(String select, Rows<?> read, Sql condition, Sql ofParent) {
        return Sql.of(select + " from " + relation.table().name() + " cross join lateral (select * from ")
                .add(link.from())
                .where(Sql.of(joined()).and(ofParent))
                .add(" offset 0) " + link.table() + read.joins())
                .where(new Sql().and(condition).and(selected(ofParent)))
                .add(page());
    }

    /**
     * Rows that no link of a selection leads to are skipped without another call of its function. PostgreSQL does not turn a
     * condition with IS TRUE into a join, so that it calls the function once for each parent.
     */
    private Sql selected(Sql ofParent) {
        return link.selection() == null
                ? new Sql()
                : Sql.of("(" + order.key() + " in (select " + link.key() + " from ")
                        .add(link.from())
                        .where(ofParent)
                        .add(")) is true");
    }

    private String joined() {
        return relation.rows().key() + " = " + link.key();
    }

    private String page() {
        return order.by(order.first(), limit);
    }
}

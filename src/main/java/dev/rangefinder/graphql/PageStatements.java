package dev.rangefinder.graphql;

import dev.rangefinder.sql.Rows;
import dev.rangefinder.sql.Sql;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The statements about one page of a relation: for its rows, and for what is asked about it later. */
final class PageStatements {

    /** The places that rows lie between, without these. */
    record Bounds(@Nullable Cursor after, @Nullable Cursor before) {}

    private final Relation<?, ?, ?> relation;
    private final PageRequest page;
    private final Restriction walked;
    private final Sql condition;
    private final Supplier<Restriction> counted;
    private final Ordering order;
    private final boolean descending;

    <F extends Filter<F>> PageStatements(
            Relation<?, ?, ?> relation, PageRequest page, @Nullable F filter, Order order) {
        this.relation = relation;
        this.page = page;
        this.walked = Restriction.of(filter, Related.Look.ROW_BY_ROW);
        this.condition = walked.condition();
        this.counted = () -> Restriction.of(filter, Related.Look.FREE);
        this.order = order.field().ordering();
        this.descending = order.direction() == OrderDirection.DESC;
    }

    /** Tells what cursors are good for: equal for the same rows in the same order. */
    String identity() {
        return String.join("|", relation.from(), relation.parent(), order.expression(), "" + descending) + condition;
    }

    /** The rows of one parent. */
    Sql ofOne(Rows<?> read, @Nullable Long parent, Bounds bounds) {
        Sql rows = rows(parentIs(parent), bounds);
        Lead lead = relation.parent() == null ? walked.lead(relation.from(), key(), order) : null;
        if (lead == null) {
            return page(read, rows, condition);
        }
        return lead.isBoundable() ? byRelation(lead, read, rows) : bySearch(lead, read, rows);
    }

    /**
     * How many rows a relation leads to decides how a page of them is found soonest, and the statistics of the database do not
     * tell it. So their keys are read first, up to a bound. With a few keys, their rows are all that is looked at. With more,
     * the rows are walked in their order until a page of them is among the keys. With too many to be read such a page is
     * soon full, and each row is tested by itself.
     */
    private Sql byRelation(Lead lead, Rows<?> read, Sql rows) {
        int few = 5 * limit();
        int many = 100 * limit();
        String number = "(select n from number)";
        Sql ofMore = Sql.of(number + " > " + few + " and case when " + number + " > " + many + " then ")
                .add(lead.test())
                .add(" else " + key() + " in (select key from found) end")
                .and(lead.others());
        return Sql.of("with found as materialized (")
                .add(lead.keys())
                .add(" limit " + (many + 1) + "), number as materialized (select count(*) as n from found) (")
                .add(pageOfFound(read, rows, Sql.of(number + " <= " + few).and(lead.others())))
                .add(") union all (")
                .add(page(read, rows, ofMore))
                .add(")");
    }

    /**
     * What a search finds is not known in part: an index on text gives all of it at once. So the nearest rows are tested
     * first, which give a page of what many rows have, and the index is asked for what few have.
     */
    private Sql bySearch(Lead lead, Rows<?> read, Sql rows) {
        int near = 50 * limit();
        String alias = relation.table().alias();
        String number = "(select count(*) from near)";
        return Sql.of("with near as materialized (select " + key() + " as key")
                .add(" from (select " + alias + ".*, " + first() + " as place" + from())
                .where(rows)
                .add(ordered(first(), near) + ") " + alias)
                .where(new Sql().and(lead.test()).and(lead.others()))
                .add(ordered("place", limit()) + "), found as materialized (")
                .add("select key from near where " + number + " = " + limit() + " union all ")
                .add(lead.keys())
                .add(" and " + number + " < " + limit() + ") ")
                .add(pageOfFound(read, rows, lead.others()));
    }

    private Sql pageOfFound(Rows<?> read, Sql rows, Sql condition) {
        String alias = relation.table().alias();
        Sql found = Sql.of(key() + " = any (array(select key from found))").and(condition);
        return Sql.of(select("1", read) + " from (select " + alias + ".*" + from())
                .add(walk(rows, found))
                .add(") " + alias + read.joins() + ordered(first(), limit()));
    }

    private Sql page(Rows<?> read, Sql rows, Sql condition) {
        return Sql.of(select("1", read) + from() + read.joins()).add(walk(rows, condition));
    }

    /** The rows of parents, with the number of their parent among the keys in front. */
    Sql ofMany(Rows<?> read, long[] parents, Bounds bounds) {
        return Sql.of("select t.* from " + numbered() + " cross join lateral (", parents)
                .add(select("parent.n", read) + from() + read.joins())
                .add(walk(rows(ofNumbered(), bounds), condition))
                .add(") t");
    }

    /** How many rows parents have, with the number of the parent among the keys in front. */
    Sql count(long[] parents) {
        return Sql.of("select parent.n, (select count(*)" + from())
                .where(ofNumbered().and(counted.get().condition()))
                .add(") from " + numbered(), parents);
    }

    /** Whether a parent has rows beyond a place, or at it. */
    Sql exists(@Nullable Long parent, Cursor place, boolean next) {
        String operator = descending == next ? "<=" : ">=";
        return Sql.of("select exists (select" + from())
                .where(parentIs(parent)
                        .and(compared(operator, place))
                        .and(counted.get().condition()))
                .add(")");
    }

    private String select(String parent, Rows<?> read) {
        return "select " + parent + ", " + relation.extra() + ' ' + read.select();
    }

    private String from() {
        return " from " + relation.from();
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

    private Sql rows(Sql ofParent, Bounds bounds) {
        if (bounds.after() != null) {
            ofParent.and(compared(descending ? "<" : ">", bounds.after()));
        }
        if (bounds.before() != null) {
            ofParent.and(compared(descending ? ">" : "<", bounds.before()));
        }
        return ofParent;
    }

    private Sql walk(Sql rows, Sql condition) {
        return new Sql().where(new Sql().and(rows).and(condition)).add(ordered(first(), limit()));
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

    /** What rows are ordered by in the first place. */
    private String first() {
        return order.isEntry() ? key() : order.expression();
    }

    private String ordered(String first, int limit) {
        String direction = descending == page.forward() ? " desc" : "";
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

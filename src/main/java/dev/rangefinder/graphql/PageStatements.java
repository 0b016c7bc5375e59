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
    private final Supplier<Restriction> counted;
    private final Ordering order;
    private final boolean descending;

    <F extends Filter<F>> PageStatements(
            Relation<?, ?, ?> relation, PageRequest page, @Nullable F filter, Order order) {
        this.relation = relation;
        this.page = page;
        this.walked = Restriction.of(filter, Related.Look.ROW_BY_ROW);
        this.counted = () -> Restriction.of(filter, Related.Look.FREE);
        this.order = order.field().ordering();
        this.descending = order.direction() == OrderDirection.DESC;
    }

    /** Tells what cursors are good for: equal for the same rows in the same order. */
    String identity() {
        return String.join("|", relation.from(), relation.parent(), order.expression(), "" + descending)
                + walked.condition();
    }

    /** The rows of one parent. */
    Sql ofOne(Rows<?> read, @Nullable Long parent, Bounds bounds) {
        Sql select = select("1", read);
        Sql rows = rows(parentIs(parent), bounds);
        Related lead = walked.lead();
        return lead != null && relation.parent() == null
                ? byWhatTheyLeadTo(lead, select, rows)
                : select.add(walk(rows, walked.condition()));
    }

    /**
     * How many rows are related to what is asked for decides how a page of them is found soonest, and no statistics of the
     * database tell it. So the related ones are read first, up to a bound. A few of them lead to their rows. With more, the
     * rows are walked in their order until a page of them is among the related ones. With too many to be read such a page is
     * soon full, and each row is looked up.
     */
    private Sql byWhatTheyLeadTo(Related lead, Sql select, Sql rows) {
        int few = 2 * limit();
        int many = 100 * limit();
        String number = "(select n from number)";
        Sql ofFew = Sql.of(number + " <= " + few)
                .and(Sql.of(lead.key() + " in (select key from related limit " + few + ")"))
                .and(walked.others());
        Sql ofMore = Sql.of(number + " > " + few + " and case when " + number + " > " + many + " then ")
                .add(lead.exists(Related.Look.ROW_BY_ROW))
                .add(" else " + lead.key() + " in (select key from related) end")
                .and(walked.others());
        return Sql.of("with related as materialized (")
                .add(lead.keys(many + 1))
                .add("), number as materialized (select count(*) as n from related) (")
                .add(select)
                .add(walk(rows, ofFew))
                .add(") union all (")
                .add(select)
                .add(walk(rows, ofMore))
                .add(")");
    }

    /** The rows of parents, with the number of their parent among the keys in front. */
    Sql ofMany(Rows<?> read, long[] parents, Bounds bounds) {
        return Sql.of("select t.* from " + numbered() + " cross join lateral (", parents)
                .add(select("parent.n", read))
                .add(walk(rows(ofNumbered(), bounds), walked.condition()))
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

    private Sql select(String parent, Rows<?> read) {
        return Sql.of("select " + parent + ", " + relation.extra() + ' ' + read.select() + from() + read.joins());
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
        return new Sql().where(new Sql().and(rows).and(condition)).add(ordered());
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

    private String ordered() {
        String direction = descending == page.forward() ? " desc" : "";
        String first = order.isEntry() ? key() : order.expression();
        String tie = order.isEntry() || order.unique() ? "" : ", " + key() + direction;
        return " order by " + first + direction + tie + " limit " + limit();
    }

    /** One row more than the page has tells whether it is the last page. */
    private int limit() {
        return page.size() + 1;
    }

    private String key() {
        return relation.table().alias() + ".id";
    }
}

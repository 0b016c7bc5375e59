package dev.rangefinder.store;

import dev.rangefinder.transaction.Sql;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a filter on a row, in a normal form: only leaves are negated, equal conditions occur once, and conditions on
 * the same relation are merged, so that the database tests each row as few times as possible.
 */
sealed interface Condition permits Condition.Own, DateCondition, Condition.Related, CombinedCondition {
    /** Nanoseconds to compare a row with a value. */
    long TEST = 100;

    /** Nanoseconds to compare it with each further value. */
    long EACH_VALUE = 10;

    /** Nanoseconds to find the related rows of a row. */
    long PROBE = 2_000;

    /** Nanoseconds to move to the next related row. */
    long NEXT = 100;

    /** The same if a row has so many related rows that they are scattered over the table. */
    long NEXT_SCATTERED = 1_000;

    /** From how many rows on. */
    long SCATTERED = 1_000;

    /** The condition as SQL; empty when it always holds. */
    Sql sql(SemiJoin.Strategy strategy);

    /**
     * The upper bound of the time that the database needs to test it, in nanoseconds.
     *
     * @param rows how many rows are tested
     * @param sizes how many rows a table has
     */
    double work(double rows, ToLongFunction<String> sizes);

    /** The same condition, in the form that an index in this order serves. */
    default Condition in(RowOrder order) {
        return this;
    }

    /** Holds where this condition does not; where this one is unknown, its negation holds. */
    Condition negated();

    /** Whether the condition selects one range of an index in this order, so that a scan reads only that range. */
    default boolean boundsScan(RowOrder order) {
        return false;
    }

    /** Whether an index that begins with the key of the parent can serve this condition, too. */
    default boolean isIndexable() {
        return false;
    }

    /** The same condition, as one that no index serves in the order of a page. */
    default Condition asTest() {
        return new Own(sql(SemiJoin.Strategy.FREE), Kind.OTHER, null);
    }

    /** The conjuncts of this condition. */
    default List<Condition> parts() {
        return List.of(this);
    }

    /** The kind of a condition on the row itself. */
    enum Kind {
        /** One value, or a few rows by name: an index that begins with it has its rows in order. */
        EXACT,
        /** A range of values. */
        RANGE,
        /** Anything else. */
        OTHER
    }

    /**
     * A condition on the row itself.
     *
     * @param expression the compared expression; null where it is irrelevant
     */
    record Own(Sql condition, Kind kind, @Nullable String expression) implements Condition {

        @Override
        public Sql sql(SemiJoin.Strategy strategy) {
            return condition;
        }

        @Override
        public Condition negated() {
            return new Own(Sql.of("(").add(condition).add(") is not true"), Kind.OTHER, null);
        }

        @Override
        public double work(double tested, ToLongFunction<String> sizes) {
            return tested * (TEST + condition.values() * EACH_VALUE);
        }

        @Override
        public boolean boundsScan(RowOrder order) {
            return kind == Kind.EXACT || order.first().equals(expression);
        }

        @Override
        public boolean isIndexable() {
            return kind == Kind.EXACT;
        }
    }

    /** A semi-join or an anti-join: some, or none, of the related rows pass a filter. */
    record Related(SemiJoin rows, boolean some) implements Condition {
        @Override
        public Sql sql(SemiJoin.Strategy strategy) {
            return some ? rows.exists(strategy) : Sql.of("not ").add(rows.exists(strategy));
        }

        @Override
        public Condition negated() {
            return new Related(rows, !some);
        }

        @Override
        public double work(double tested, ToLongFunction<String> sizes) {
            double related = rows.related(tested, sizes);
            long next = related < tested * SCATTERED ? NEXT : NEXT_SCATTERED;
            return tested * PROBE + related * next + rows.condition().work(related, sizes);
        }
    }

    /** The conjunction of the parts that match a predicate. */
    default Condition only(Predicate<Condition> predicate) {
        return all(parts().stream().filter(predicate).toList());
    }

    /** The conjunction of conditions. */
    static Condition all(List<Condition> conditions) {
        return CombinedCondition.of(true, conditions);
    }

    /** The disjunction of conditions. */
    static Condition any(List<Condition> conditions) {
        return CombinedCondition.of(false, conditions);
    }
}

package dev.rangefinder.store;

import dev.rangefinder.transaction.Sql;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a filter asks of a row. Negations stand at the leaves only, equal conditions stand once, and conditions on the same
 * relation are asked together, so that a row is tested no more often than it must be.
 */
sealed interface Condition permits Condition.Own, Condition.Reached, CombinedCondition {

    /** Nanoseconds to compare what a row has. */
    long TEST = 100;

    /** Nanoseconds to compare it with one more value. */
    long EACH_VALUE = 10;

    /** Nanoseconds to find the rows that a relation leads to. */
    long PROBE = 2_000;

    /** Nanoseconds to go on to the next of them. */
    long NEXT = 100;

    /** The condition as SQL, where relations are looked at in a way; empty when it always holds. */
    Sql sql(SemiJoin.Look look);

    /**
     * How long the database takes at most to test it, in nanoseconds.
     *
     * @param rows how many rows are tested
     * @param sizes how many rows a table has
     */
    long work(long rows, ToLongFunction<String> sizes);

    /** Holds where this one does not; an unknown value does not hold. */
    Condition negated();

    /** Whether rows that are walked in an order are walked from where it begins to hold, to where it ends. */
    default boolean leads(RowOrder order) {
        return false;
    }

    /** Whether an index that has the rows of each parent together finds them by this, too. */
    default boolean isSought() {
        return false;
    }

    /** The conditions that must all hold for this one. */
    default List<Condition> parts() {
        return List.of(this);
    }

    /** What a condition on the row itself asks for. */
    enum Kind {
        /** One value, or a few rows by their names: each index that begins with it has its rows in an order. */
        EXACT,
        /** A range of dates. */
        DATES,
        /** A range of texts. */
        TEXTS,
        /** Anything else. */
        OTHER
    }

    /**
     * A condition on the row itself.
     *
     * @param expression what it is about; null where that does not matter
     */
    record Own(Sql condition, Kind kind, @Nullable String expression) implements Condition {

        @Override
        public Sql sql(SemiJoin.Look look) {
            return condition;
        }

        @Override
        public Condition negated() {
            return new Own(Sql.of("(").add(condition).add(") is not true"), Kind.OTHER, null);
        }

        @Override
        public long work(long tested, ToLongFunction<String> sizes) {
            return tested * (TEST + condition.values() * EACH_VALUE);
        }

        @Override
        public boolean leads(RowOrder order) {
            return kind == Kind.EXACT || order.first().equals(expression);
        }

        @Override
        public boolean isSought() {
            return kind == Kind.EXACT || kind == Kind.DATES;
        }
    }

    /** A condition on the rows that a relation leads to: that there are some, or that there are none. */
    record Reached(SemiJoin rows, boolean some) implements Condition {

        @Override
        public Sql sql(SemiJoin.Look look) {
            return some ? rows.exists(look) : Sql.of("not ").add(rows.exists(look));
        }

        @Override
        public Condition negated() {
            return new Reached(rows, !some);
        }

        @Override
        public long work(long tested, ToLongFunction<String> sizes) {
            long related = sizes.applyAsLong(rows.table());
            return tested * PROBE + related * NEXT + rows.condition().work(related, sizes);
        }
    }

    /** What those of its parts ask that are of a kind. */
    default Condition only(Predicate<Condition> kind) {
        return all(parts().stream().filter(kind).toList());
    }

    /** Holds where all of these do. */
    static Condition all(List<Condition> conditions) {
        return CombinedCondition.of(true, conditions);
    }

    /** Holds where at least one of these does. */
    static Condition any(List<Condition> conditions) {
        return CombinedCondition.of(false, conditions);
    }
}

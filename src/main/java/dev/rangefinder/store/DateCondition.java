package dev.rangefinder.store;

import dev.rangefinder.filter.Conditions;
import dev.rangefinder.relay.Ordering;
import dev.rangefinder.transaction.Sql;
import java.util.function.ToLongFunction;

/**
 * A condition that selects a range of dates: see {@link Conditions#dates}.
 *
 * @param column the column with the dates
 * @param condition the condition in the form that is used
 * @param highest the condition on dates that are highest when they are missing
 */
record DateCondition(String column, Sql condition, Sql highest) implements Condition {

    @Override
    public Sql sql(SemiJoin.Strategy strategy) {
        return condition;
    }

    @Override
    public Condition in(RowOrder order) {
        boolean isHighest = order.missing().equals(Ordering.HIGHEST) && boundsScan(order);
        return isHighest ? new DateCondition(column, highest, highest) : this;
    }

    @Override
    public Condition negated() {
        return new Own(condition, Kind.OTHER, null).negated();
    }

    @Override
    public double work(double tested, ToLongFunction<String> sizes) {
        return tested * (TEST + condition.values() * EACH_VALUE);
    }

    @Override
    public boolean boundsScan(RowOrder order) {
        return column.equals(order.column());
    }

    @Override
    public boolean isIndexable() {
        return true;
    }
}

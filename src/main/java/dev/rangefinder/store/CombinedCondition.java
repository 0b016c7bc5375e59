package dev.rangefinder.store;

import dev.rangefinder.transaction.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** A conjunction or a disjunction of conditions. */
record CombinedCondition(boolean all, List<Condition> parts) implements Condition {

    @Override
    public Sql sql(SemiJoin.Strategy strategy) {
        return all ? conjunction(strategy) : disjunction(strategy);
    }

    private Sql conjunction(SemiJoin.Strategy strategy) {
        Sql sql = new Sql();
        parts.forEach(part -> sql.and(part.sql(strategy)));
        return sql;
    }

    private Sql disjunction(SemiJoin.Strategy strategy) {
        Sql sql = new Sql();
        for (Condition part : parts) {
            Sql one = part.sql(strategy);
            sql.add(sql.isEmpty() ? "(" : " or ")
                    .add("(")
                    .add(one.isEmpty() ? Sql.of("true") : one)
                    .add(")");
        }
        return sql.isEmpty() ? Sql.of("false") : sql.add(")");
    }

    @Override
    public Condition negated() {
        return of(!all, parts.stream().map(Condition::negated).toList());
    }

    @Override
    public double work(double rows, ToLongFunction<String> sizes) {
        return parts.stream().mapToDouble(part -> part.work(rows, sizes)).sum();
    }

    /** A scan is bounded only by what all rows must meet. */
    @Override
    public Condition in(RowOrder order) {
        return all ? of(true, parts.stream().map(part -> part.in(order)).toList()) : this;
    }

    @Override
    public List<Condition> parts() {
        return all ? parts : List.of(this);
    }

    /** Combines conditions; a single condition is returned as it is. */
    static Condition of(boolean all, List<Condition> conditions) {
        List<Condition> parts = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof CombinedCondition inner && inner.all == all) {
                parts.addAll(inner.parts);
            } else {
                parts.add(condition);
            }
        }
        parts = parts.size() > 1 ? distinct(merged(parts, !all)) : parts;
        return parts.size() == 1 ? parts.get(0) : new CombinedCondition(all, parts);
    }

    /** Merges semi-joins of the same relation: a row passes one of two filters exactly when it passes their disjunction. */
    private static List<Condition> merged(List<Condition> parts, boolean some) {
        Map<Object, Condition> merged = new LinkedHashMap<>();
        for (Condition part : parts) {
            if (part instanceof Condition.Related related && related.some() == some) {
                merged.merge(
                        related.rows().path(),
                        part,
                        (one, other) -> either((Condition.Related) one, (Condition.Related) other));
            } else {
                merged.put(new Object(), part);
            }
        }
        return List.copyOf(merged.values());
    }

    private static Condition either(Condition.Related one, Condition.Related other) {
        Condition passed =
                Condition.any(List.of(one.rows().condition(), other.rows().condition()));
        return new Condition.Related(one.rows().with(passed), one.some());
    }

    private static List<Condition> distinct(List<Condition> parts) {
        Map<String, Condition> distinct = new LinkedHashMap<>();
        parts.forEach(
                part -> distinct.putIfAbsent(part.sql(SemiJoin.Strategy.FREE).toString(), part));
        return List.copyOf(distinct.values());
    }
}

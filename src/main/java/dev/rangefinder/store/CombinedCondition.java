package dev.rangefinder.store;

import dev.rangefinder.transaction.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Conditions that must all hold, or of which one must. */
record CombinedCondition(boolean all, List<Condition> parts) implements Condition {

    @Override
    public Sql sql(SemiJoin.Look look) {
        return all ? conjunction(look) : disjunction(look);
    }

    private Sql conjunction(SemiJoin.Look look) {
        Sql sql = new Sql();
        parts.forEach(part -> sql.and(part.sql(look)));
        return sql;
    }

    private Sql disjunction(SemiJoin.Look look) {
        Sql sql = new Sql();
        for (Condition part : parts) {
            Sql one = part.sql(look);
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
    public long work(long rows, ToLongFunction<String> sizes) {
        return parts.stream().mapToLong(part -> part.work(rows, sizes)).sum();
    }

    @Override
    public List<Condition> parts() {
        return all ? parts : List.of(this);
    }

    /** Combines conditions; a single one stays what it is. */
    static Condition of(boolean all, List<Condition> conditions) {
        List<Condition> parts = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof CombinedCondition inner && inner.all == all) {
                parts.addAll(inner.parts);
            } else {
                parts.add(condition);
            }
        }
        parts = parts.size() > 1 ? distinct(together(parts, !all)) : parts;
        return parts.size() == 1 ? parts.get(0) : new CombinedCondition(all, parts);
    }

    /** There is a row that passes one filter or another, exactly when there is one that passes either. */
    private static List<Condition> together(List<Condition> parts, boolean some) {
        Map<Object, Condition> together = new LinkedHashMap<>();
        for (Condition part : parts) {
            if (part instanceof Condition.Reached reached && reached.some() == some) {
                together.merge(
                        reached.rows().path(),
                        part,
                        (one, other) -> either((Condition.Reached) one, (Condition.Reached) other));
            } else {
                together.put(new Object(), part);
            }
        }
        return List.copyOf(together.values());
    }

    private static Condition either(Condition.Reached one, Condition.Reached other) {
        Condition passed =
                Condition.any(List.of(one.rows().condition(), other.rows().condition()));
        return new Condition.Reached(one.rows().with(passed), one.some());
    }

    private static List<Condition> distinct(List<Condition> parts) {
        Map<String, Condition> distinct = new LinkedHashMap<>();
        parts.forEach(part -> distinct.putIfAbsent(part.sql(SemiJoin.Look.FREE).toString(), part));
        return List.copyOf(distinct.values());
    }
}

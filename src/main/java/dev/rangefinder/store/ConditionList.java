package dev.rangefinder.store;

import dev.rangefinder.filter.Conditions;
import dev.rangefinder.transaction.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects conditions on a row. */
abstract class ConditionList implements Conditions {

    /** Up to this many values are compared one by one; for more, PostgreSQL builds a hash table if it uses no index. */
    private static final int FEW = 20;

    private final List<Condition> conditions = new ArrayList<>();

    void add(Condition condition) {
        conditions.add(condition);
    }

    /** All conditions together. */
    Condition conjunction() {
        return Condition.all(conditions);
    }

    /** The conjuncts of all conditions. */
    List<Condition> parts() {
        return conjunction().parts();
    }

    @Override
    public ConditionList and(String condition, Object... parameters) {
        return own(Condition.Kind.OTHER, null, condition, parameters);
    }

    @Override
    public ConditionList exactly(String condition, Object... parameters) {
        return own(Condition.Kind.EXACT, null, condition, parameters);
    }

    @Override
    public ConditionList oneOf(String expression, List<String> texts) {
        String values = texts.size() > FEW ? " in (select unnest(?::text[]))" : " = any (?)";
        return and(expression + values, (Object) texts.toArray(String[]::new));
    }

    @Override
    public ConditionList references(String foreignKey, String keys, List<String> names) {
        String query = "(" + keys + " = any (?))";
        String condition = names.size() > FEW ? " in " + query : " = any (array" + query + ")";
        return and(foreignKey + condition, (Object) names.toArray(String[]::new));
    }

    @Override
    public ConditionList dates(String column, String lowest, String highest, Object... parameters) {
        add(new DateCondition(column, Sql.of(lowest, parameters), Sql.of(highest, parameters)));
        return this;
    }

    @Override
    public ConditionList range(String expression, String condition, Object... parameters) {
        return own(Condition.Kind.RANGE, expression, condition, parameters);
    }

    private ConditionList own(
            Condition.Kind kind, @Nullable String expression, String condition, Object... parameters) {
        add(new Condition.Own(Sql.of(condition, parameters), kind, expression));
        return this;
    }
}

package dev.rangefinder.federation;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scalar {@code _Any}: any value. A {@link Representation} checks it, so that errors name its position. Literals can contain
 * variables.
 */
enum AnyScalar implements Coercing<Object, Object> {
    INSTANCE;

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return value;
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        return input;
    }

    @Override
    public @Nullable Object parseLiteral(
            Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return valueOf(literal, variables);
    }

    private static @Nullable Object valueOf(Value<?> literal, CoercedVariables variables) {
        if (literal instanceof ObjectValue object) {
            return fieldsOf(object, variables);
        }
        if (literal instanceof ArrayValue list) {
            return itemsOf(list, variables);
        }
        return literal instanceof VariableReference variable ? variables.get(variable.getName()) : leafOf(literal);
    }

    private static Map<String, @Nullable Object> fieldsOf(ObjectValue object, CoercedVariables variables) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (ObjectField field : object.getObjectFields()) {
            fields.put(field.getName(), valueOf(field.getValue(), variables));
        }
        return fields;
    }

    private static List<@Nullable Object> itemsOf(ArrayValue list, CoercedVariables variables) {
        List<@Nullable Object> items = new ArrayList<>();
        list.getValues().forEach(item -> items.add(valueOf(item, variables)));
        return items;
    }

    private static @Nullable Object leafOf(Value<?> literal) {
        if (literal instanceof StringValue text) {
            return text.getValue();
        }
        if (literal instanceof IntValue number) {
            return number.getValue();
        }
        if (literal instanceof FloatValue number) {
            return number.getValue();
        }
        if (literal instanceof BooleanValue truth) {
            return truth.isValue();
        }
        return literal instanceof EnumValue constant ? constant.getName() : null;
    }
}

package dev.rangefinder.engine;

import static java.util.stream.Collectors.joining;

import dev.rangefinder.engine.LeafValues.Place;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Generates random arguments of fields: literals and variables, with and without defaults and values. */
final class ArgumentGenerator {

    /** The name of an enum constant, which is quoted in JSON and unquoted in a document. */
    private record EnumName(String name) {}

    private static final int MAX_DEPTH = 4;

    private final LeafValues leaves;
    private final SeededRandom draw;
    private final List<String> definitions = new ArrayList<>();
    private final Map<String, Object> variables = new LinkedHashMap<>();

    ArgumentGenerator(LeafValues leaves, SeededRandom draw) {
        this.leaves = leaves;
        this.draw = draw;
    }

    /** The definitions of all generated variables, each such as {@code $v1: Int = 3}. */
    List<String> definitions() {
        return definitions;
    }

    /** The values of those variables that have one. */
    Map<String, Object> variables() {
        return variables;
    }

    /** An argument with a value of its type. */
    String argument(GraphQLArgument argument, String coordinates) {
        Place place = new Place(coordinates, coordinates, argument.getName());
        return argument.getName() + ": " + value(argument.getType(), place, 0);
    }

    /** A page size, as a literal or as a variable. */
    String pageSize(String argument, int size) {
        return argument + ": " + (draw.percent(20) ? variable("Int", size, true) : size);
    }

    /** The argument of {@code @skip} or {@code @include}. */
    String condition() {
        boolean truth = draw.percent(50);
        return draw.percent(50) ? "" + truth : variable("Boolean!", truth, false);
    }

    private String value(GraphQLType type, Place place, int depth) {
        Object value = draw(type, place, depth);
        return draw.percent(depth == 0 ? 20 : 8)
                ? variable(GraphQLTypeUtil.simplePrint(type), value, !GraphQLTypeUtil.isNonNull(type))
                : literal(value);
    }

    private @Nullable Object draw(GraphQLType type, Place place, int depth) {
        if (type instanceof GraphQLNonNull nonNull) {
            return drawPresent(nonNull.getWrappedType(), place, depth);
        }
        return draw.percent(1) ? null : drawPresent(type, place, depth);
    }

    private Object drawPresent(GraphQLType type, Place place, int depth) {
        if (type instanceof GraphQLList list) {
            return drawItems(list.getWrappedType(), place, depth);
        }
        if (type instanceof GraphQLEnumType enumeration) {
            return new EnumName(LeafValues.of(enumeration, draw));
        }
        return type instanceof GraphQLInputObjectType object
                ? drawFields(object, place, depth)
                : leaves.of((GraphQLScalarType) type, place, draw);
    }

    private Object drawItems(GraphQLType type, Place place, int depth) {
        if (draw.percent(10)) {
            return drawPresent(GraphQLTypeUtil.unwrapNonNull(type), place, depth + 1); // becomes a list of one
        }
        List<@Nullable Object> items = new ArrayList<>();
        for (int size = draw.between(0, 3); items.size() < size; ) {
            items.add(draw(type, place, depth + 1));
        }
        return items;
    }

    private Map<String, @Nullable Object> drawFields(GraphQLInputObjectType type, Place place, int depth) {
        if (type.isOneOf()) {
            GraphQLInputObjectField one = draw.oneOf(type.getFields());
            return Map.of(one.getName(), drawPresent(one.getType(), inside(type, one, place), depth + 1));
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        int chance = 120 / type.getFields().size();
        for (GraphQLInputObjectField field : type.getFields()) {
            boolean required = GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue();
            if (required || draw.percent(chance) && (depth < MAX_DEPTH || isLeaf(field))) {
                fields.put(field.getName(), draw(field.getType(), inside(type, field, place), depth + 1));
            }
        }
        return fields;
    }

    /** The filter of a single value has the meaning of the field that contains it. */
    private static Place inside(GraphQLInputObjectType type, GraphQLInputObjectField field, Place place) {
        boolean ofOneValue = type.getField("eq") != null;
        return ofOneValue
                ? new Place(place.coordinates(), place.owner() + '.' + place.name(), field.getName())
                : new Place(place.coordinates(), type.getName(), field.getName());
    }

    private static boolean isLeaf(GraphQLInputObjectField field) {
        return !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInputObjectType);
    }

    private String variable(String type, @Nullable Object value, boolean nullable) {
        String name = "v" + definitions.size();
        boolean omitted = nullable && draw.percent(30);
        boolean hasDefault = nullable && value != null && draw.percent(40);
        definitions.add('$' + name + ": " + type + (hasDefault ? " = " + literal(value) : ""));
        if (!omitted) {
            variables.put(name, json(nullable && draw.percent(5) ? null : value));
        }
        return '$' + name;
    }

    private static @Nullable Object json(@Nullable Object value) {
        if (value instanceof EnumName constant) {
            return constant.name;
        }
        if (value instanceof List<?> items) {
            List<@Nullable Object> list = new ArrayList<>();
            items.forEach(item -> list.add(json(item)));
            return list;
        }
        if (value instanceof Map<?, ?> fields) {
            Map<Object, @Nullable Object> map = new LinkedHashMap<>();
            fields.forEach((name, field) -> map.put(name, json(field)));
            return map;
        }
        return value;
    }

    private static String literal(@Nullable Object value) {
        if (value instanceof EnumName constant) {
            return constant.name;
        }
        if (value instanceof String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        if (value instanceof List<?> items) {
            return items.stream().map(ArgumentGenerator::literal).collect(joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> fields) {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + ": " + literal(field.getValue()))
                    .collect(joining(", ", "{", "}"));
        }
        return String.valueOf(value);
    }
}

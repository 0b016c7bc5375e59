package dev.rangefinder.generated;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Generates random filters for the generated catalogue from a seed: all conditions and combinations, on existing and
 * missing values.
 */
final class FilterGenerator {

    private static final int MAX_DEPTH = 3;
    private static final int MAX_RELATIONS = 3;
    private static final Set<String> COMBINATORS = Set.of("and", "or", "not");

    /** Typical values of fields; those of an operator apply to all fields without values here. */
    private static final Map<String, List<String>> TEXTS = Map.ofEntries(
            Map.entry("brand", List.of("brand-00001", "brand-01999", "nobody")),
            Map.entry("homeMarket", List.of("DE", "IN", "ZZ")),
            Map.entry("market", List.of("IN", "DE", "001", "ZZ")),
            Map.entry("within", List.of("001", "142", "IN", "ZZ")),
            Map.entry("currency", List.of("EUR", "INR", "XXX")),
            Map.entry("unit", List.of("UNITS", "PERCENT", "XXX")),
            Map.entry("device", List.of("device-0000001", "device-0003999", "device-0077777")),
            Map.entry("series", List.of("device-0000050", "device-0000001")),
            Map.entry("slug", List.of("device-0000001", "brand-00001", "partnership-000001")),
            Map.entry("citation", List.of("G1", "G2")),
            Map.entry("chipset", List.of("SD 8 Gen 2", "Kirin 9010", "none")),
            Map.entry("contains", List.of("Ultra", "Pro", "Mate", "xyzzy", "%__%", "12345", "\\\\\\\\\\\\")),
            Map.entry("eqInsensitive", List.of("MATE 1 ultra", "x", "%", "")),
            Map.entry("startsWith", List.of("", "d", "device-000", "Mate", "Co-", "~", "_")),
            Map.entry("property", List.of("releasedOn", "name")));

    private static final List<String> DATES =
            List.of("0001", "1900-05", "2014", "2016-05-17", "2020", "2024-02-29", "2200-12-31", "9999");

    private final Random random;
    private int relations;

    FilterGenerator(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** A filter of a type. */
    String filter(GraphQLInputObjectType type) {
        return filter(type, 0);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String filter(GraphQLInputObjectType type, int depth) {
        List<GraphQLInputObjectField> fields = new ArrayList<>(type.getFields());
        fields.removeIf(field -> isBeyondLimit(field) || COMBINATORS.contains(field.getName()));
        Collections.shuffle(fields, random);
        List<GraphQLInputObjectField> chosen =
                new ArrayList<>(fields.subList(0, Math.min(fields.size(), 1 + random.nextInt(2))));
        if (depth < MAX_DEPTH && random.nextBoolean()) {
            chosen.add(type.getField(oneOf(List.copyOf(COMBINATORS))));
        }
        return chosen.stream()
                .map(field -> field.getName() + ": " + value(field.getType(), field.getName(), depth + 1))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private boolean isBeyondLimit(GraphQLInputObjectField field) {
        return relations == MAX_RELATIONS && nameOf(field.getType()).endsWith("RelationFilter");
    }

    private String value(GraphQLType wrapped, String field, int depth) {
        GraphQLType type = GraphQLTypeUtil.unwrapNonNull(wrapped);
        if (type instanceof GraphQLList list) {
            return IntStream.range(0, random.nextInt(4) + (random.nextInt(20) == 0 ? 30 : 1))
                    .mapToObj(each -> value(list.getWrappedType(), field, depth))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (type instanceof GraphQLEnumType constants) {
            return oneOf(constants.getValues()).getName();
        }
        if (type instanceof GraphQLInputObjectType input) {
            return input(input, field, depth);
        }
        return leaf(nameOf(type), field);
    }

    private String input(GraphQLInputObjectType type, String field, int depth) {
        if (type.getField("and") != null) {
            return filter(type, depth);
        }
        if (type.getField("some") == null) {
            return operator(type, field);
        }
        GraphQLInputObjectField quantifier = oneOf(type.getFields());
        relations++;
        String related = filter((GraphQLInputObjectType) quantifier.getType(), depth);
        relations--;
        return "{" + quantifier.getName() + ": " + related + "}";
    }

    private String operator(GraphQLInputObjectType type, String field) {
        GraphQLInputObjectField chosen = oneOf(type.getFields());
        return type.getFields().stream()
                .filter(operator -> operator == chosen || isRequired(operator))
                .map(operator -> operator.getName() + ": " + operand(operator, field))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Amounts are compared in a currency or unit, which their filter need not have otherwise. */
    private static boolean isRequired(GraphQLInputObjectField operator) {
        return Set.of("currency", "unit").contains(operator.getName())
                || GraphQLTypeUtil.isNonNull(operator.getType()) && !operator.hasSetDefaultValue();
    }

    private String operand(GraphQLInputObjectField operator, String field) {
        String name = operator.getName();
        return value(operator.getType(), TEXTS.containsKey(name) ? name : field, MAX_DEPTH);
    }

    private String leaf(String type, String field) {
        return switch (type) {
            case "Boolean" -> "" + random.nextBoolean();
            case "Decimal", "Int" -> "" + random.nextInt(2_000);
            case "PartialDate" -> '"' + oneOf(DATES) + '"';
            default -> '"' + oneOf(TEXTS.getOrDefault(field, List.of("x", "Market 5", "Line 3", "Analyst 3"))) + '"';
        };
    }

    private static String nameOf(GraphQLType type) {
        return ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(type)).getName();
    }
}

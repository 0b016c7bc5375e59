package dev.rangefinder.engine;

import dev.rangefinder.engine.schema.ConcreteTypes;
import dev.rangefinder.engine.schema.LevelFetcher;
import dev.rangefinder.engine.schema.PlainFetcher;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import graphql.TypeResolutionEnvironment;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A schema with random faults: fetchers fail, for all objects or for one, return null, or return values that their
 * types cannot serialize. The faults depend only on the object, the field and its arguments.
 */
final class FaultySchema {

    private static final String DEFINITIONS = """
            type Query {
              thing(n: Int = 1, mood: Mood): Thing
              sureThing(n: Int): Thing!
              things(first: Int, wish: Wish): [Thing!]!
              maybeThings(first: Int): [Thing]
              any(wishes: [Wish!] = []): Any
              manyAny(first: Int): [Any!]
              sureAny(first: Int): [Any]!
              named(text: String! = "x"): Named
              manyNamed(first: Int): [Named!]!
              grid: [[Thing!]!]
              strictGrid: [[[Thing!]]!]!
              looseGrid: [[Thing]]!
              moods(fragile: Fragile): [[Mood!]]
              text: String!
            }
            interface Named { id: ID! name: String nick: String! other: Named others(first: Int): [Named!] }
            interface Tagged implements Named {
              id: ID! name: String nick: String! other: Named others(first: Int): [Named!]! tags: [String!]!
            }
            type Thing implements Named & Tagged {
              id: ID! name: String nick: String! other: Named others(first: Int): [Named!]! tags: [String!]!
              size: Int sureSize: Int! fragile: Fragile sureFragile: Fragile! fragiles: [Fragile!] truth: Boolean
              mood(of: Wish): Mood sureMood: Mood! moods: [Mood!]! matrix: [[Int!]!]! looseMatrix: [[Int]]
              thing: Thing sureThing: Thing! part: Part sureParts: [Part!]! grid: [[Part!]]! any: Any sureAny: Any!
              others2(first: Int, text: String!): [Thing]! anys: [[Any!]!]
            }
            type Part implements Named {
              id: ID! name: String! nick: String! other: Named! others(first: Int): [Named!] weight: Float whole: Thing
              wholes(n: Int!): [Thing!]
            }
            type Lump { weight: Float! things(first: Int): [Thing!]! lump: Lump! maybeLump: Lump }
            union Any = Thing | Part | Lump
            enum Mood { GOOD BAD @deprecated }
            input Wish { mood: Mood! = GOOD size: Int text: String! also: [Wish!] fragile: Fragile }
            """;

    /** An object: its type, and the seed of its values. */
    private record Thing(String type, long seed) {}

    private final GraphQLSchema schema;

    FaultySchema() {
        this.schema = SdlSchemas.schema(DEFINITIONS, this::fetcher, FaultySchema::typeOf);
    }

    GraphQLSchema schema() {
        return schema;
    }

    static Object value(GraphQLScalarType type, LeafValues.Place place, SeededRandom draw) {
        return switch (type.getName()) {
            case "Int" -> draw.between(-1, 9);
            case "Boolean" -> draw.percent(50);
            case "Float" -> draw.between(0, 9) / 2.0;
            default ->
                place.coordinates().endsWith(".__type")
                        ? draw.oneOf("Thing", "Wish", "Nothing")
                        : draw.oneOf("one", "two", "\"three\"");
        };
    }

    private static @Nullable GraphQLObjectType typeOf(TypeResolutionEnvironment environment) {
        Thing thing = environment.getObject();
        return environment.getSchema().getObjectType(thing.type);
    }

    private DataFetcher<?> fetcher(GraphQLObjectType type, GraphQLFieldDefinition field) {
        String coordinates = type.getName() + '.' + field.getName();
        if (type.getName().equals("Query")
                || field.getName().length() % 2 == 0
                || !field.getArguments().isEmpty()) {
            LevelFetcher level = (parents, arguments) -> fetch(parents, coordinates, field, arguments);
            return level;
        }
        PlainFetcher plain = parent -> orThrow(value(parent, coordinates, field, Map.of()));
        return plain;
    }

    private List<?> fetch(
            List<?> parents, String coordinates, GraphQLFieldDefinition field, Map<String, Object> arguments) {
        SeededRandom draw = new SeededRandom(Objects.hash(coordinates, arguments.toString()));
        if (draw.percent(1)) {
            throw new IllegalStateException("select * from " + coordinates);
        }
        List<@Nullable Object> values = new ArrayList<>();
        parents.forEach(parent -> values.add(value(parent, coordinates, field, arguments)));
        return values;
    }

    private static @Nullable Object orThrow(@Nullable Object value) throws Exception {
        if (value instanceof Failed failed) {
            throw failed.failure();
        }
        return value;
    }

    private @Nullable Object value(
            Object parent, String coordinates, GraphQLFieldDefinition field, Map<String, Object> arguments) {
        long seed = parent instanceof Thing thing ? thing.seed : 0;
        SeededRandom draw = new SeededRandom(Objects.hash(seed, coordinates, arguments.toString()));
        if (draw.percent(1)) {
            return new Failed(new InputException(ErrorCode.BAD_USER_INPUT, "Not this one: " + seed));
        }
        return draw.percent(1)
                ? new Failed(new ArithmeticException("org.example fails"))
                : value(field.getType(), draw);
    }

    private @Nullable Object value(GraphQLType type, SeededRandom draw) {
        if (type instanceof GraphQLNonNull nonNull) {
            return draw.percent(1) ? null : valuePresent(nonNull.getWrappedType(), draw);
        }
        return draw.percent(8) ? null : valuePresent(type, draw);
    }

    private Object valuePresent(GraphQLType type, SeededRandom draw) {
        if (type instanceof GraphQLList list) {
            return draw.percent(1) ? "no list" : items(list.getWrappedType(), draw);
        }
        if (type instanceof GraphQLEnumType enumeration) {
            return draw.percent(2) ? "UNKNOWN" : LeafValues.of(enumeration, draw);
        }
        return type instanceof GraphQLScalarType scalar
                ? leaf(scalar, draw)
                : new Thing(typeName((GraphQLNamedOutputType) type, draw), draw.between(0, Integer.MAX_VALUE - 1));
    }

    private List<@Nullable Object> items(GraphQLType type, SeededRandom draw) {
        List<@Nullable Object> items = new ArrayList<>();
        IntStream.range(0, draw.between(0, 3)).forEach(each -> items.add(value(type, draw)));
        return items;
    }

    private static Object leaf(GraphQLScalarType type, SeededRandom draw) {
        return switch (type.getName()) {
            case "Int" -> draw.percent(2) ? "no number" : draw.between(-9, 9);
            case "Float" -> draw.between(0, 99) / 8.0;
            case "Boolean" -> draw.percent(50);
            case "Fragile" -> draw.oneOf("a", "b", "c", "d", "e", "f", "g", "h", "!", "");
            default -> "text " + draw.between(0, 99);
        };
    }

    private String typeName(GraphQLNamedOutputType type, SeededRandom draw) {
        if (draw.percent(1)) {
            return draw.oneOf("Nothing", "Query");
        }
        return draw.oneOf(ConcreteTypes.possible(type, schema)).getName();
    }
}

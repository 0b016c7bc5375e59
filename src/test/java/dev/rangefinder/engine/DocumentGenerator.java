package dev.rangefinder.engine;

import static java.util.stream.Collectors.joining;

import dev.rangefinder.engine.schema.ConcreteTypes;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Generates random documents for a schema from a seed: aliases, nested fragments, conditions, variables, and fields
 * that are selected several times and merge. A few of the documents are invalid, because fragments conflict.
 */
final class DocumentGenerator {

    private static final int MAX_DEPTH = 9;
    private static final int MAX_OBJECTS = 16;
    private static final Set<String> PAGE_SIZES = Set.of("first", "last");

    private final GraphQLSchema schema;
    private final long seed;
    private final SeededRandom draw;
    private final ArgumentGenerator arguments;
    private final List<Fragment> fragments = new ArrayList<>();
    private int aliases;

    private record Fragment(String name, GraphQLCompositeType type, String text) {}

    /** The field that is selected under one response key. */
    private record SelectedField(GraphQLCompositeType parent, GraphQLFieldDefinition field, String text, Scope below) {}

    /** The response keys of one object. */
    private record Scope(Map<String, SelectedField> keys, int depth, int objects) {

        Scope below(int page) {
            return new Scope(new HashMap<>(), depth + 1, objects * page);
        }
    }

    private DocumentGenerator(GraphQLSchema schema, LeafValues leaves, long seed) {
        this.schema = schema;
        this.seed = seed;
        this.draw = new SeededRandom(seed);
        this.arguments = new ArgumentGenerator(leaves, draw);
    }

    /** The document of a seed. */
    static GeneratedDocument generate(GraphQLSchema schema, LeafValues leaves, long seed) {
        return new DocumentGenerator(schema, leaves, seed).generate();
    }

    private GeneratedDocument generate() {
        String selected = selections(schema.getQueryType(), new Scope(new HashMap<>(), 0, 1), 0);
        boolean named = draw.percent(30);
        String definitions = String.join(", ", arguments.definitions());
        String head = definitions.isEmpty() && !named
                ? ""
                : "query " + (named ? "It" : "") + (definitions.isEmpty() ? "" : '(' + definitions + ')')
                        + (draw.percent(5) ? " @experimental_disableErrorPropagation" : "");
        String other = named && draw.percent(30) ? "query Other { __typename }\n" : "";
        String defined = fragments.stream().map(Fragment::text).collect(joining("\n"));
        return new GeneratedDocument(
                seed, other + head + selected + '\n' + defined, named ? "It" : null, arguments.variables());
    }

    private String selections(GraphQLCompositeType type, Scope scope, int nesting) {
        List<String> selected = new ArrayList<>();
        for (int size = draw.between(1, 3); selected.size() < size; ) {
            selected.add(selection(type, scope, nesting));
        }
        return selected.stream().collect(joining(" ", " { ", " }"));
    }

    private String selection(GraphQLCompositeType type, Scope scope, int nesting) {
        if (nesting < 3 && draw.percent(12)) {
            GraphQLCompositeType narrower = condition(type);
            String on = narrower == type && draw.percent(30) ? "" : " on " + narrower.getName();
            return "..." + on + directives() + selections(narrower, scope, nesting + 1);
        }
        if (nesting < 3 && draw.percent(10)) {
            return "..." + fragment(type, scope, nesting) + directives();
        }
        return type instanceof GraphQLFieldsContainer container && !draw.percent(4)
                ? field(container, scope)
                : typeName();
    }

    private String typeName() {
        return draw.percent(50) ? "__typename" : alias() + ": __typename" + directives();
    }

    private String alias() {
        return "a" + aliases++;
    }

    /** A possible type condition of a fragment on a type. */
    private GraphQLCompositeType condition(GraphQLCompositeType type) {
        List<GraphQLCompositeType> choices = new ArrayList<>(List.of(type));
        if (type instanceof GraphQLObjectType object) {
            object.getInterfaces().forEach(one -> choices.add((GraphQLInterfaceType) one));
        } else {
            choices.addAll(possible(type));
        }
        return draw.oneOf(choices);
    }

    private List<GraphQLObjectType> possible(GraphQLCompositeType type) {
        return ConcreteTypes.possible((GraphQLNamedOutputType) type, schema);
    }

    private String fragment(GraphQLCompositeType type, Scope scope, int nesting) {
        List<Fragment> known = fragments.stream()
                .filter(one -> possible(one.type).stream().anyMatch(possible(type)::contains))
                .toList();
        if (scope.objects == 1 && !known.isEmpty() && draw.percent(40)) {
            return draw.oneOf(known).name;
        }
        GraphQLCompositeType narrower = condition(type);
        String body = selections(narrower, scope, nesting + 1);
        String name = "F" + fragments.size();
        fragments.add(new Fragment(name, narrower, "fragment " + name + " on " + narrower.getName() + body));
        return name;
    }

    private String directives() {
        String skip = draw.percent(8) ? " @skip(if: " + arguments.condition() + ')' : "";
        return draw.percent(8) ? skip + " @include(if: " + arguments.condition() + ')' : skip;
    }

    private String field(GraphQLFieldsContainer type, Scope scope) {
        if (!scope.keys.isEmpty() && draw.percent(15)) {
            String repeated = repeated(type, scope);
            if (repeated != null) {
                return repeated;
            }
        }
        List<GraphQLFieldDefinition> choices = type.getFieldDefinitions().stream()
                .filter(field -> scope.depth < MAX_DEPTH && scope.objects < MAX_OBJECTS || isLeaf(field))
                .toList();
        if (type == schema.getQueryType() && draw.percent(2)) {
            choices = List.of(
                    schema.getIntrospectionSchemaFieldDefinition(), schema.getIntrospectionTypeFieldDefinition());
        }
        return choices.isEmpty() ? typeName() : field(type, draw.oneOf(choices), scope);
    }

    /** A field that is already selected, so that both merge. */
    private @Nullable String repeated(GraphQLFieldsContainer type, Scope scope) {
        List<SelectedField> same = scope.keys.values().stream()
                .filter(chosen -> chosen.parent == type)
                .toList();
        if (same.isEmpty()) {
            return null;
        }
        SelectedField chosen = draw.oneOf(same);
        return chosen.text + directives() + below(chosen.field, chosen.below);
    }

    private String field(GraphQLFieldsContainer type, GraphQLFieldDefinition field, Scope scope) {
        int page = type.getName().startsWith("__") ? 8 : pageOf(field, scope);
        String key = scope.keys.containsKey(field.getName()) || draw.percent(20) ? alias() : field.getName();
        String text =
                (key.equals(field.getName()) ? "" : key + ": ") + field.getName() + argumentsOf(type, field, page);
        SelectedField chosen = new SelectedField(type, field, text, scope.below(Math.max(1, page)));
        scope.keys.put(key, chosen);
        return text + directives() + below(field, chosen.below);
    }

    private String below(GraphQLFieldDefinition field, Scope scope) {
        GraphQLUnmodifiedType type = GraphQLTypeUtil.unwrapAll(field.getType());
        return type instanceof GraphQLCompositeType composite ? selections(composite, scope, 0) : "";
    }

    private static boolean isLeaf(GraphQLFieldDefinition field) {
        return !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType);
    }

    private int pageOf(GraphQLFieldDefinition field, Scope scope) {
        if (field.getArgument("first") == null) {
            return 1;
        }
        return draw.percent(1) ? draw.between(-1, 101) : draw.between(1, scope.objects == 1 ? 5 : 3);
    }

    private String argumentsOf(GraphQLFieldsContainer type, GraphQLFieldDefinition field, int page) {
        String coordinates = type.getName() + '.' + field.getName();
        List<String> given = new ArrayList<>();
        if (field.getArgument("first") != null && !(page > 3 && draw.percent(5))) {
            boolean backward = field.getArgument("last") != null && draw.percent(25);
            given.add(arguments.pageSize(backward ? "last" : "first", page));
        }
        for (GraphQLArgument argument : field.getArguments()) {
            if (!PAGE_SIZES.contains(argument.getName())
                    && (isRequired(argument) || draw.percent(chanceOf(argument)))) {
                given.add(arguments.argument(argument, coordinates));
            }
        }
        return given.isEmpty() ? "" : given.stream().collect(joining(", ", "(", ")"));
    }

    private static boolean isRequired(GraphQLArgument argument) {
        return GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue();
    }

    private static int chanceOf(GraphQLArgument argument) {
        return switch (argument.getName()) {
            case "after", "before" -> 6;
            case "filter" -> 12;
            default -> 25;
        };
    }
}

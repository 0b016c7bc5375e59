package dev.rangefinder.engine.schema;

import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import dev.rangefinder.relay.Count;
import dev.rangefinder.relay.PageInfo;
import dev.rangefinder.scalar.ScalarTypes;
import dev.rangefinder.store.FacetValue;
import dev.rangefinder.store.FacetValues;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The types of facets in answers, which are the same for all connections. */
final class FacetTypes {

    static final String FACET = "Facet";

    private static final String VALUE = "FacetValue";

    private final GraphQLCodeRegistry.Builder registry;

    private FacetTypes(GraphQLCodeRegistry.Builder registry) {
        this.registry = registry;
    }

    /** Creates the types, and registers the fetchers of their fields. */
    static Set<GraphQLObjectType> of(GraphQLCodeRegistry.Builder registry) {
        FacetTypes types = new FacetTypes(registry);
        return Set.of(types.facet(), types.value());
    }

    private GraphQLObjectType facet() {
        return GraphQLObjectType.newObject()
                .name(FACET)
                .description("The values of a property, with the number of items that have each of them.")
                .field(read(
                        FACET,
                        "by",
                        nonNull(typeRef("String")),
                        "The facet, as named in `by`.",
                        facet -> ((FacetValues) facet).facet().name()))
                .field(read(
                        FACET,
                        "values",
                        nonNull(GraphQLList.list(nonNull(typeRef(VALUE)))),
                        "The most frequent values first; of a date, the latest years first, and of a number, the lowest. The last one can stand for items without a value. It is listed on the first page, whatever the maximum.",
                        facet -> ((FacetValues) facet).values()))
                .field(read(
                        FACET,
                        "pageInfo",
                        nonNull(typeRef(PageInfo.class.getSimpleName())),
                        "Pagination information about these values, without the one that stands for items without a value.",
                        facet -> ((FacetValues) facet).pageInfo()))
                .field(date("earliest", "The earliest", FacetValues::earliest))
                .field(date("latest", "The latest", FacetValues::latest))
                .field(number("lowestNumber", "The lowest", FacetValues::lowestNumber))
                .field(number("highestNumber", "The highest", FacetValues::highestNumber))
                .build();
    }

    private GraphQLFieldDefinition date(String name, String description, Function<FacetValues, @Nullable String> read) {
        String rest = " date among the counted ones. Null if the facet is no date, or no date is known.";
        return read(FACET, name, typeRef("PartialDate"), description + rest, facet -> read.apply((FacetValues) facet));
    }

    private GraphQLFieldDefinition number(
            String name, String description, Function<FacetValues, @Nullable Integer> read) {
        String rest = " number among the counted ones. Null if the facet is no number, or no number is known.";
        return read(FACET, name, typeRef("Int"), description + rest, facet -> read.apply((FacetValues) facet));
    }

    private GraphQLFieldDefinition amount(
            String name, String description, Function<FacetValue, @Nullable BigDecimal> read) {
        String rest =
                " amount of the counted prices in the currency, or of the counted values in the unit. Null if the value is neither.";
        return read(VALUE, name, typeRef("BigDecimal"), description + rest, value -> read.apply((FacetValue) value));
    }

    private GraphQLObjectType value() {
        registry.dataFetcher(FieldCoordinates.coordinates(VALUE, "node"), (DataFetcher<?>) FacetNodeFetcher.INSTANCE);
        return GraphQLObjectType.newObject()
                .name(VALUE)
                .description("A value of a facet. An item with several values is counted for each of them.")
                .field(read(
                        VALUE,
                        "value",
                        typeRef("String"),
                        "The value, as in a filter: the name of a constant, `true` or `false`, a year, a number, the code of a currency, a unit, a text, or the slug, code or key of an object. Null for items without a value.",
                        value -> ((FacetValue) value).value()))
                .field(field(
                        "node", typeRef("Node"), "The object that the value refers to. Null if it is no reference."))
                .field(read(
                        VALUE,
                        "count",
                        nonNull(typeRef(Count.class.getSimpleName())),
                        "How many items of the connection have the value, counted up to a limit of the service.",
                        value -> ((FacetValue) value).count()))
                .field(read(
                        VALUE,
                        "filter",
                        nonNull(ScalarTypes.JSON),
                        "The filter for these items, as the value of a variable of the type of the connection's filter. To narrow the connection, add it to the `and` of its filter.",
                        value -> ((FacetValue) value).filter()))
                .field(amount("lowestAmount", "The lowest", FacetValue::lowestAmount))
                .field(amount("highestAmount", "The highest", FacetValue::highestAmount))
                .build();
    }

    private GraphQLFieldDefinition read(
            String type,
            String name,
            GraphQLOutputType of,
            String description,
            Function<Object, @Nullable Object> read) {
        PlainFetcher fetcher = read::apply;
        registry.dataFetcher(FieldCoordinates.coordinates(type, name), (DataFetcher<?>) fetcher);
        return field(name, of, description);
    }

    private static GraphQLFieldDefinition field(String name, GraphQLOutputType type, String description) {
        return GraphQLFieldDefinition.newFieldDefinition()
                .name(name)
                .description(description)
                .type(type)
                .build();
    }
}

package dev.rangefinder.federation;

import static dev.rangefinder.GraphQLClient.answer;
import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static dev.rangefinder.OptionalFeaturesProfile.REPRESENTATIONS;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.OptionalFeaturesProfile;
import dev.rangefinder.StoredRow;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service as a subgraph: Apollo Federation subgraph specification. */
@QuarkusTest
@TestProfile(OptionalFeaturesProfile.class)
class FederationTest {

    private static final String ENTITIES = """
            query ($representations: [_Any!]!) {
              _entities(representations: $representations) {
                __typename
                ... on Node { id }
                ... on Brand { slug }
                ... on Device { slug brand { slug } }
                ... on Market { code }
                ... on Citation { key }
              }
            }""";

    private final CatalogueData data = new CatalogueData();

    private static Map<String, Object> by(String type, String key, Object value) {
        return Map.of("__typename", type, key, value);
    }

    private static JsonNode find(Object... representations) {
        return answer(ENTITIES, Map.of("representations", Arrays.asList(representations)));
    }

    private static JsonNode found(JsonNode answer) {
        return data(ENTITIES, answer).get("_entities");
    }

    private static String idOf(JsonNode entities, int index) {
        return entities.at("/" + index + "/id").asText();
    }

    @Test
    void entityIsFoundByEachOfItsKeys() {
        StoredRow brand = data.brand("b").save();
        StoredRow device = data.device("d", brand).save();
        StoredRow market = data.country().save();
        StoredRow citation = data.citation("C").save();
        JsonNode named = found(find(
                by("Brand", "slug", brand.name()),
                by("Device", "slug", device.name()),
                by("Market", "code", market.name()),
                by("Citation", "key", citation.name())));
        assertEquals(brand.name(), named.at("/0/slug").asText());
        assertEquals(brand.name(), named.at("/1/brand/slug").asText());
        assertEquals(market.name(), named.at("/2/code").asText());
        assertEquals(citation.name(), named.at("/3/key").asText());
        assertEquals(
                named,
                found(find(
                        by("Brand", "id", idOf(named, 0)),
                        by("Device", "id", idOf(named, 1)),
                        by("Market", "id", idOf(named, 2)),
                        by("Citation", "id", idOf(named, 3)))));
    }

    @Test
    void entitiesAreInTheOrderOfTheirRepresentationsWithNullForUnknownOnes() {
        StoredRow brand = data.brand("b").save();
        String device = data.device("d", brand).save().name();
        JsonNode entities = found(find(
                by("Device", "slug", device),
                by("Brand", "slug", "nobody"),
                by("Brand", "slug", brand.name()),
                by("Device", "id", "made up"),
                by("Device", "slug", device),
                by("Device", "slug", brand.name() + "!")));
        assertEquals(List.of("Device", "null", "Brand", "null", "Device", "null"), types(entities));
    }

    /** The types of entities; {@code null} for those that do not exist. */
    private static List<String> types(JsonNode entities) {
        List<String> types = new ArrayList<>();
        entities.forEach(entity -> types.add(entity.path("__typename").asText("null")));
        return types;
    }

    @Test
    void deletedEntityIsNull() {
        StoredRow gone = data.brand("gone").save();
        String id = idOf(found(find(by("Brand", "slug", gone.name()))), 0);
        data.delete(gone);
        assertEquals(json("[null, null]"), found(find(by("Brand", "slug", gone.name()), by("Brand", "id", id))));
    }

    @Test
    void idOfAnotherTypeIdentifiesNothing() {
        StoredRow brand = data.brand("b").save();
        String id = idOf(found(find(by("Brand", "slug", brand.name()))), 0);
        assertEquals(json("[null]"), found(find(by("Device", "id", id))));
    }

    @Test
    void representationWithSeveralKeysIsTheObjectThatHasAllOfThem() {
        StoredRow one = data.brand("one").save();
        StoredRow other = data.brand("other").save();
        String id = idOf(found(find(by("Brand", "slug", one.name()))), 0);
        JsonNode entities = found(find(
                Map.of("__typename", "Brand", "id", id, "slug", one.name()),
                Map.of("__typename", "Brand", "id", id, "slug", other.name())));
        assertEquals(one.name(), entities.at("/0/slug").asText());
        assertEquals(json("null"), entities.get(1));
    }

    @Test
    void everyTypeOfNodeIsAnEntity() {
        Set<String> nodes = new TreeSet<>(
                data("{ __type(name: \"Node\") { possibleTypes { name } } }").findValuesAsText("name"));
        assertEquals(
                nodes,
                new TreeSet<>(data("{ __type(name: \"_Entity\") { possibleTypes { name } } }")
                        .findValuesAsText("name")));
    }

    @Test
    void eachTypeAndKeyTakesOneStatement() {
        StoredRow brand = data.brand("b").save();
        List<Map<String, Object>> bySlug = IntStream.range(0, 20)
                .mapToObj(i ->
                        by("Device", "slug", data.device("d" + i, brand).save().name()))
                .toList();
        JsonNode entities = found(find(bySlug.toArray()));
        List<Map<String, Object>> all = new ArrayList<>(bySlug);
        entities.forEach(entity -> all.add(by("Device", "id", entity.get("id").asText())));
        all.add(by("Brand", "slug", brand.name()));
        Collections.shuffle(all);
        JsonNode answer = find(all.toArray());
        assertEquals(41, found(answer).findValues("id").size());
        // Devices by slug, devices by ID, brands by slug, the brands of all devices
        assertEquals(4, answer.at("/extensions/cost/statements").asInt());
    }

    @Test
    void representationsCostAsMuchAsObjectsEvenIfTheyAreUnknown() {
        StoredRow brand = data.brand("b").save();
        JsonNode cost = find(by("Brand", "slug", brand.name()), by("Brand", "slug", "nobody"))
                .at("/extensions/cost");
        // The field, two representations, and the brand that exists
        assertEquals(1 + 2 + 1, cost.get("actual").asInt());
        assertEquals(1, cost.get("nodes").asInt());
    }

    @Test
    void representationsCanBeLiteralsWithVariables() {
        StoredRow brand = data.brand("b").save();
        String query = """
                query ($slug: String!) {
                  _entities(representations: [{__typename: "Brand", slug: $slug}, {__typename: Brand, slug: "nobody"}]) {
                    ... on Brand { slug }
                  }
                }""";
        assertEquals(
                json("{_entities: [{slug: '" + brand.name() + "'}, null]}"), data(query, Map.of("slug", brand.name())));
    }

    @Test
    void noRepresentationsAreNoEntities() {
        assertEquals(json("[]"), found(find()));
    }

    private static String manySlugs(int number) {
        return Stream.generate(() -> "{__typename: 'Brand', slug: 'nobody'}")
                .limit(number)
                .toList()
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | has no `__typename` that is a string.",
                "{slug: 'x'} | has no `__typename` that is a string.",
                "{__typename: 5, slug: 'x'} | has no `__typename` that is a string.",
                "{__typename: 'Galaxy', slug: 'x'} | has a `__typename` that is no entity of this subgraph: `Galaxy`.",
                "{__typename: 'PageInfo', slug: 'x'} | has a `__typename` that is no entity of this subgraph: `PageInfo`.",
                "{__typename: 'Brand'} | has no key of `Brand`: `id`, `slug`.",
                "{__typename: 'Brand', name: 'x'} | has no key of `Brand`: `id`, `slug`.",
                "{__typename: 'Claim', slug: 'x'} | has no key of `Claim`: `id`.",
                "{__typename: 'Brand', slug: 'x', name: 'x'} | has a field that is no key of `Brand`: `name`.",
                "'Brand' | is not an object.",
                "[] | is not an object.",
                "5 | is not an object."
            })
    void malformedRepresentationIsReportedWithItsIndex(String representation, String mistake) {
        assertMistake("`representations[1]` " + mistake, representation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{__typename: 'Brand', slug: 5} | slug` is not a string.",
                "{__typename: 'Brand', slug: null} | slug` is not a string.",
                "{__typename: 'Brand', slug: ['x']} | slug` is not a string.",
                "{__typename: 'Brand', id: 5} | id` is not a string.",
                "{__typename: 'Brand', slug: 'a\\u0000'} | slug` has an invalid character at position 1."
            })
    void malformedKeyIsReportedWithItsIndex(String representation, String mistake) {
        assertMistake("`representations[1]." + mistake, representation);
    }

    private static void assertMistake(String message, String representation) {
        JsonNode answer = find(by("Brand", "slug", "nobody"), json(representation));
        assertEquals(json("null"), answer.get("data"));
        JsonNode error = answer.at("/errors/0");
        assertEquals("BAD_USER_INPUT", error.at("/extensions/code").asText());
        assertEquals(message, error.get("message").asText());
        assertEquals(json("['_entities']"), error.get("path"));
    }

    @Test
    void nullRepresentationIsRejectedAsAVariable() {
        JsonNode error = find(by("Brand", "slug", "nobody"), null).at("/errors/0");
        assertEquals("BAD_USER_INPUT", error.at("/extensions/code").asText());
        assertTrue(error.get("message").asText().contains("'representations'"), error::toPrettyString);
    }

    @Test
    void representationsAreLimited() {
        assertEquals(
                REPRESENTATIONS,
                found(answer(ENTITIES, Map.of("representations", json(manySlugs(REPRESENTATIONS)))))
                        .size());
        JsonNode error = answer(ENTITIES, Map.of("representations", json(manySlugs(REPRESENTATIONS + 1))))
                .at("/errors/0");
        assertEquals("BAD_USER_INPUT", error.at("/extensions/code").asText());
        assertEquals(
                "`representations` has 201 representations, but the maximum is 200.",
                error.get("message").asText());
    }

    @Test
    void schemaOfTheSubgraphDeclaresTheKeysOfEachEntity() {
        String sdl = data("{ _service { sdl } }").at("/_service/sdl").asText();
        ParserEnvironment schema = ParserEnvironment.newParserEnvironment()
                .document(sdl)
                .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                .build();
        Set<String> entities = new Parser()
                .parseDocument(schema).getDefinitionsOfType(graphql.language.ObjectTypeDefinition.class).stream()
                        .filter(type -> type.hasDirective("key"))
                        .map(type -> type.getName()
                                + type.getDirectives("key").stream()
                                        .map(key -> ((graphql.language.StringValue) key.getArgument("fields")
                                                        .getValue())
                                                .getValue())
                                        .toList())
                        .collect(toCollection(TreeSet::new));
        assertEquals(
                "[Alias[id], Brand[id, slug], Citation[id, key], Claim[id], Collaboration[id], Contribution[id],"
                        + " Device[id, slug], Event[id, slug], Figure[id], LaunchPrice[id], Launch[id], Market[id, code],"
                        + " Member[id], Ownership[id], Partnership[id, slug], Speaker[id, slug], Term[id], Territory[id],"
                        + " Variant[id]]",
                entities.toString());
    }

    @Test
    void fieldsOfTheSubgraphAreDescribed() {
        JsonNode types = data("""
                { __schema { types { name description fields { name description args { description } } } } }""");
        for (JsonNode type : types.at("/__schema/types")) {
            if (type.get("name").asText().matches("_[A-Z].*|Query")) {
                type.findValues("description").forEach(text -> assertTrue(text.isTextual(), type::toPrettyString));
            }
        }
    }
}

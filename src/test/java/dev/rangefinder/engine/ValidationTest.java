package dev.rangefinder.engine;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rangefinder.engine.document.Documents;
import dev.rangefinder.engine.document.IntrospectionRule;
import dev.rangefinder.http.NodeProject;
import dev.rangefinder.memory.Memory;
import graphql.GraphQLError;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The service and graphql-js, the reference implementation, agree on which documents are valid. The documents are
 * generated, and most of them are mutated. {@code -Ddocuments=...} changes their number. Needs Node.js.
 */
@QuarkusTest
@Tag(NodeProject.TAG)
class ValidationTest {

    /** The known differences: the reason, and a pattern for the message of either side. */
    private static final Map<String, Pattern> EXPECTED = Map.of(
            "graphql-js rejects an unsupported mutation only when it executes it",
            Pattern.compile("UnknownOperation"),
            "graphql-js carries conditions out that the specification of September 2025 forbids",
            Pattern.compile("The root field of a subscription cannot have @skip or @include"),
            "graphql-java also has the name that this field had before the specification",
            Pattern.compile("\"specifiedByUrl\" on type \"__Type\""),
            "graphql-java accepts a nullable variable, and rejects its null when it executes the operation",
            Pattern.compile("must be non-nullable to be used for OneOf Input Object"));

    private static final int DOCUMENTS = Integer.getInteger("documents", 2_500);
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The messages of both sides on a document; empty if it is valid. */
    private record Verdicts(String document, String here, String there, Set<String> rules) {

        boolean differ() {
            return here.isEmpty() != there.isEmpty();
        }

        boolean mayDiffer() {
            return EXPECTED.values().stream()
                    .anyMatch(message -> message.matcher(here + there).find());
        }

        @Override
        public String toString() {
            return "\n" + document + "\nhere: " + here + "\ngraphql-js: " + rules + ' ' + there + '\n';
        }
    }

    @Inject
    GraphQLSchema catalogue;

    @Inject
    IntrospectionRule introspection;

    @BeforeAll
    static void install() throws Exception {
        NodeProject.prepare();
    }

    @Test
    void documentsOfTheCatalogueAreValidatedLikeGraphqlJs() throws Exception {
        compare(Files.readString(RESOURCES.resolve("schema.graphql")), catalogue);
    }

    @Test
    void documentsOfASchemaWithAllKindsOfTypesAreValidatedLikeGraphqlJs() throws Exception {
        String sdl = Files.readString(RESOURCES.resolve("documents").resolve("validation.graphql"));
        JsonNode report = compare(sdl, SdlSchemas.schema(sdl, (type, field) -> nothing -> null, nothing -> null));

        Set<String> broken = new TreeSet<>();
        report.get("verdicts").forEach(verdict -> broken.addAll(texts(verdict.get("broken"))));
        assertEquals(new TreeSet<>(texts(report.get("rules"))), broken, "every rule is violated by a document");
    }

    private JsonNode compare(String sdl, GraphQLSchema schema) throws Exception {
        List<String> documents = documents(sdl);
        JsonNode report = validateByGraphqlJs(documents, sdl);
        Documents here = new Documents(schema, new NoLimits(), introspection, Memory.unlimited());
        List<Verdicts> verdicts = IntStream.range(0, documents.size())
                .mapToObj(i ->
                        verdicts(documents.get(i), here, report.get("verdicts").get(i)))
                .toList();
        assertEquals(
                List.of(),
                verdicts.stream()
                        .filter(one -> one.differ() && !one.mayDiffer())
                        .toList());
        long valid = verdicts.stream().filter(one -> one.here.isEmpty()).count();
        assertTrue(valid > DOCUMENTS / 5 && valid < DOCUMENTS / 2, () -> valid + " documents are valid");
        return report;
    }

    /** The documents depend only on the committed schema: the types of the served one have no fixed order. */
    private static List<String> documents(String sdl) {
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
        List<String> names = DocumentMutator.namesIn(sdl);
        return LongStream.range(0, DOCUMENTS)
                .mapToObj(seed -> document(schema, names, seed))
                .toList();
    }

    private static String document(GraphQLSchema schema, List<String> names, long seed) {
        String document =
                DocumentGenerator.generate(schema, ValidationTest::value, seed).query();
        return seed % 5 == 0 ? document : new DocumentMutator(names, new SeededRandom(seed)).change(document);
    }

    private static Object value(GraphQLScalarType type, LeafValues.Place place, SeededRandom draw) {
        return switch (type.getName()) {
            case "Int" -> draw.between(-1, 40);
            case "Boolean" -> draw.percent(50);
            case "Float" -> draw.between(0, 99) / 8.0;
            case "DateTime" -> "2022-05-23T08:30:00Z";
            case "PartialDate" -> draw.oneOf("2022", "2022-05", "2022-05-23");
            default -> draw.oneOf("one", "two", "\"three\"");
        };
    }

    private static JsonNode validateByGraphqlJs(List<String> documents, String sdl)
            throws IOException, InterruptedException {
        Path input = Files.createTempFile("documents", ".json");
        Files.write(input, JSON.writeValueAsBytes(Map.of("sdl", sdl, "documents", documents)));
        try {
            return JSON.readTree(NodeProject.node("validate.mjs", input.toString()));
        } finally {
            Files.delete(input);
        }
    }

    private static Verdicts verdicts(String document, Documents here, JsonNode there) {
        List<GraphQLError> errors = here.prepare(document).errors();
        return new Verdicts(
                document,
                errors.stream().map(GraphQLError::getMessage).collect(joining(" ")),
                there.get("message").asText(),
                texts(there.get("broken")));
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(toSet());
    }
}

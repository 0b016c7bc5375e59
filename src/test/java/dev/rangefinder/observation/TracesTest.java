package dev.rangefinder.observation;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.OptionalFeaturesProfile;
import dev.rangefinder.StoredRow;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Operations and the relations of their documents are exported as spans. */
@QuarkusTest
@TestProfile(OptionalFeaturesProfile.class)
class TracesTest {

    private static final String DOCUMENT =
            "query Spans($slug: String!) {brand(slug: $slug) {name devices {nodes {name brand {name}}}}}";

    private final CatalogueData data = new CatalogueData();

    TraceCollector collector;

    @Test
    void operationContinuesTheTraceOfItsClient() {
        String trace = randomDigits(32);
        Span operation = operation(trace(trace, "01", DOCUMENT, Map.of("slug", "nobody")));
        assertEquals(trace, HexFormat.of().formatHex(operation.getTraceId().toByteArray()));
        assertEquals(
                "00f067aa0ba902b7",
                HexFormat.of().formatHex(operation.getParentSpanId().toByteArray()));
        assertEquals("query", operation.getName());
        assertEquals(Span.SpanKind.SPAN_KIND_SERVER, operation.getKind());
        Map<String, String> attributes = attributes(operation);
        assertEquals("query", attributes.get("graphql.operation.type"));
        assertEquals("Spans", attributes.get("graphql.operation.name"));
        assertTrue(attributes.get("graphql.document.hash").matches("sha256:[0-9a-f]{64}"), attributes::toString);
        assertEquals("OK", attributes.get("rangefinder.outcome"));
        assertTrue(operation.getEndTimeUnixNano() >= operation.getStartTimeUnixNano());
    }

    @Test
    void everyRelationIsASpanWithItsParentsAndRows() {
        StoredRow brand = data.brand("traced").save();
        data.device("one", brand).save();
        data.device("other", brand).save();
        List<Span> spans = trace(randomDigits(32), "01", DOCUMENT, Map.of("slug", brand.name()));
        Span operation = operation(spans);
        Map<String, Map<String, String>> levels = spans.stream()
                .filter(span -> span.getParentSpanId().equals(operation.getSpanId()))
                .collect(toMap(Span::getName, TracesTest::attributes));
        assertEquals(
                Map.of(
                        "Query.brand", level("Query", "brand", 1, 1),
                        "Brand.devices", level("Brand", "devices", 1, 2),
                        "Device.brand", level("Device", "brand", 2, 2)),
                levels);
        assertEquals(
                "5",
                attributes(operation).get("rangefinder.nodes"),
                "a brand, its devices, and the brand of each device");
    }

    private static Map<String, String> level(String type, String field, int parents, int rows) {
        return Map.of(
                "graphql.field.parent",
                type,
                "graphql.field.name",
                field,
                "rangefinder.parents",
                Integer.toString(parents),
                "rangefinder.rows",
                Integer.toString(rows));
    }

    @Test
    void documentAndVariablesAreNotExported() {
        String secret = data.unique("secret");
        List<Span> spans = trace(
                randomDigits(32),
                "01",
                "query Literal($slug: String!) {a: brand(slug: $slug) {name} b: brand(slug: \"" + secret
                        + "\") {name}}",
                Map.of("slug", secret));
        assertEquals(3, spans.size());
        spans.forEach(span -> assertTrue(!span.toString().contains(secret), span::toString));
    }

    @Test
    void rejectedOperationIsASpanWithItsCode() {
        Span rejected = operation(trace(randomDigits(32), "01", "{brand}", Map.of()));
        assertEquals("GraphQL Operation", rejected.getName());
        assertEquals("GRAPHQL_VALIDATION_FAILED", attributes(rejected).get("error.type"));
        assertEquals(StatusCode.STATUS_CODE_UNSET, rejected.getStatus().getCode(), "the error is the client's");
    }

    @Test
    void unsampledOperationIsNotRecorded() {
        String unsampled = randomDigits(32);
        send(unsampled, "00", DOCUMENT, Map.of("slug", "nobody"));
        // Spans are exported in order, so the first one would have arrived
        trace(randomDigits(32), "01", DOCUMENT, Map.of("slug", "nobody"));
        assertEquals(List.of(), spansOf(unsampled));
    }

    @Test
    void malformedParentIsNotContinued() {
        String name = "Malformed" + randomDigits(8);
        GraphQLClient.send(Map.of("query", "query " + name + " {__typename}")).statusCode(200);
        RestAssured.given()
                .contentType(ContentType.JSON)
                .header("traceparent", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01")
                .body(Map.of("query", "query " + name + " {__typename}"))
                .post("/graphql")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofMinutes(1)).until(() -> named(name).size() == 2);
        named(name).forEach(span -> assertEquals(ByteString.EMPTY, span.getParentSpanId()));
        assertNotEquals(named(name).get(0).getTraceId(), named(name).get(1).getTraceId());
    }

    private List<Span> named(String name) {
        return collector.spans(span -> name.equals(attributes(span).get("graphql.operation.name")));
    }

    /** Sends a document, and returns its spans once that of the operation, which ends last, has arrived. */
    private List<Span> trace(String trace, String flags, String document, Map<String, String> variables) {
        send(trace, flags, document, variables);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> spansOf(trace).stream().anyMatch(TracesTest::isOperation));
        return spansOf(trace);
    }

    private static void send(String trace, String flags, String document, Map<String, String> variables) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-" + flags)
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    private List<Span> spansOf(String trace) {
        ByteString id = ByteString.copyFrom(HexFormat.of().parseHex(trace));
        return collector.spans(span -> span.getTraceId().equals(id));
    }

    private static Span operation(List<Span> spans) {
        return spans.stream().filter(TracesTest::isOperation).findFirst().orElseThrow();
    }

    private static boolean isOperation(Span span) {
        return span.getKind() == Span.SpanKind.SPAN_KIND_SERVER;
    }

    private static Map<String, String> attributes(Span span) {
        return span.getAttributesList().stream()
                .collect(toMap(KeyValue::getKey, attribute -> text(attribute.getValue())));
    }

    private static String text(AnyValue value) {
        return value.hasStringValue() ? value.getStringValue() : Long.toString(value.getIntValue());
    }

    private static String randomDigits(int length) {
        return (UUID.randomUUID().toString() + UUID.randomUUID())
                .replace("-", "")
                .substring(0, length);
    }
}

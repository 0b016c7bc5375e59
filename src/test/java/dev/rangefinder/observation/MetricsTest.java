package dev.rangefinder.observation;

import static dev.rangefinder.GraphQLClient.send;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.ManagementPortResource.Management;
import dev.rangefinder.Scrape;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is counted is seen at the management port, and nowhere else. */
@QuarkusTest
@TestProfile(Observed.class)
class MetricsTest {

    private static final String COUNT = "rangefinder_operations_seconds_count";
    private static final String COST = "rangefinder_operation_cost_total";
    private static final String STATEMENTS = "rangefinder_operation_statements_total";
    private static final String LOOKUPS = "rangefinder_cache_lookups_total";

    @Management
    URI management;

    @Test
    void operationsAreCountedWithDurationCostAndStatements() {
        Scrape before = Scrape.of(management);
        for (int i = 0; i < 3; i++) {
            send(Map.of("query", Observed.TRUSTED, "variables", Map.of("slug", unique())))
                    .statusCode(200);
        }
        Scrape after = Scrape.of(management);
        assertEquals(3, gain(before, after, COUNT, "operation=\"Trusted\"", "outcome=\"OK\""));
        assertEquals(
                3,
                gain(
                        before,
                        after,
                        "rangefinder_operations_seconds_bucket",
                        "operation=\"Trusted\"",
                        "outcome=\"OK\"",
                        "le=\"+Inf\""));
        assertTrue(gain(before, after, "rangefinder_operations_seconds_sum", "operation=\"Trusted\"") > 0);
        assertEquals(
                3, gain(before, after, COST, "operation=\"Trusted\""), "one relation that finds nothing, three times");
        assertTrue(gain(before, after, STATEMENTS, "operation=\"Trusted\"") >= 3);
    }

    @Test
    void clientsCannotMakeMoreSeriesThanThereMayBe() {
        double others = Scrape.of(management).sum(COUNT, "operation=\"(other)\"");
        for (int i = 0; i < 4 * Observed.TOLD; i++) {
            send(Map.of("query", "query Op" + unique() + " {__typename}")).statusCode(200);
        }
        send(Map.of("query", "query " + "N".repeat(5_000) + " {__typename}")).statusCode(200);
        Scrape after = Scrape.of(management);
        Set<String> told = after.values(COUNT, "operation");
        told.removeAll(Set.of("Trusted", "(anonymous)", "(other)", "(unknown)"));
        assertTrue(told.size() <= Observed.TOLD, told::toString);
        assertTrue(after.sum(COUNT, "operation=\"(other)\"") >= others + 3 * Observed.TOLD + 1);
    }

    @Test
    void refusalsAreCountedByTheirCodes() {
        Scrape before = Scrape.of(management);
        send(Map.of("query", "{")).statusCode(400);
        given().accept("text/html")
                .queryParam("query", "{__typename}")
                .get("/graphql")
                .then()
                .statusCode(406);
        Scrape after = Scrape.of(management);
        for (String code : new String[] {"GRAPHQL_PARSE_FAILED", "NOT_ACCEPTABLE"}) {
            assertEquals(1, gain(before, after, COUNT, "operation=\"(unknown)\"", "outcome=\"" + code + "\""), code);
            assertEquals(1, gain(before, after, "rangefinder_errors_total", "code=\"" + code + "\""), code);
        }
    }

    @Test
    void anAnswerWithDataAndErrorsIsPartial() {
        Scrape before = Scrape.of(management);
        send(Map.of("query", "{node(id: \"nonsense\") {id} __typename}")).statusCode(200);
        Scrape after = Scrape.of(management);
        assertEquals(1, gain(before, after, COUNT, "operation=\"(anonymous)\"", "outcome=\"PARTIAL\""));
        assertEquals(1, gain(before, after, "rangefinder_errors_total", "code=\"INVALID_ID\""));
    }

    @Test
    void anAnswerThatIsKeptOrUnchangedIsCountedAsSuch() {
        String document = "{brand(slug: \"" + unique() + "\") {name}}";
        Scrape before = Scrape.of(management);
        given().queryParam("query", document).get("/graphql").then().statusCode(200);
        String tag = given().queryParam("query", document).get("/graphql").header("etag");
        given().queryParam("query", document)
                .header("if-none-match", tag)
                .get("/graphql")
                .then()
                .statusCode(304);
        Scrape after = Scrape.of(management);
        assertEquals(1, gain(before, after, LOOKUPS, "result=\"hit\""));
        assertEquals(1, gain(before, after, LOOKUPS, "result=\"unchanged\""));
        assertEquals(3, gain(before, after, COUNT, "operation=\"(anonymous)\"", "outcome=\"OK\""));
    }

    @Test
    void poolsThreadsSocketsAndTheProcessAreSeen() {
        Scrape scrape = Scrape.of(management);
        assertEquals(Set.of("default", "reading"), scrape.values("agroal_active_count", "datasource"));
        assertEquals(16, scrape.sum("rangefinder_workers_max"));
        assertTrue(scrape.names().contains("rangefinder_sockets"));
        assertTrue(scrape.sum("jvm_memory_used_bytes") > 0);
        assertTrue(scrape.sum("process_uptime_seconds") > 0);
    }

    @Test
    void clientsDoNotSeeMetrics() {
        given().get("/q/metrics").then().statusCode(404);
    }

    private static double gain(Scrape before, Scrape after, String metric, String... labels) {
        return after.sum(metric, labels) - before.sum(metric, labels);
    }

    private static String unique() {
        return "x" + UUID.randomUUID().toString().replace("-", "");
    }
}

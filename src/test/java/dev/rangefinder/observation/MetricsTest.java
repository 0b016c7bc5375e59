package dev.rangefinder.observation;

import static dev.rangefinder.GraphQLClient.send;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.GraphQLClient;
import dev.rangefinder.ManagementPortResource.Management;
import dev.rangefinder.MetricsScrape;
import dev.rangefinder.OptionalFeaturesProfile;
import dev.rangefinder.identity.IdentityResource;
import dev.rangefinder.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The metrics of the service, which only the management port exports. */
@QuarkusTest
@TestProfile(OptionalFeaturesProfile.class)
class MetricsTest {

    private static final String COUNT = "rangefinder_operations_seconds_count";
    private static final String COST = "rangefinder_operation_cost_total";
    private static final String STATEMENTS = "rangefinder_operation_statements_total";
    private static final String MUTATIONS = "rangefinder_mutations_total";
    private static final String LOOKUPS = "rangefinder_cache_lookups_total";

    @Management
    URI management;

    @Test
    void operationsAreCountedWithDurationCostAndStatements() {
        MetricsScrape before = MetricsScrape.of(management);
        for (int i = 0; i < 3; i++) {
            send(Map.of("query", OptionalFeaturesProfile.TRUSTED, "variables", Map.of("slug", unique())))
                    .statusCode(200);
        }
        MetricsScrape after = MetricsScrape.of(management);
        assertEquals(3, increase(before, after, COUNT, "operation=\"Trusted\"", "outcome=\"OK\""));
        assertEquals(
                3,
                increase(
                        before,
                        after,
                        "rangefinder_operations_seconds_bucket",
                        "operation=\"Trusted\"",
                        "outcome=\"OK\"",
                        "le=\"+Inf\""));
        assertTrue(increase(before, after, "rangefinder_operations_seconds_sum", "operation=\"Trusted\"") > 0);
        assertEquals(
                3, increase(before, after, COST, "operation=\"Trusted\""), "one relation without rows, three times");
        assertTrue(increase(before, after, STATEMENTS, "operation=\"Trusted\"") >= 3);
    }

    @Test
    void mutationsAreCountedByNameRoleAndOutcomeWithoutTheSubject() {
        MetricsScrape before = MetricsScrape.of(management);
        String key = "M-" + unique();
        for (Role role : Role.values()) { // the second time, the key exists
            GraphQLClient.answer(
                    "mutation {citeDocument(input: {key: \"" + key + "\", title: \"Counted\"}) {revision}}",
                    Map.of(),
                    "authorization",
                    IdentityResource.token().with(role).header());
        }
        MetricsScrape after = MetricsScrape.of(management);
        String named = "mutation=\"citeDocument\"";
        assertEquals(1, increase(before, after, MUTATIONS, named, "role=\"editor\"", "outcome=\"CHANGED\""));
        assertEquals(1, increase(before, after, MUTATIONS, named, "role=\"admin\"", "outcome=\"REFUSED\""));
        assertEquals(Set.of(), after.values(MUTATIONS, "subject"));
        assertEquals(2, increase(before, after, MUTATIONS));
    }

    @Test
    void numberOfOperationNamesInMetricsIsLimited() {
        double others = MetricsScrape.of(management).sum(COUNT, "operation=\"(other)\"");
        for (int i = 0; i < 4 * OptionalFeaturesProfile.MAX_NAMES; i++) {
            send(Map.of("query", "query Op" + unique() + " {__typename}")).statusCode(200);
        }
        send(Map.of("query", "query " + "N".repeat(5_000) + " {__typename}")).statusCode(200);
        MetricsScrape after = MetricsScrape.of(management);
        Set<String> names = after.values(COUNT, "operation");
        names.removeAll(Set.of("Trusted", "(anonymous)", "(other)", "(unknown)"));
        assertTrue(names.size() <= OptionalFeaturesProfile.MAX_NAMES, names::toString);
        assertTrue(after.sum(COUNT, "operation=\"(other)\"") >= others + 3 * OptionalFeaturesProfile.MAX_NAMES + 1);
    }

    @Test
    void rejectionsAreCountedByTheirCodes() {
        MetricsScrape before = MetricsScrape.of(management);
        send(Map.of("query", "{")).statusCode(400);
        given().accept("text/html")
                .queryParam("query", "{__typename}")
                .get("/graphql")
                .then()
                .statusCode(406);
        MetricsScrape after = MetricsScrape.of(management);
        for (String code : new String[] {"GRAPHQL_PARSE_FAILED", "NOT_ACCEPTABLE"}) {
            assertEquals(
                    1, increase(before, after, COUNT, "operation=\"(unknown)\"", "outcome=\"" + code + "\""), code);
            assertEquals(1, increase(before, after, "rangefinder_errors_total", "code=\"" + code + "\""), code);
        }
    }

    @Test
    void answerWithDataAndErrorsIsCountedAsPartial() {
        MetricsScrape before = MetricsScrape.of(management);
        send(Map.of("query", "{node(id: \"nonsense\") {id} __typename}")).statusCode(200);
        MetricsScrape after = MetricsScrape.of(management);
        assertEquals(1, increase(before, after, COUNT, "operation=\"(anonymous)\"", "outcome=\"PARTIAL\""));
        assertEquals(1, increase(before, after, "rangefinder_errors_total", "code=\"INVALID_ID\""));
    }

    @Test
    void cacheHitsAndUnchangedAnswersAreCounted() {
        String document = "{brand(slug: \"" + unique() + "\") {name}}";
        MetricsScrape before = MetricsScrape.of(management);
        given().queryParam("query", document).get("/graphql").then().statusCode(200);
        String tag = given().queryParam("query", document).get("/graphql").header("etag");
        given().queryParam("query", document)
                .header("if-none-match", tag)
                .get("/graphql")
                .then()
                .statusCode(304);
        MetricsScrape after = MetricsScrape.of(management);
        assertEquals(1, increase(before, after, LOOKUPS, "result=\"hit\""));
        assertEquals(1, increase(before, after, LOOKUPS, "result=\"unchanged\""));
        assertEquals(3, increase(before, after, COUNT, "operation=\"(anonymous)\"", "outcome=\"OK\""));
    }

    @Test
    void poolsThreadsSocketsAndTheProcessAreExported() {
        MetricsScrape scrape = MetricsScrape.of(management);
        assertEquals(Set.of("default", "reading", "asof"), scrape.values("agroal_active_count", "datasource"));
        assertEquals(16, scrape.sum("rangefinder_workers_max"));
        assertTrue(scrape.names().contains("rangefinder_sockets"));
        assertTrue(scrape.sum("jvm_memory_used_bytes") > 0);
        assertTrue(scrape.sum("process_uptime_seconds") > 0);
    }

    @Test
    void metricsAreNotServedToClients() {
        given().get("/q/metrics").then().statusCode(404);
    }

    private static double increase(MetricsScrape before, MetricsScrape after, String metric, String... labels) {
        return after.sum(metric, labels) - before.sum(metric, labels);
    }

    private static String unique() {
        return "x" + UUID.randomUUID().toString().replace("-", "");
    }
}

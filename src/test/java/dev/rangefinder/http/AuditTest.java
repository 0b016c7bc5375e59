package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs the audits of the npm package graphql-http, the reference for GraphQL over HTTP. Needs Node.js. */
@QuarkusTest
@Tag(NodeProject.TAG)
class AuditTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Test
    void allAuditsOfGraphqlHttpPass() throws Exception {
        NodeProject.prepare();
        List<Map<String, Object>> audits = JsonPath.from(NodeProject.node("audit.mjs", endpoint.toString()))
                .getList("$");

        assertEquals(61, audits.size());
        assertEquals(
                List.of(),
                audits.stream()
                        .filter(audit -> !"ok".equals(audit.get("status")))
                        .toList());
    }
}

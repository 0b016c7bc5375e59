package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Automatic persisted queries of Apollo Client. Needs Node.js. */
@QuarkusTest
@Tag(NodeProject.TAG)
class ApolloClientTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    @BeforeEach
    void install() throws Exception {
        NodeProject.prepare();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "GET"})
    void documentIsSentOnceAndThenReplacedByItsHash(String method) throws Exception {
        String name = "Q" + UUID.randomUUID().toString().replace("-", "");
        JsonPath result = JsonPath.from(NodeProject.node(
                "apollo-client.mjs", endpoint.toString(), "query " + name + " { brands { totalCount } }", method));

        assertEquals(List.of(method + " hash", "POST document", method + " hash"), result.getList("requests"));
        assertEquals(2, result.getList("data.brands.totalCount", Integer.class).size());
    }
}

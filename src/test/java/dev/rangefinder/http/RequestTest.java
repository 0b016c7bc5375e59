package dev.rangefinder.http;

import static dev.rangefinder.http.Client.GRAPHQL_RESPONSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestTest {

    private static final String TYPE = "query Type($name: String!) { __type(name: $name) { name } }";

    @TestHTTPResource("/graphql")
    URI endpoint;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    @Test
    void queryIsAnsweredByPost() {
        Reply reply = client.post(
                "{\"query\":\"" + TYPE + "\",\"variables\":{\"name\":\"Brand\"},\"operationName\":\"Type\"}");

        assertEquals(
                "{\"data\":{\"__type\":{\"name\":\"Brand\"}}}", reply.response().body());
    }

    @Test
    void queryIsAnsweredByGet() {
        Reply reply = client.get(
                "query=" + encode(TYPE) + "&variables=" + encode("{\"name\":\"Brand\"}") + "&operationName=Type");

        assertEquals(
                "{\"data\":{\"__type\":{\"name\":\"Brand\"}}}", reply.response().body());
    }

    @Test
    void emptyParametersOfGetAreIgnored() {
        assertEquals(
                200,
                client.get("query=%7B__typename%7D&variables=&operationName=&extensions=")
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{__typename}", "query A {__typename}", "query A {__typename} query B {__typename}"})
    void emptyOperationNameMatchesNoOperation(String document) {
        for (int again = 0; again < 2; again++) {
            Reply reply =
                    client.post("{\"query\":\"" + document + "\",\"operationName\":\"\"}", "accept", GRAPHQL_RESPONSE);

            assertEquals(400, reply.status());
            assertEquals("OPERATION_RESOLUTION_FAILURE", reply.code());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "query=",
                "variables=%7B%7D",
                "query=%7B__typename%7D&variables=%5B%5D",
                "query=%7B__typename%7D&variables=nonsense",
                "query=%7B__typename%7D&extensions=1",
                "query=%7B__typename%7D&query=%7B__typename%7D",
                "query=%7B__typename%7D%23%ff"
            })
    void getWithMissingOrInvalidParametersIsRejected(String queryString) {
        Reply reply = client.get(queryString);

        assertEquals(400, reply.status());
        assertTrue(reply.code().matches("BAD_REQUEST|MALFORMED_JSON"), reply.code());
    }

    @Test
    void mutationIsNeverExecutedByGet() {
        Reply reply =
                client.get("query=" + encode("query A { __typename } mutation B { __typename }") + "&operationName=B");

        assertEquals(405, reply.status());
        assertEquals("POST", reply.header("allow"));
        assertEquals("METHOD_NOT_ALLOWED", reply.code());
        assertNull(reply.json().get("data"));
    }

    @Test
    void selectedQueryOfADocumentIsExecutedByGet() {
        Reply reply =
                client.get("query=" + encode("query A { __typename } query B { b: __typename }") + "&operationName=A");

        assertEquals("Query", reply.json().getString("data.__typename"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE"})
    void otherMethodsAreRejectedWithTheSupportedOnes(String method) {
        Reply reply = client.send(method, BodyPublishers.noBody());

        assertEquals(405, reply.status());
        assertEquals("GET, HEAD, POST, OPTIONS", reply.header("allow"));
        assertEquals("METHOD_NOT_ALLOWED", reply.code());
    }

    @Test
    void subscriptionIsRejectedWithTheProtocolsThatSupportIt() {
        Reply reply = client.query("subscription { catalogueChanged { cursor } }", "accept", GRAPHQL_RESPONSE);

        assertEquals(400, reply.status());
        assertEquals("OPERATION_NOT_SUPPORTED", reply.code());
        assertTrue(reply.message().contains("graphql-transport-ws"), reply.message());
        assertTrue(reply.message().contains("text/event-stream"), reply.message());
    }

    @Test
    void batchOfRequestsIsRejected() {
        Reply reply = client.post("[{\"query\":\"{__typename}\"}]");

        assertEquals(400, reply.status());
        assertEquals("BAD_REQUEST", reply.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "1",
                "\"{__typename}\"",
                "{}",
                "{\"qeury\":\"{__typename}\"}",
                "{\"query\":null}",
                "{\"query\":1}",
                "{\"query\":[\"{__typename}\"]}",
                "{\"query\":\"{__typename}\",\"variables\":[]}",
                "{\"query\":\"{__typename}\",\"variables\":\"{}\"}",
                "{\"query\":\"{__typename}\",\"operationName\":{}}",
                "{\"query\":\"{__typename}\",\"extensions\":false}"
            })
    void jsonThatIsNotAGraphQLRequestIsRejected(String body) {
        Reply reply = client.post(body);

        assertEquals(400, reply.status());
        assertEquals("BAD_REQUEST", reply.code());
    }

    @Test
    void unknownMembersAreIgnored() {
        assertEquals(
                200,
                client.post("{\"id\":[{\"a\":1}],\"query\":\"{__typename}\",\"extensions\":{\"a\":{}}}")
                        .status());
    }

    @Test
    void syntaxErrorHasItsLocation() {
        Reply reply = client.query("{ brands( }");

        assertEquals("GRAPHQL_PARSE_FAILED", reply.code());
        assertEquals(1, reply.json().getInt("errors[0].locations[0].line"));
        assertEquals(11, reply.json().getInt("errors[0].locations[0].column"));
    }

    @Test
    void variableOutOfTheRangeOfItsTypeIsRejected() {
        Reply reply = client.post(
                "{\"query\":\"query($n: Int) {brands(first: $n) {totalCount}}\",\"variables\":{\"n\":4294967297}}",
                "accept",
                GRAPHQL_RESPONSE);

        assertEquals(400, reply.status());
        assertEquals(1, reply.json().getInt("errors.size()"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[\"a\", \"b\"]", "true", "1.5", "1e3", "null"})
    void variableThatIsNotAnIdIsRejected(String value) {
        Reply reply = client.post(
                "{\"query\":\"query($id: ID!) {node(id: $id) {id}}\",\"variables\":{\"id\":" + value + "}}",
                "accept",
                GRAPHQL_RESPONSE);

        assertEquals(400, reply.status());
        assertEquals("BAD_USER_INPUT", reply.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "7", "12345678901234567890"})
    void stringsAndIntegersAreIds(String value) {
        String literal = client.query("{node(id: " + value + ") {id}}").code();
        String variable = client.post(
                        "{\"query\":\"query($id: ID!) {node(id: $id) {id}}\",\"variables\":{\"id\":" + value + "}}")
                .code();

        assertEquals("INVALID_ID", literal);
        assertEquals("INVALID_ID", variable);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

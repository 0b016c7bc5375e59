package dev.rangefinder.http;

import static dev.rangefinder.http.Client.GRAPHQL_RESPONSE;
import static dev.rangefinder.http.Client.JSON;
import static dev.rangefinder.http.Client.TYPE_NAME;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(RestrictedProfile.class)
class DraftStatusCodesTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {                                                                                      | 400
                    {"query":"{"}                                                                          | 400
                    {"qeury":"{__typename}"}                                                               | 422
                    {"query":"{__typename}","variables":[7]}                                               | 422
                    {"query":"{nonsense}"}                                                                 | 422
                    {"query":"query A {__typename} query B {__typename}"}                                  | 422
                    {"query":"query A {__typename}","operationName":"B"}                                   | 422
                    {"query":"{... @defer {__typename}}"}                                                  | 422
                    {"query":"subscription {__typename}"}                                                  | 422
                    {"query":"query($id: ID!) {node(id: $id) {id}}"}                                       | 422
                    {"query":"query($id: ID!) {node(id: $id) {id}}","variables":{"id":null}}               | 422
                    {"query":"query($id: ID!) {node(id: $id) {id}}","variables":{"id":{}}}                 | 422
                    {"query":"{brands(first:100){nodes{devices(first:100){nodes{claims(first:100){nodes{affects(first:100){nodes{id}}}}}}}}}"} | 422
                    {"documentId":"none"}                                                                  | 422
                    {"query":"{__typename}"}                                                               | 200
                    {"query":"{node(id: 1) {id}}"}                                                         | 294
                    {"query":"{node(id: 1) {id} __typename}"}                                              | 294
                    {"query":"{brands(first: 0) {totalCount}}"}                                            | 294
                    """)
    void statusDependsOnWhereTheRequestFails(String body, int expected) {
        assertEquals(expected, client.post(body, "accept", GRAPHQL_RESPONSE).status());
        assertEquals(expected, client.post(body, "accept", JSON).status());
    }

    @Test
    void plainJsonIsReturnedForAnswersWithoutErrorsOnly() {
        assertEquals(
                "application/json; charset=utf-8",
                client.post(TYPE_NAME, "accept", JSON).header("content-type"));
        assertEquals(
                "application/graphql-response+json; charset=utf-8",
                client.query("{nonsense}", "accept", JSON).header("content-type"));
    }

    @Test
    void bodyOverTheConfiguredSizeIsRejected() {
        assertEquals(200, client.query("{__typename}" + " ".repeat(1_900)).status());
        assertEquals(413, client.query("{__typename}" + " ".repeat(2_100)).status());
    }

    @Test
    void bodyThatDoesNotArriveInTimeIsRejected() throws Exception {
        try (RawConnection connection = new RawConnection(endpoint)) {
            connection.send("POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
                    + "content-length: 100\r\n\r\n{\"query\":");

            assertEquals("HTTP/1.1 408 Request Timeout", connection.statusLine());
            connection.readAll(); // the service closes the connection
        }
    }
}

package dev.rangefinder.http;

import static dev.rangefinder.http.Client.GRAPHQL_RESPONSE;
import static dev.rangefinder.http.Client.JSON;
import static dev.rangefinder.http.Client.TYPE_NAME;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MediaTypeTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    application/json | application/json
                    application/graphql-response+json | application/graphql-response+json
                    APPLICATION/GraphQL-Response+JSON | application/graphql-response+json
                    */* | application/json
                    application/* | application/json
                    application/json;charset=utf-8 | application/json
                    application/json, application/graphql-response+json | application/graphql-response+json
                    application/graphql-response+json, application/json;q=0.9 | application/graphql-response+json
                    application/graphql-response+json;q=0.8, application/json;q=0.9 | application/json
                    application/graphql-response+json;q=0, application/json | application/json
                    application/json;q=0.1, */* | application/graphql-response+json
                    application/json;q=0, */* | application/graphql-response+json
                    text/html, application/xhtml+xml, */*;q=0.8 | application/json
                    text/html, application/json;charset=utf-16, application/*;q=0.1 | application/json
                    application/graphql-response+json, multipart/mixed | application/graphql-response+json
                    """)
    void answerHasThePreferredMediaType(String accept, String expected) {
        Reply reply = client.post(TYPE_NAME, "accept", accept);

        assertEquals(200, reply.status());
        assertEquals(expected + "; charset=utf-8", reply.header("content-type"));
    }

    @Test
    void answerIsPlainJsonWithoutAnAcceptHeader() {
        assertEquals("application/json; charset=utf-8", client.post(TYPE_NAME).header("content-type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/json;q=0",
                "application/json;charset=utf-16",
                "application/xml, image/*"
            })
    void unacceptableMediaTypesAreRejected(String accept) {
        Reply reply = client.post(TYPE_NAME, "accept", accept);

        assertEquals(406, reply.status());
        assertEquals("NOT_ACCEPTABLE", reply.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "application/json; profile=\"a;b\"; charset=utf-8",
                "application/json, application/json",
                "application/json;charset=utf-8,Application/JSON"
            })
    void jsonBodyIsAccepted(String contentType) {
        assertEquals(200, post(contentType).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/graphql",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-16",
                "text/json",
                "json",
                "",
                "application/json, text/plain",
                "text/plain, application/json",
                "text/plain; charset=utf-8, application/json",
                "text/plain; a=\", application/json",
                "application/json, application/json; charset=utf-16"
            })
    void bodyOfAnotherMediaTypeIsRejected(String contentType) {
        Reply reply = post(contentType);

        assertEquals(415, reply.status());
        assertEquals("UNSUPPORTED_MEDIA_TYPE", reply.code());
    }

    @ParameterizedTest
    @CsvSource({"application/json, 200", "text/plain, 415"})
    void repeatedContentTypeMustBeJsonEachTime(String second, int status) {
        Reply reply = client.send(
                "POST", BodyPublishers.ofString(TYPE_NAME), "content-type", "application/json", "content-type", second);

        assertEquals(status, reply.status());
    }

    @Test
    void bodyWithoutContentTypeIsRejected() {
        assertEquals(
                415, client.send("POST", BodyPublishers.ofString(TYPE_NAME)).status());
    }

    @Test
    void statusOfAnInvalidDocumentDependsOnTheMediaType() {
        assertEquals(200, client.query("{nonsense}", "accept", JSON).status());
        assertEquals(400, client.query("{nonsense}", "accept", GRAPHQL_RESPONSE).status());
    }

    @Test
    void executedOperationHasStatus200EvenWithErrors() {
        Reply reply = client.query("{node(id: \"nonsense\") {id} __typename}", "accept", GRAPHQL_RESPONSE);

        assertEquals(200, reply.status());
        assertEquals("INVALID_ID", reply.code());
        assertEquals("Query", reply.json().getString("data.__typename"));
    }

    private Reply post(String contentType) {
        return client.send("POST", BodyPublishers.ofString(TYPE_NAME), "content-type", contentType);
    }
}

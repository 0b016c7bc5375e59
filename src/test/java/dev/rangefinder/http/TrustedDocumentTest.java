package dev.rangefinder.http;

import static dev.rangefinder.http.PersistedDocumentTest.hash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.http.Client.Reply;
import dev.rangefinder.websocket.SmallLimitsProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that executes only the documents of a manifest. */
@QuarkusTest
@TestProfile(SmallLimitsProfile.class)
class TrustedDocumentTest {

    @TestHTTPResource("/graphql")
    URI endpoint;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    private static void assertExecuted(Reply reply) {
        assertEquals("Query", reply.json().getString("data.__typename"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"documentId", "id", "doc_id"})
    void trustedDocumentIsExecutedByItsId(String name) {
        assertExecuted(client.post("{\"" + name + "\":\"first\"}"));
        assertExecuted(client.get(name + "=first"));
    }

    @Test
    void trustedDocumentIsExecutedByItsHash() throws Exception {
        assertExecuted(client.post("{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\""
                + hash(SmallLimitsProfile.TRUSTED) + "\"}}}"));
    }

    @Test
    void trustedDocumentIsExecutedByItsIdInPlaceOfItsHash() {
        assertExecuted(client.post("{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"first\"}}}"));
    }

    @Test
    void trustedDocumentIsExecutedByItsText() {
        assertExecuted(client.query(SmallLimitsProfile.TRUSTED));
    }

    @Test
    void documentOfTheExplorerIsExecutedByItsHash() {
        String hash = ExplorerTest.hashes(RestAssured.get("/").asString()).get("brands");
        Reply reply =
                client.post("{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}}");

        assertEquals(200, reply.status());
        assertTrue(reply.json().getInt("data.brands.count.value") > 0);
    }

    @Test
    void otherDocumentIsRejected() throws Exception {
        String other = "{ __typename }";
        assertEquals("DOCUMENT_NOT_TRUSTED", client.query(other).code());
        String extensions =
                "\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash(other) + "\"}}";
        assertEquals(
                "DOCUMENT_NOT_TRUSTED",
                client.post("{\"query\":\"" + other + "\"," + extensions + "}").code());
        assertEquals(
                "PERSISTED_QUERY_NOT_FOUND", client.post("{" + extensions + "}").code());
        assertEquals(
                "DOCUMENT_NOT_FOUND", client.post("{\"documentId\":\"second\"}").code());
    }
}

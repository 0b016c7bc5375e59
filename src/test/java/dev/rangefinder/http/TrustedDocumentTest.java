package dev.rangefinder.http;

import static dev.rangefinder.http.PersistedDocumentTest.hash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.http.Client.Reply;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where only the documents of a manifest are executed. */
@QuarkusTest
@TestProfile(TrustedDocumentTest.OnlyTrusted.class)
class TrustedDocumentTest {

    private static final String TRUSTED = "query Trusted { __typename }";

    private static final String ANOTHER_HASH = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    /** Trusts one document. */
    public static class OnlyTrusted implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "rangefinder.documents.manifest",
                    write("{\"first\": \"" + TRUSTED + "\"}"),
                    "rangefinder.documents.only-trusted",
                    "true");
        }

        private static String write(String content) {
            try {
                Path file = Path.of("target", "relay-manifest.json");
                return Files.writeString(file, content).toAbsolutePath().toString();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

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
    void aTrustedDocumentIsExecutedByItsId(String name) {
        assertExecuted(client.post("{\"" + name + "\":\"first\"}"));
        assertExecuted(client.get(name + "=first"));
    }

    @Test
    void aTrustedDocumentIsExecutedByItsHash() throws Exception {
        assertExecuted(client.post(
                "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash(TRUSTED) + "\"}}}"));
    }

    @Test
    void aTrustedDocumentIsExecutedByItsIdInThePlaceOfItsHash() {
        assertExecuted(client.post("{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"first\"}}}"));
    }

    @Test
    void aTrustedDocumentIsExecutedWhenItIsSent() {
        assertExecuted(client.ask(TRUSTED));
    }

    @Test
    void anyOtherDocumentIsRefused() throws Exception {
        String other = "{ __typename }";
        assertEquals("DOCUMENT_NOT_TRUSTED", client.ask(other).code());
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

    @Test
    void theManifestOfApolloIsRead(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("manifest.json"), """
                {"format": "apollo-persisted-query-manifest", "version": 1, "operations": [
                  {"id": "a", "name": "A", "type": "query", "body": "query A { __typename }"}]}""");

        assertEquals(Map.of("a", "query A { __typename }"), Manifest.read(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"a\": 7}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 2, \"operations\": []}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": [{\"id\": \"a\"}]}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": ["
                        + "{\"id\": \"a\", \"body\": \"{a}\"}, {\"id\": \"a\", \"body\": \"{a}\"}]}",
                "{\"a\": \"{a}\", \"a\": \"{a}\"}",
                "{\"" + ANOTHER_HASH + "\": \"" + TRUSTED + "\"}"
            })
    void aWrongManifestIsToldInOneLine(String content, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("manifest.json"), content);
        String message = assertThrows(ConfigurationException.class, () -> Manifest.read(file))
                .getMessage();

        assertTrue(message.startsWith("rangefinder.documents.manifest (" + file + ") is not usable: "), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void aManifestThatIsNotThereIsTold(@TempDir Path directory) {
        Path file = directory.resolve("none.json");
        assertThrows(ConfigurationException.class, () -> Manifest.read(file));
    }
}

package dev.rangefinder.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.GraphQLClient;
import dev.rangefinder.OpenTransactions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no key can have as its value is reported with its path, and leaves neither a record nor a transaction behind. */
@QuarkusTest
class BadImportInputTest {

    private static final String JSON_LINES = "application/jsonl";
    private static final String YAML = "application/yaml";
    private static final String FIRST = "{\"citations\": [{\"key\": \"BAD1\"}";

    @TestHTTPResource("/import")
    URI endpoint;

    @AfterEach
    void assertNothingIsLeft() throws SQLException {
        OpenTransactions.awaitNone();
        assertTrue(GraphQLClient.data("{ citation(key: \"BAD1\") { key } }")
                .get("citation")
                .isNull());
    }

    private ImportRequest.Result run(String mediaType, String file) {
        ImportRequest.Result result = ImportRequest.run(endpoint, "", mediaType, file);
        String body = result.response().body();
        assertFalse(body.matches("(?is).*(exception|java\\.|feature|sqlstate|constraints).*"), body);
        return result;
    }

    private void assertRejected(String mediaType, String file, String... mistakes) {
        ImportRequest.Result result = run(mediaType, file);
        assertEquals(List.of(mistakes), result.mistakes());
        assertEquals(422, result.response().statusCode());
        assertEquals("REJECTED", result.state());
        assertNull(result.summary().getValue("revision"));
    }

    private static String citation(String key, String text) {
        String value = '"' + text + '"';
        String name = key.equals("key") ? "" : "\"key\": \"BAD2\", ";
        return FIRST + ", {" + name + '"' + key + "\": " + (key.equals("basedOn") ? '[' + value + ']' : value) + "}]}";
    }

    private static String figure(String number) {
        return FIRST
                + "], \"figures\": [{\"brands\": [\"leica\"], \"measure\": \"SALES\", \"unit\": \"UNITS\", \"value\": "
                + number + ", \"claims\": [{\"citation\": \"BAD1\", \"states\": \"all\"}]}]}";
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON_LINES, YAML})
    void nameOfOneMegabyteIsRejected(String mediaType) {
        String text = "x".repeat(1_000_000);
        for (String key : List.of("key", "title", "publisher", "author", "url", "language")) {
            assertRejected(mediaType, citation(key, text), "2 citations[1]." + key + " INVALID_VALUE");
        }
        assertRejected(mediaType, citation("basedOn", text), "2 citations[1].basedOn[0] INVALID_VALUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON_LINES, YAML})
    void remarkOfOneMegabyteIsAccepted(String mediaType) {
        String file = citation("remark", "x".repeat(1_000_000));
        ImportRequest.Result result = ImportRequest.run(endpoint, "?dryRun=true", mediaType, file);
        assertEquals(2, result.summary().getInteger("rowsApplied"));
    }

    @ParameterizedTest
    @CsvSource({
        "a\\u0000b, application/jsonl",
        "a\\u0000b, application/yaml",
        "\\ud800, application/jsonl",
        "\\ud800, application/yaml",
        "\\udc00\\ud800, application/jsonl"
    })
    void characterThatCannotBeStoredIsRejected(String text, String mediaType) {
        for (String key : List.of("key", "document", "title", "url", "remark")) {
            assertRejected(mediaType, citation(key, text), "2 citations[1]." + key + " INVALID_VALUE");
        }
        assertRejected(mediaType, citation("basedOn", text), "2 citations[1].basedOn[0] INVALID_VALUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", ".nan", "-.inf", "-1", "1e400", "1000000000000000000", "1e1000000000"})
    void numberThatCannotBeStoredIsRejected(String number) {
        assertRejected(YAML, figure(number), "2 figures[0].value INVALID_VALUE");
        assertRejected(JSON_LINES, figure('"' + number + '"'), "2 figures[0].value INVALID_VALUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-Infinity", ".5", "01"})
    void numberThatIsNotJsonIsRejected(String number) {
        assertRejected(JSON_LINES, figure(number), "0  INVALID_JSON");
    }

    @Test
    void numberWithThousandsOfDigitsIsRejected() {
        assertRejected(YAML, figure("9".repeat(5_000)), "2 figures[0].value INVALID_VALUE");
        assertRejected(JSON_LINES, figure("9".repeat(5_000)), "0  INVALID_JSON");
    }

    @Test
    void deeplyNestedLineIsRejected() {
        assertRejected(JSON_LINES, FIRST + ", " + "[".repeat(10_000) + "]".repeat(10_000) + "]}", "0  INVALID_JSON");
    }

    @Test
    void fileThatEndsInTheMiddleOfARecordIsRejected() {
        assertRejected(JSON_LINES, FIRST + "]}\n{\"citations\": [{\"key\": \"BA", "0  INVALID_JSON");
        assertRejected(YAML, FIRST + ", {\"key\": \"BA", "0  INVALID_YAML");
    }
}

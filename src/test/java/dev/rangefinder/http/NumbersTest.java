package dev.rangefinder.http;

import static dev.rangefinder.http.Client.GRAPHQL_RESPONSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CpuTime;
import dev.rangefinder.ManagementPortResource.Management;
import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers in JSON and GraphQL. Those that expand to millions of digits are rejected before they are expanded. */
@QuarkusTest
class NumbersTest {

    private static final String NINES = "9".repeat(90_000);

    /** Numbers of any magnitude that fit into a URL. */
    private static final List<String> SHORT = List.of(
            "1e5000000",
            "-1e5000000",
            "1E+5000000",
            "1.5e-5000000",
            "1e2147483647",
            "1e-2147483648",
            "1e99999999999",
            "-0.1e-99999999999",
            "1e00000000000000000001000");

    private static final List<String> HUGE = Stream.concat(
                    SHORT.stream(), Stream.of(NINES, "-" + NINES, "0." + NINES, "1e" + NINES))
            .toList();

    private static final int TIMES = 50;
    private static final String FIRST = "query ($n: Int) {brands(first: $n) {totalCount}}";

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Management
    URI management;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    static Stream<Arguments> variables() {
        return Stream.of(
                Arguments.of(FIRST, "{\"n\":%s}", "/variables/n"),
                Arguments.of("query ($n: ID!) {node(id: $n) {id}}", "{\"n\":%s}", "/variables/n"),
                Arguments.of("query ($n: [ID!]!) {nodes(ids: $n) {id}}", "{\"n\":[\"a\",%s]}", "/variables/n/1"),
                Arguments.of("query ($n: String!) {brand(slug: $n) {id}}", "{\"n\":%s}", "/variables/n"),
                Arguments.of("query ($n: Boolean!) {__typename @skip(if: $n)}", "{\"n\":%s}", "/variables/n"),
                Arguments.of(
                        "query ($n: BrandOrder) {brands(orderBy: $n) {totalCount}}",
                        "{\"n\":{\"direction\":\"ASC\",\"field\":%s}}",
                        "/variables/n/field"),
                Arguments.of(
                        "query ($n: DeviceFilter) {devices(filter: $n) {totalCount}}",
                        "{\"n\":{\"or\":[{\"releasedOn\":{\"eq\":%s}}]}}",
                        "/variables/n/or/0/releasedOn/eq"),
                Arguments.of("{__typename}", "{\"unused\":%s}", "/variables/unused"));
    }

    @ParameterizedTest
    @MethodSource("variables")
    void hugeNumberInAVariableIsRejectedWithItsLocation(String document, String variables, String pointer) {
        String before =
                "{\"query\":\"" + document + "\",\"variables\":" + variables.split("%s")[0];
        for (String number : HUGE) {
            Reply reply = post(document, variables.formatted(number));

            assertRejected(reply, "NUMBER_TOO_LARGE");
            String place = pointer + ", line 1, column " + (before.length() + 1) + ",";
            assertTrue(reply.message().contains(place), reply.message());
        }
    }

    @ParameterizedTest
    @MethodSource("variables")
    void hugeNumberInTheVariablesOfAUrlIsRejected(String document, String variables, String pointer) {
        for (String number : SHORT) {
            Reply reply = client.get("query=" + encode(document) + "&variables=" + encode(variables.formatted(number)));

            assertRejected(reply, "NUMBER_TOO_LARGE");
            assertTrue(reply.message().contains("/n") || reply.message().contains("/unused"), reply.message());
        }
    }

    @ParameterizedTest
    @MethodSource("variables")
    void hugeNumberForAPersistedDocumentIsRejected(String document, String variables, String pointer) throws Exception {
        String extensions = "\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\""
                + PersistedDocumentTest.hash(document) + "\"}}";
        client.post("{\"query\":\"" + document + "\"," + extensions + "}");

        for (String number : HUGE) {
            Reply reply = client.post("{\"variables\":" + variables.formatted(number) + "," + extensions + "}");

            assertRejected(reply, "NUMBER_TOO_LARGE");
            assertTrue(reply.message().contains(pointer), reply.message());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"cost":%s}
            {"revision":{"atLeast":%s}}
            {"persistedQuery":{"version":%s,"sha256Hash":"0"}}
            {"persistedQuery":{"version":1,"sha256Hash":%s}}
            {"a":[[{"b":%s}]]}
            """)
    void hugeNumberInAnExtensionIsRejected(String extensions) {
        for (String number : HUGE) {
            String body = "{\"query\":\"{__typename}\",\"extensions\":" + extensions.formatted(number) + "}";

            assertRejected(client.post(body), "NUMBER_TOO_LARGE");
        }
    }

    @Test
    void hugeNumberInAnUnknownMemberIsIgnored() {
        for (String number : HUGE) {
            assertEquals(
                    200,
                    client.post("{\"query\":\"{__typename}\",\"a\":[" + number + "]}")
                            .status());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {brands(first: %s) {totalCount}}                                    | 16
            {node(id: %s) {id}}                                                 | 11
            {nodes(ids: ["a", %s]) {id}}                                        | 19
            {brand(slug: %s) {id}}                                              | 14
            {devices(filter: {or: [{releasedOn: {gte: %s}}]}) {totalCount}}     | 43
            {brands(orderBy: {field: %s}) {totalCount}}                         | 26
            {__typename @skip(if: %s)}                                          | 23
            query ($n: Int = %s) {brands(first: $n) {totalCount}}               | 18
            {nothing(a: %s)}                                                    | 13
            """)
    void hugeNumberInADocumentIsRejectedWithItsLocation(String document, int column) {
        for (String number : HUGE) {
            Reply reply =
                    client.post("{\"query\":\"\\n" + document.formatted(number).replace("\"", "\\\"") + "\"}");

            assertRejected(reply, "NUMBER_TOO_LARGE");
            assertEquals(2, reply.json().getInt("errors[0].locations[0].line"), number);
            assertEquals(column, reply.json().getInt("errors[0].locations[0].column"), number);
        }
    }

    @Test
    void hugeNumberTakesAtMostOneMillisecond() {
        List<String> usual = Collections.nCopies(SHORT.size(), "true");
        Duration limit = Duration.ofMillis(TIMES * SHORT.size());

        new CpuTime(management).within(limit, () -> sendAll(usual), () -> sendAll(SHORT));
    }

    private void sendAll(List<String> numbers) {
        for (int i = 0; i < TIMES; i++) {
            numbers.forEach(number -> post(FIRST, "{\"n\":" + number + "}"));
            numbers.forEach(number -> client.query("{brands(first: " + number + ") {totalCount}}"));
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "1.0", "1e0", "10e-1", "1E+1", "100.0e-1", "0.5e1"})
    void wholeNumberInAnyNotationIsAnInt(String number) {
        assertEquals(200, post(FIRST, "{\"n\":" + number + "}").status());
    }

    @ParameterizedTest
    @CsvSource({"0", "-0", "-0.0", "0e5", "-1e0"})
    void wholeNumberThatIsNoPageSizeIsAnInt(String number) {
        assertEquals("INVALID_PAGE_SIZE", post(FIRST, "{\"n\":" + number + "}").code());
    }

    @ParameterizedTest
    @CsvSource({"1.5", "1e-1", "2147483648", "-2147483649", "1e10", "1e400", "1e-400", "1e999", "12345678901234567890"})
    void fractionOrNumberOutOfRangeIsNotAnInt(String number) {
        assertRejected(post(FIRST, "{\"n\":" + number + "}"), "BAD_USER_INPUT");
    }

    @ParameterizedTest
    @CsvSource({"01", "-01", "1.", ".5", "1e", "+1", "0x1", "NaN", "Infinity", "-"})
    void malformedNumberInAVariableIsMalformedJson(String number) {
        assertRejected(post(FIRST, "{\"n\":" + number + "}"), "MALFORMED_JSON");
    }

    @ParameterizedTest
    @CsvSource({"01", "-01", "1.", ".5", "1e", "+1", "0x1", "1a", "-"})
    void malformedNumberInADocumentIsASyntaxError(String number) {
        assertRejected(
                client.query("{brands(first: " + number + ") {totalCount}}", "accept", GRAPHQL_RESPONSE),
                "GRAPHQL_PARSE_FAILED");
    }

    private Reply post(String document, String variables) {
        return client.post(
                "{\"query\":\"" + document + "\",\"variables\":" + variables + "}", "accept", GRAPHQL_RESPONSE);
    }

    private static void assertRejected(Reply reply, String code) {
        assertEquals(400, reply.status(), () -> reply.response().body());
        assertEquals(code, reply.code());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

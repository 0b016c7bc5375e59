package dev.rangefinder.mutation;

import static dev.rangefinder.GraphQLClient.json;
import static dev.rangefinder.mutation.MutationClient.authorization;
import static dev.rangefinder.mutation.MutationClient.cite;
import static dev.rangefinder.mutation.MutationClient.data;
import static dev.rangefinder.mutation.MutationClient.registerBrand;
import static dev.rangefinder.mutation.MutationClient.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.OpenTransactions;
import dev.rangefinder.http.Client;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no field can hold is refused in each field, and leaves neither a change nor a transaction behind. */
@QuarkusTest
class BadMutationInputTest {

    /** Inputs with most of their fields, by mutation. Names in braces stand for what a test has registered. */
    private static final Map<String, String> INPUTS =
            Map.of("citeDocument", """
            {"key": "{new}", "document": "D", "title": "T", "publisher": "P", "author": "A", "origin": "O",
            "url": "https://example.org", "language": "en", "licence": "L", "publishedOn": "2022-05-23", "publishedAt": "10:06",
            "disclosure": "D", "paidBy": ["{brand}"], "basedOn": ["{citation}"], "remark": "R"}""", "registerBrand", """
            {"slug": "{new}", "name": "{new}", "homeMarket": "DE", "makes": ["OPTICS"],
            "aliases": [{"text": "{new} 2", "language": "de", "claims": [{"citation": "{citation}", "states": ["all"]}]}],
            "claims": [{"citation": "{citation}", "states": ["makes", "homeMarket"], "remark": "R"},
                {"citation": "{citation}", "property": "founder", "value": "V", "foreseen": true, "expectedOn": "2030",
                "expected": "E", "effects": [{"kind": "AFFECTED", "brand": "{brand}", "statement": "S"}]}]}""", "publishFigure", """
            {"brands": ["{brand}"], "market": "IN", "period": "2023-Q4", "measure": "SMARTPHONE_REVENUE", "unit": "INR",
            "value": 1.5, "converted": {"amount": 1, "currency": "USD"}, "changeOnYear": 1.5, "rank": 1, "qualification": "Q",
            "analyst": "A", "claims": [{"citation": "{citation}", "states": ["all"]}]}""");

    /** A text, and the colon after it if it is the name of a field. */
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"(\\s*:)?");

    @TestHTTPResource("/graphql")
    URI endpoint;

    private Client client;
    private String citation;
    private String brand;
    private int before;

    @BeforeEach
    void register() {
        client = new Client(endpoint);
        citation = cite();
        brand = registerBrand(unique("brand"), citation).at("/brand/slug").asText();
        before = revision();
    }

    @AfterEach
    void assertNothingIsLeft() throws SQLException {
        OpenTransactions.awaitNone();
    }

    private static int revision() {
        return data("{ catalogue { revision } }").at("/catalogue/revision").asInt();
    }

    private String input(String mutation) {
        return INPUTS.get(mutation)
                .replace("{citation}", citation)
                .replace("{brand}", brand)
                .replace("{new}", unique("new"));
    }

    /** The inputs in which one of the texts is replaced by another, in JSON. */
    private List<String> withEachText(String mutation, String other) {
        String input = input(mutation);
        List<MatchResult> texts = TEXT.matcher(input)
                .results()
                .filter(text -> text.group(1) == null)
                .toList();
        assertTrue(texts.size() > 5, input);
        return texts.stream()
                .map(text -> input.substring(0, text.start()) + '"' + other + '"' + input.substring(text.end()))
                .toList();
    }

    private Client.Reply send(String mutation, String input) {
        String type = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input";
        String document = "mutation($input: " + type + "!) { " + mutation
                + "(input: $input) { revision errors { ... on ChangeError { code path message } } } }";
        String body = "{\"query\": \"" + document + "\", \"variables\": {\"input\": " + input + "}}";
        return client.post(body, "accept", Client.GRAPHQL_RESPONSE, "authorization", authorization());
    }

    private void assertRejected(int status, String code, String mutation, String input) {
        Client.Reply reply = send(mutation, input);
        String place = input.substring(0, Math.min(1_000, input.length()));
        assertEquals(code, reply.code(), place);
        assertEquals(status, reply.status(), place);
        assertInternalsAreHidden(reply);
    }

    private static void assertInternalsAreHidden(Client.Reply reply) {
        String body = reply.response().body();
        assertTrue(body.length() < 10_000, () -> body.substring(0, 500) + " … " + body.substring(body.length() - 500));
        assertFalse(body.matches("(?is).*(exception|java\\.|hibernate|sqlstate|insert into).*"), body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"citeDocument", "registerBrand", "publishFigure"})
    void textOfOneMegabyteIsRejected(String mutation) {
        withEachText(mutation, "x".repeat(1_000_000))
                .forEach(input -> assertRejected(413, "BODY_TOO_LARGE", mutation, input));
        assertEquals(before, revision());
    }

    @ParameterizedTest
    @ValueSource(strings = {"citeDocument", "registerBrand", "publishFigure"})
    void longTextIsStoredOrRefused(String mutation) {
        int stored = 0;
        for (String input : withEachText(mutation, "x".repeat(400_000))) {
            Client.Reply reply = send(mutation, input);
            assertInternalsAreHidden(reply);
            JsonNode payload = json(reply.response().body()).at("/data/" + mutation);
            boolean isStored = payload.hasNonNull("revision");
            stored += isStored ? 1 : 0;
            boolean isRefused = payload.at("/errors/0").has("code") || "BAD_USER_INPUT".equals(reply.code());
            assertTrue(isStored ^ isRefused, reply.response().body());
        }
        assertEquals(before + stored, revision());
    }

    @ParameterizedTest
    @ValueSource(strings = {"citeDocument", "registerBrand", "publishFigure"})
    void nulIsRejected(String mutation) {
        withEachText(mutation, "a\\u0000b").forEach(input -> assertRejected(400, "BAD_USER_INPUT", mutation, input));
        assertEquals(before, revision());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "a\\ud800b", "\\udc00\\ud800"})
    void unpairedSurrogateIsRejected(String surrogate) {
        INPUTS.keySet()
                .forEach(mutation -> withEachText(mutation, surrogate)
                        .forEach(input -> assertRejected(400, "MALFORMED_JSON", mutation, input)));
        assertEquals(before, revision());
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, MALFORMED_JSON, MALFORMED_JSON",
        "Infinity, MALFORMED_JSON, MALFORMED_JSON",
        "-Infinity, MALFORMED_JSON, MALFORMED_JSON",
        "'\"NaN\"', BAD_USER_INPUT, BAD_USER_INPUT",
        "'\"Infinity\"', BAD_USER_INPUT, BAD_USER_INPUT",
        "1e1000000000, NUMBER_TOO_LARGE, NUMBER_TOO_LARGE",
        "1e400, INVALID_FIELD, BAD_USER_INPUT",
        "1000000000000000000, INVALID_FIELD, BAD_USER_INPUT",
        "0.00000000001, INVALID_FIELD, BAD_USER_INPUT",
        "-101, INVALID_FIELD, INVALID_FIELD"
    })
    void numberThatNoFieldCanHoldIsRefused(String number, String decimal, String integer) {
        Map<String, String> codes = Map.of(
                "\"value\": 1.5", decimal,
                "{\"amount\": 1", decimal,
                "\"changeOnYear\": 1.5", decimal,
                "\"rank\": 1", integer);
        codes.forEach((field, code) -> {
            String input = input("publishFigure");
            Client.Reply reply = send("publishFigure", input.replace(field, field.replaceFirst("[0-9.]+$", number)));
            JsonNode payload = json(reply.response().body()).at("/data/publishFigure");
            assertEquals(
                    code,
                    payload.isMissingNode()
                            ? reply.code()
                            : payload.at("/errors/0/code").asText(),
                    field);
            assertInternalsAreHidden(reply);
        });
        assertEquals(before, revision());
    }
}

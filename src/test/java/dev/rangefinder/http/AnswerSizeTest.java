package dev.rangefinder.http;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The size of answers is limited, whatever contributes to it. */
@QuarkusTest
@TestProfile(SmallAnswersProfile.class)
class AnswerSizeTest {

    private static final String CONTROL_CHARACTER = "\u0001";

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final CatalogueData catalogue = new CatalogueData();
    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    private static String joined(int number, IntFunction<String> part) {
        return IntStream.range(0, number).mapToObj(part).collect(joining(" "));
    }

    private static String underAliases(int number, String field) {
        return "{" + joined(number, i -> "a" + i + ": " + field) + "}";
    }

    private String brand(String word, String name) {
        catalogue.brand(word).with("name", name).save();
        return "brand(slug: \"" + catalogue.unique(word) + "\")";
    }

    private void assertTooLarge(String document) {
        for (String coding : new String[] {"identity", "gzip"}) {
            Reply reply = client.query(document, "accept-encoding", coding);
            assertEquals("ANSWER_TOO_LARGE", reply.code(), reply.response().body());
            assertTrue(reply.message().contains("more than " + SmallAnswersProfile.LIMIT + " bytes"), reply.message());
            assertTrue(reply.message().contains("`first`"), reply.message());
        }
    }

    @Test
    void responseKeysCountTowardsTheLimit() {
        String key = "k".repeat(SmallAnswersProfile.LIMIT / 20);
        assertTooLarge(underAliases(30, "catalogue { ...C }") + " fragment C on Catalogue { " + key + ": revision }");
    }

    @Test
    void messageReportsThePathAndLargestContribution() {
        String key = "k".repeat(60_000);
        Reply reply = client.query(
                underAliases(9, "brands { nodes { " + "...B } }") + " fragment B on Brand { " + key + ": id }");
        assertTrue(reply.message().contains("at `a0.nodes`"), reply.message());
        assertTrue(reply.message().contains("Response keys make up 100 percent"), reply.message());
    }

    @Test
    void stringsCountTowardsTheLimit() {
        assertTooLarge("{" + brand("long", "x".repeat(20_000)) + underAliases(20, "name") + "}");
    }

    @Test
    void encodedLengthOfCharactersCountsTowardsTheLimit() {
        assertTooLarge("{" + brand("escaped", CONTROL_CHARACTER.repeat(20_000) + "x") + underAliases(5, "name") + "}");
        assertTooLarge("{" + brand("accented", "é".repeat(20_000)) + underAliases(8, "name") + "}");
    }

    @Test
    void typeNamesCountTowardsTheLimit() {
        assertTooLarge("{ markets(first: 100) { nodes { ...M } } b: brands(first: 100) { nodes { ...B } } }"
                + " fragment M on Market " + underAliases(100, "__typename")
                + " fragment B on Brand { " + joined(99, i -> "t" + "y".repeat(190) + i + ": __typename") + " }");
    }

    @Test
    void introspectionCountsTowardsTheLimit() {
        assertTooLarge("{ __schema { types { name fields { name args { "
                + joined(90, i -> "a".repeat(30) + i + ": name") + " } } } } }");
    }

    @Test
    void pathsOfErrorsCountTowardsTheLimit() {
        String key = "k".repeat(SmallAnswersProfile.LIMIT / 10);
        assertTooLarge("{ brands { nodes { ...B } } } fragment B on Brand { " + key
                + ": devices(after: \"no cursor\") { totalCount } }");
    }

    @Test
    void answersToGetAreLimited() {
        String document = underAliases(30, "catalogue { ...C }") + " fragment C on Catalogue { "
                + joined(30, i -> "k".repeat(300) + i + ": revision") + " }";
        Reply reply = client.get("query=" + URLEncoder.encode(document, StandardCharsets.UTF_8));
        assertEquals("ANSWER_TOO_LARGE", reply.code());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7_900, 32_700, 65_500, 200_000})
    void answerWithinTheLimitIsCompleteAlsoFromTheCache(int size) throws Exception {
        String name = IntStream.range(0, size)
                .mapToObj(i -> i % 3 == 0 ? "ä" : "x")
                .collect(joining())
                .substring(size / 4);
        catalogue.brand("whole").with("name", name).save();
        String document = "{ brand(slug: \"" + catalogue.unique("whole") + "\") { name } }";
        for (int i = 0; i < 2; i++) {
            Reply plain = client.query(document);
            assertEquals(name, plain.json().getString("data.brand.name"));
            assertEquals(
                    plain.response().body().getBytes(StandardCharsets.UTF_8).length,
                    Integer.parseInt(plain.header("content-length")));
            for (HttpClient.Version version : HttpClient.Version.values()) {
                assertEquals(plain.response().body(), unzipped(document, version));
            }
        }
    }

    private String unzipped(String document, HttpClient.Version version) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .headers("content-type", "application/json", "accept-encoding", "gzip")
                .POST(BodyPublishers.ofString("{\"query\":\"" + document.replace("\"", "\\\"") + "\"}"))
                .build();
        HttpResponse<byte[]> response =
                HttpClient.newBuilder().version(version).build().send(request, BodyHandlers.ofByteArray());
        assertEquals("gzip", response.headers().firstValue("content-encoding").orElse(""));
        try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void listOfErrorsIsTruncatedAfterOneThousand() {
        int brands = client.query("{ brands { totalCount } }").json().getInt("data.brands.totalCount");
        int aliases = 1_100 / Math.min(brands, 100) + 1;
        Reply reply = client.query("{ brands(first: 100) { nodes "
                + underAliases(aliases, "devices(after: \"no cursor\") { totalCount }") + " } }");
        assertEquals(1_001, reply.json().getList("errors").size());
        assertEquals(
                Math.min(brands, 100) * aliases - 1_000 + " more errors are not listed.",
                reply.json().getString("errors[1000].message"));
    }
}

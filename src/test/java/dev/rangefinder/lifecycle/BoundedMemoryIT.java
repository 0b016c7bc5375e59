package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.ServiceClient.await;
import static dev.rangefinder.lifecycle.ServiceClient.awaitReady;
import static dev.rangefinder.lifecycle.ServiceClient.query;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.MetricsScrape;
import dev.rangefinder.http.ServiceProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged service with a heap of 256 MB, under the largest permitted requests of sixteen concurrent clients. */
@Tag("processes")
@Timeout(900)
class BoundedMemoryIT {

    private static final int CLIENTS = 16;

    /** The maximum share of time for garbage collection when all requests are large. */
    private static final double MAX_GC_SHARE = 0.33;

    /** Documents that are expensive in different ways; each is unique, so that no answer is cached. */
    private static final List<IntFunction<String>> LARGE = List.of(
            BoundedMemoryIT::longKeys,
            i -> longKeys(10 * i + 20_000),
            i -> longKeys(10 * i + 60_000),
            BoundedMemoryIT::manyFields,
            BoundedMemoryIT::manyTypeNames,
            BoundedMemoryIT::manyErrors,
            BoundedMemoryIT::manyTokens,
            BoundedMemoryIT::wholeRows);

    private final PostgresProcess postgres = PostgresProcess.shared();
    private ServiceProcess service;

    private void start(String database) throws Exception {
        postgres.create(database);
        service = ServiceProcess.launch(
                Map.of("RANGEFINDER_DATABASE_URL", postgres.url(database), "RANGEFINDER_HTTP_ANSWER_TIMEOUT", "3S"));
        awaitReady(service);
    }

    @AfterEach
    void end() {
        service.close();
    }

    private static String joined(int number, IntFunction<String> part) {
        return " {" + many(number, part) + "} ";
    }

    private static String many(int number, IntFunction<String> part) {
        return IntStream.range(0, number).mapToObj(part).collect(joining(" "));
    }

    private static String longKeys(int length) {
        return joined(40, i -> "a" + i + ": brands(first: 100) {nodes {devices {nodes {...D}} ...B}}")
                + "fragment D on Device {" + "A".repeat(length) + "0: id} fragment B on Brand {"
                + "B".repeat(30 + length % 100)
                + ": id}";
    }

    private static String longKeyInManyPlaces(int unique) {
        return "{brand(slug: \"" + unique + "\") {"
                + many(190, i -> "a" + i + ": devices(first: 1) {nodes {...F}}")
                + "}} fragment F on Device {" + "A".repeat(85_000) + ": id}";
    }

    private static String longTextInManyPlaces(int unique) {
        return "{brand(slug: \"leica\") {"
                + many(190, i -> "a" + i + ": partnerships(first: 1) {nodes {...F}}")
                + "}} fragment F on Partnership {devices(filter: {name: {contains: \""
                + "A".repeat(85_000) + unique + "\"}}) {totalCount}}";
    }

    private static String filterInManyPlaces(int unique) {
        return "query ($filter: DeviceFilter = {or: [" + many(1_000, i -> "{slug: {eq: \"a" + unique + "\"}}")
                + "]}) {brand(slug: \"leica\") {"
                + many(190, i -> "a" + i + ": partnerships(first: 1) {nodes {devices(filter: $filter) {totalCount}}}")
                + "}}";
    }

    static Stream<Arguments> multiplied() {
        return Stream.of(
                multiplied("a long response key", BoundedMemoryIT::longKeyInManyPlaces, "200"),
                multiplied("a long text", BoundedMemoryIT::longTextInManyPlaces, "200 ANSWER_TOO_LARGE"),
                multiplied("a filter with many parts", BoundedMemoryIT::filterInManyPlaces, "200 ANSWER_TOO_LARGE"));
    }

    private static Arguments multiplied(String value, IntFunction<String> document, String outcomeAlone) {
        return Arguments.of(value, document, outcomeAlone);
    }

    private static String manyFields(int unique) {
        return "{brands(first: 100) {nodes {devices(first: 100) {nodes"
                + joined(190, i -> "k" + unique + "x" + i + ": id") + "}}}}";
    }

    private static String manyTypeNames(int unique) {
        return "{brands(first: 100) {nodes {devices(first: 100) {nodes"
                + joined(190, i -> "t" + unique + "x" + i + ": __typename") + "}}}}";
    }

    private static String manyErrors(int unique) {
        return "{brands(first: 100) {nodes"
                + joined(190, i -> "E".repeat(200) + unique + "x" + i + ": devices(after: \"none\") {totalCount}")
                + "}}";
    }

    private static String manyTokens(int unique) {
        return "{brand(slug: \"" + unique + "\") {" + "id ".repeat(9_800) + "}}";
    }

    private static String wholeRows(int unique) {
        return "{brands(first: 100) {nodes {name d" + unique
                + ": devices(first: 100) {nodes {id slug name releasedOn chipset kind standing brand {id slug name}}}}}}";
    }

    @Test
    void processSurvivesAMixOfLargeRequests() throws Exception {
        start("bounded");
        assertBounded(Duration.ofSeconds(6), LARGE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("multiplied")
    void processSurvivesDocumentsThatUseOneValueInManyPlaces(
            String value, IntFunction<String> document, String outcomeAlone) throws Exception {
        start(value.replace(' ', '_'));
        assertBounded(Duration.ofSeconds(6), List.of(document));
        HttpClient http = HttpClient.newHttpClient();
        await().untilAsserted(() -> assertEquals(
                outcomeAlone, outcome(http.send(post(document.apply(1), "identity"), BodyHandlers.ofInputStream()))));
    }

    @Test
    @Tag("faults")
    void garbageCollectionIsBoundedUnderLargeRequestsOnALargeCatalogue() throws Exception {
        start("bounded_large");
        PostgresProcess.execute(postgres.url("bounded_large"), "truncate citation, market, brand, partnership cascade");
        PostgresProcess.execute(postgres.url("bounded_large"), generated());
        assertBounded(Duration.ofSeconds(10), LARGE); // until the code is compiled
        double gcSeconds = gcSeconds();
        long start = System.nanoTime();
        assertBounded(Duration.ofSeconds(30), LARGE);
        double share = (gcSeconds() - gcSeconds) / ((System.nanoTime() - start) / 1e9);
        assertTrue(share < MAX_GC_SHARE, "Garbage collection took " + share + " of the time");
    }

    private static String generated() throws IOException {
        try (InputStream script = BoundedMemoryIT.class.getResourceAsStream("/generate.sql")) {
            return "begin; set local generate.brands = 2000; set local generate.partnerships = 5000;"
                    + "set local generate.devices = 100000; set local generate.markets = 200;"
                    + "set local generate.launches = 1000000;"
                    + new String(script.readAllBytes(), StandardCharsets.UTF_8) + "commit; analyze";
        }
    }

    private double gcSeconds() {
        return MetricsScrape.of(service.health("live").resolve("../")).sum("jvm_gc_pause_seconds_sum");
    }

    /** Sends large requests for a while, and then a small one. */
    private void assertBounded(Duration duration, List<IntFunction<String>> documents) throws Exception {
        Set<String> outcomes = ConcurrentHashMap.newKeySet();
        AtomicInteger number = new AtomicInteger();
        long end = System.nanoTime() + duration.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<CompletableFuture<Void>> clients = IntStream.range(0, CLIENTS)
                .mapToObj(client ->
                        CompletableFuture.runAsync(() -> sendUntil(end, number, documents, outcomes), threads))
                .toList();
        clients.forEach(CompletableFuture::join);
        threads.shutdown();
        assertTrue(service.process().isAlive(), service::output);
        assertEquals(Set.of(), unexpected(outcomes));
        await().untilAsserted(
                        () -> assertEquals(200, query(service, "{__typename}").status()));
        assertTrue(!service.output().contains("OutOfMemoryError"), service::output);
        assertTrue(!service.output().contains("Unexpected failure"), service::output);
    }

    private static Set<String> unexpected(Set<String> outcomes) {
        Set<String> others = new TreeSet<>(outcomes);
        others.removeAll(Set.of(
                "200",
                "200 ANSWER_TOO_LARGE",
                "200 COST_LIMIT_EXCEEDED",
                "200 DOCUMENT_TOO_COMPLEX",
                "200 INVALID_CURSOR",
                "503 UNAVAILABLE",
                "504 DEADLINE_EXCEEDED"));
        return others;
    }

    private void sendUntil(long end, AtomicInteger number, List<IntFunction<String>> documents, Set<String> outcomes) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        while (System.nanoTime() < end) {
            int i = number.getAndIncrement();
            String document = documents.get(i % documents.size()).apply(2_000 + i);
            try {
                outcomes.add(outcome(
                        http.send(post(document, i % 3 == 0 ? "gzip" : "identity"), BodyHandlers.ofInputStream())));
            } catch (IOException | InterruptedException e) {
                outcomes.add(e.toString());
            }
        }
    }

    private HttpRequest post(String document, String coding) {
        return HttpRequest.newBuilder(service.graphQL())
                .headers("content-type", "application/json", "accept-encoding", coding)
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString("{\"query\":\"" + document.replace("\"", "\\\"") + "\"}"))
                .build();
    }

    private static String outcome(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            String start = new String(body.readNBytes(2_000), StandardCharsets.ISO_8859_1);
            body.transferTo(OutputStream.nullOutputStream());
            int code = start.indexOf("\"code\":\"");
            return response.statusCode()
                    + (code < 0 ? "" : " " + start.substring(code + 8, start.indexOf('"', code + 8)));
        }
    }

    @Test
    void clientsThatReadNoAnswersHoldMemoryOnlyForAWhile() throws Exception {
        start("slow");
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            slow.add(sendWithoutReading(longKeys(1_000 + 600 * i)));
        }
        await().untilAsserted(() ->
                assertEquals(200, query(service, "{brands {totalCount}}").status()));
        await().pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            HttpResponse<InputStream> response =
                    HttpClient.newHttpClient().send(post(longKeys(9_500), "identity"), BodyHandlers.ofInputStream());
            assertEquals("200", outcome(response));
        });
        for (Socket socket : slow) {
            socket.close();
        }
    }

    private Socket sendWithoutReading(String document) throws IOException {
        URI endpoint = service.graphQL();
        String body = "{\"query\":\"" + document.replace("\"", "\\\"") + "\"}";
        Socket socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.getOutputStream()
                .write(
                        ("POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: "
                                        + body.length() + "\r\n\r\n" + body)
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}

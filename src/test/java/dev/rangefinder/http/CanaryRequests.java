package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.http.Client.Reply;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Checks that the service stays responsive, by cheap requests on separate connections: cached answers, 304, requests
 * that need no database, small lookups, and the health probes.
 */
public final class CanaryRequests {

    private static final String CACHED_QUERY = "query=%7Bbrands(first:3)%7Bnodes%7Bname%7D%7D%7D";
    private static final int TIMES = 12;
    private static final long PAUSE_MILLISECONDS = 20;

    /** The latency that 95 percent of the answers must not exceed on a machine that does nothing else. */
    private static final long MAX_MILLISECONDS = 500;

    private record Kind(String name, int status, Supplier<Reply> request) {}

    private record Answer(String kind, boolean expected, long milliseconds) {}

    private final URI endpoint;
    private final List<Kind> kinds = new ArrayList<>();
    private final long usualMilliseconds;

    /** Prepares the requests, fills the cache, and measures the usual latency. */
    public CanaryRequests(URI endpoint, URI management) throws Exception {
        this.endpoint = endpoint;
        new Client(endpoint).get(CACHED_QUERY);
        String tag = new Client(endpoint).get(CACHED_QUERY).header("etag");
        add("cached answer", 200, client -> client.get(CACHED_QUERY));
        add("304", 304, client -> client.get(CACHED_QUERY, "if-none-match", tag));
        add("__typename", 200, client -> client.query("{__typename}"));
        add("syntax error", 400, client -> client.query("{" + unique(), "accept", Client.GRAPHQL_RESPONSE));
        add("validation error", 400, client -> client.query("{" + unique() + "}", "accept", Client.GRAPHQL_RESPONSE));
        add(
                "missing variable",
                400,
                client -> client.query(
                        "query($slug: String!) {brand(slug: $slug) {name}}" + " # " + unique(),
                        "accept",
                        Client.GRAPHQL_RESPONSE));
        add(
                "missing document",
                200,
                client -> client.post("{\"extensions\": {\"persistedQuery\": {\"version\": 1," + " \"sha256Hash\": \""
                        + unique() + "\"}}}"));
        add("bad request", 400, client -> client.post("{}"));
        add("lookup", 200, client -> client.query("{brand(slug: \"" + unique() + "\") {name}}"));
        for (String probe : List.of("live", "ready", "started")) {
            Client prober = new Client(management.resolve("health/" + probe));
            kinds.add(new Kind(probe, 200, () -> prober.get("")));
        }
        usualMilliseconds = percentile(send());
    }

    /** The latency that 95 percent of the answers do not exceed. */
    private static long percentile(List<Answer> answers) {
        long[] sorted =
                answers.stream().mapToLong(Answer::milliseconds).sorted().toArray();
        return sorted[sorted.length * 19 / 20];
    }

    private interface Request {
        Reply of(Client client);
    }

    private void add(String name, int status, Request request) {
        Client client = new Client(endpoint);
        kinds.add(new Kind(name, status, () -> request.of(client)));
    }

    private static String unique() {
        return "x" + UUID.randomUUID().toString().replace("-", "");
    }

    /**
     * Checks that all of them are answered as usual, and almost all of them within the bound. A busy machine delays them
     * without an attack, too, which the usual latency shows.
     */
    public void assertAnswered() throws Exception {
        List<Answer> answers = send();
        assertEquals(
                List.of(), answers.stream().filter(answer -> !answer.expected).toList());
        assertTrue(percentile(answers) <= MAX_MILLISECONDS + 3 * usualMilliseconds, answers::toString);
    }

    private List<Answer> send() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(kinds.size());
        List<Future<List<Answer>>> clients =
                kinds.stream().map(kind -> threads.submit(() -> send(kind))).toList();
        List<Answer> answers = new ArrayList<>();
        for (Future<List<Answer>> client : clients) {
            answers.addAll(client.get(1, TimeUnit.MINUTES));
        }
        threads.shutdown();
        return answers;
    }

    private static List<Answer> send(Kind kind) throws InterruptedException {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            int status = kind.request.get().status();
            long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            answers.add(new Answer(kind.name, status == kind.status, milliseconds));
            Thread.sleep(PAUSE_MILLISECONDS);
        }
        return answers;
    }
}

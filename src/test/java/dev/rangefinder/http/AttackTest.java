package dev.rangefinder.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.LockedTable;
import dev.rangefinder.ManagementPortResource.Management;
import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Clients that overload the service do not affect others. The operations of the attackers are blocked by a lock, as if
 * the database were slow.
 */
@QuarkusTest
@Timeout(120)
class AttackTest {

    private static final int WORKERS = 16;
    private static final int WORKERS_OF_ONE_CONNECTION = 8;

    /** Not a small operation, by its estimated cost, and not in the cache. */
    private final String slow = "{x" + System.nanoTime() + ":devices(first:100){nodes{launches(first:20){nodes{id}}}}}";

    private final String slowPath = "/graphql?query=" + slow.replace("{", "%7B").replace("}", "%7D");

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Management
    URI management;

    private CanaryRequests canaries;

    @BeforeEach
    void prepare() throws Exception {
        canaries = new CanaryRequests(endpoint, management);
    }

    private List<CompletableFuture<Reply>> sendSlowQueries(int requests) {
        Client client = new Client(endpoint);
        return Stream.generate(() -> client.queryAsync(slow)).limit(requests).toList();
    }

    private static long count(List<CompletableFuture<Reply>> replies, int status) {
        return replies.stream()
                .filter(reply -> reply.isDone() && reply.join().status() == status)
                .count();
    }

    @Test
    void cheapRequestsAreAnsweredWhileAllWorkersAreBusy() throws Exception {
        List<CompletableFuture<Reply>> attack;
        try (LockedTable devices = new LockedTable("device")) {
            attack = sendSlowQueries(WORKERS);
            devices.awaitWaiting(WORKERS);
            canaries.assertAnswered();
        }
        attack.forEach(CompletableFuture::join);
        assertEquals(WORKERS, count(attack, 200));
    }

    @Test
    void excessRequestsOfManyConnectionsAreRejectedSoon() throws Exception {
        List<CompletableFuture<Reply>> attack;
        try (LockedTable devices = new LockedTable("device")) {
            attack = sendSlowQueries(4 * WORKERS);
            devices.awaitWaiting(WORKERS);
            canaries.assertAnswered();
            await().until(() -> count(attack, 503) == 3 * WORKERS);
        }
        attack.forEach(CompletableFuture::join);
        assertEquals(WORKERS, count(attack, 200));
        assertTrue(attack.stream()
                .map(CompletableFuture::join)
                .filter(reply -> reply.status() == 503)
                .allMatch(reply -> reply.code().equals("UNAVAILABLE")
                        && reply.header("retry-after").equals("1")));
    }

    @Test
    void pipeliningConnectionOccupiesOneWorker() throws Exception {
        String request = "GET " + slowPath + " HTTP/1.1\r\nhost: localhost\r\n\r\n";
        try (LockedTable devices = new LockedTable("device");
                RawConnection attacker = new RawConnection(endpoint)) {
            attacker.send(request.repeat(1_000));
            devices.awaitWaiting(1);
            canaries.assertAnswered();
            devices.awaitWaiting(1);
        }
    }

    @Test
    void http2ConnectionOccupiesOnlyItsShareOfTheWorkers() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (LockedTable devices = new LockedTable("device")) {
            List<Future<Integer>> attack = sendByHttp2(vertx, 300);
            devices.awaitWaiting(WORKERS_OF_ONE_CONNECTION);
            canaries.assertAnswered();
            devices.awaitWaiting(WORKERS_OF_ONE_CONNECTION);
            await().until(() -> attack.stream().filter(Future::succeeded).count() >= 100);
            assertTrue(attack.stream().filter(Future::succeeded).allMatch(answer -> answer.result() == 503));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** Sends as many requests at a time as the service permits. */
    private List<Future<Integer>> sendByHttp2(Vertx vertx, int requests) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(1));
        return Stream.generate(() -> client.request(HttpMethod.GET, endpoint.getPort(), endpoint.getHost(), slowPath)
                        .compose(HttpClientRequest::send)
                        .map(HttpClientResponse::statusCode))
                .limit(requests)
                .toList();
    }
}

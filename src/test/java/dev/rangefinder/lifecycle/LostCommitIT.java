package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.PostgresProcess.value;
import static dev.rangefinder.lifecycle.ServiceClient.awaitReady;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.http.ServiceProcess;
import dev.rangefinder.identity.AccessToken;
import dev.rangefinder.identity.Issuer;
import dev.rangefinder.identity.Role;
import dev.rangefinder.lifecycle.TcpProxy.CommitFault;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection to the database is lost while a mutation is committed. */
@Timeout(120)
@Tag("faults")
class LostCommitIT {

    private static final String DATABASE = "lost_commit";

    private static PostgresProcess postgres;
    private static TcpProxy network;
    private static Issuer issuer;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        postgres = PostgresProcess.shared();
        postgres.create(DATABASE);
        network = new TcpProxy(0, postgres.port());
        issuer = new Issuer();
        service = ServiceProcess.launch(Map.of(
                // Prepared statements have no text that the proxy could see
                "RANGEFINDER_DATABASE_URL",
                PostgresProcess.url(DATABASE, network.port()) + "&prepareThreshold=0",
                "RANGEFINDER_IDENTITY_ISSUER",
                issuer.url(),
                "RANGEFINDER_IDENTITY_AUDIENCE",
                AccessToken.AUDIENCE));
        awaitReady(service);
    }

    @AfterAll
    static void end() throws Exception {
        service.close();
        network.close();
        issuer.close();
    }

    private static JsonNode cite(String key, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.graphQL())
                .header("content-type", "application/json")
                .header("authorization", issuer.token().with(Role.EDITOR).header())
                .POST(BodyPublishers.ofString("{\"query\": \"mutation { citeDocument(input: {key: \\\"" + key
                        + "\\\"}) { citation { key } revision errors { __typename } } }\"}"));
        HttpRequest complete = (headers.length == 0 ? request : request.headers(headers)).build();
        return GraphQLClient.json(HttpClient.newHttpClient()
                .send(complete, BodyHandlers.ofString())
                .body());
    }

    private static String citations(String key) throws Exception {
        return value(postgres.url(DATABASE), "select count(*) from citation where key = '" + key + "'");
    }

    @ParameterizedTest
    @EnumSource(
            value = CommitFault.class,
            names = {"BEFORE", "AFTER"})
    void mutationWithAKeyIsMadeOnce(CommitFault fault) throws Exception {
        String key = "with-key-" + fault;
        network.loseCommit(fault);
        JsonNode answer = cite(key, "idempotency-key", key);
        assertEquals(key, answer.at("/data/citeDocument/citation/key").asText(), answer::toPrettyString);
        assertEquals(answer, cite(key, "idempotency-key", key));
        assertEquals("1", citations(key));
    }

    @ParameterizedTest
    @EnumSource(
            value = CommitFault.class,
            names = {"BEFORE", "AFTER"})
    void mutationWithoutAKeyIsMadeOnce(CommitFault fault) throws Exception {
        String key = "without-key-" + fault;
        network.loseCommit(fault);
        JsonNode answer = cite(key);
        assertEquals(key, answer.at("/data/citeDocument/citation/key").asText(), answer::toPrettyString);
        assertEquals("1", citations(key));
    }
}

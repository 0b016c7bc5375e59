package dev.rangefinder.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.feed.EventSource;
import dev.rangefinder.websocket.RawSocket;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** A client that follows all changes. When its connection ends, it continues after its last cursor, maybe at another service. */
final class Follower implements AutoCloseable {

    private static final String OPERATION = "subscription {catalogueChanged(%s) {cursor}}";

    /** A subscription that is open. */
    interface Subscription extends AutoCloseable {

        /** The payload of the next event. */
        JsonNode next() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** How a client subscribes. */
    @FunctionalInterface
    interface Transport {
        Subscription open(URI endpoint, String operation) throws Exception;
    }

    private final Transport transport;
    private final IntFunction<URI> endpoints;
    private final List<Long> keys = Collections.synchronizedList(new ArrayList<>());
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private volatile String start;
    private volatile boolean closed;

    /**
     * Starts to follow.
     *
     * @param endpoints where the client connects to, by how often it has connected before
     * @param start the argument that begins after a revision
     */
    Follower(Transport transport, IntFunction<URI> endpoints, String start) {
        this.transport = transport;
        this.endpoints = endpoints;
        this.start = start;
        thread.execute(this::follow);
    }

    /** A client of server-sent events. */
    static Subscription events(URI endpoint, String operation) throws Exception {
        EventSource events = EventSource.open(endpoint, operation);
        return new Subscription() {
            @Override
            public JsonNode next() throws IOException {
                return events.response().statusCode() == 200
                        ? GraphQLClient.json(events.event().get("data"))
                        : GraphQLClient.json(new String(events.response().body().readAllBytes(), UTF_8));
            }

            @Override
            public void close() throws IOException {
                events.close();
            }
        };
    }

    /** A client of WebSockets. */
    static Subscription socket(URI endpoint, String operation) throws Exception {
        JsonObject payload = new JsonObject().put("query", operation);
        RawSocket socket = RawSocket.initialised(endpoint)
                .send(new JsonObject()
                        .put("id", "1")
                        .put("type", "subscribe")
                        .put("payload", payload)
                        .encode());
        return new Subscription() {
            @Override
            public JsonNode next() throws IOException {
                JsonNode message = socket.json();
                while (message.get("type").asText().equals("ping")) {
                    message = socket.send("{\"type\":\"pong\"}").json();
                }
                return message.get("payload");
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
    }

    private void follow() {
        for (int connections = 0; !closed; connections++) {
            URI endpoint = endpoints.apply(connections);
            try (Subscription subscription = transport.open(endpoint, OPERATION.formatted(start))) {
                while (!closed) {
                    receive(subscription.next());
                }
            } catch (Exception | AssertionError e) {
                await(); // the connection has ended, or there was none
            }
        }
    }

    private void receive(JsonNode payload) throws IOException {
        JsonNode cursor = payload.at("/data/catalogueChanged/cursor");
        if (cursor.isMissingNode()) {
            errors.add(payload.toString());
            throw new IOException("The subscription has ended");
        }
        ByteBuffer place = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor.asText()));
        keys.add(place.getLong(Long.BYTES));
        start = "after: \"" + cursor.asText() + '"';
    }

    private static void await() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The keys of the events so far. */
    List<Long> keys() {
        return List.of(keys.toArray(Long[]::new));
    }

    /** The number of events so far. */
    int count() {
        return keys.size();
    }

    /** The argument by which the client continues. */
    String start() {
        return start;
    }

    /** The errors that the service has sent. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
    }
}

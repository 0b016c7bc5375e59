package dev.rangefinder.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;

/** An issuer of access tokens on loopback: OpenID Connect Discovery 1.0, and its key set (RFC 7517, section 5). */
public final class Issuer implements AutoCloseable {

    private final int port;
    private final List<SigningKey> keys = new CopyOnWriteArrayList<>();
    private final AtomicInteger keyRequests = new AtomicInteger();
    private HttpServer server;

    /** Starts an issuer with one key on a free port. */
    public Issuer() throws IOException {
        this(0, SigningKey.generate());
    }

    private Issuer(int port, SigningKey key) throws IOException {
        this.keys.add(key);
        this.server = listen(port);
        this.port = server.getAddress().getPort();
    }

    private HttpServer listen(int onPort) throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 0);
        started.createContext("/.well-known/openid-configuration", exchange -> send(exchange, metadata()));
        started.createContext("/keys", exchange -> {
            keyRequests.incrementAndGet();
            send(exchange, keySet());
        });
        started.start();
        return started;
    }

    private String metadata() {
        return JsonUtil.toJson(Map.of("issuer", url(), "jwks_uri", url() + "/keys"));
    }

    private String keySet() {
        return new JsonWebKeySet(keys.stream().map(SigningKey::jwk).toList()).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Its URL, which is its name in tokens. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** A token with its newest key. */
    public AccessToken token() {
        return AccessToken.of(url(), key());
    }

    /** Its newest key. */
    SigningKey key() {
        return keys.get(keys.size() - 1);
    }

    /** How often its key set was requested. */
    int keyRequests() {
        return keyRequests.get();
    }

    /** Adds a key, which signs the tokens that follow. */
    public void rotate() {
        keys.add(SigningKey.generate());
    }

    /** Stops listening. */
    public void stop() {
        server.stop(0);
    }

    /** Listens again, on the same port and with the same keys. */
    public void restart() throws IOException {
        server = listen(port);
    }

    @Override
    public void close() {
        stop();
    }
}

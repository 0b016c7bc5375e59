package dev.rangefinder.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A persistent connection for many consecutive GET requests with little overhead in the client. */
final class PersistentConnection implements AutoCloseable {

    /** A response; the names of its headers are in lower case. */
    record Reply(int status, Map<String, String> headers, String body) {}

    private final Socket socket;
    private final InputStream input;

    PersistentConnection(InetSocketAddress address) throws IOException {
        socket = new Socket(address.getAddress(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        input = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends a document with {@code If-None-Match}. */
    Reply get(String document, String tag) throws IOException {
        return get(document, tag, 0);
    }

    /** Sends a document with {@code If-None-Match} and the least revision. */
    Reply get(String document, String tag, long atLeast) throws IOException {
        String request = "GET /graphql?query=" + URLEncoder.encode(document, StandardCharsets.UTF_8)
                + " HTTP/1.1\r\nhost: localhost\r\nif-none-match: " + tag
                + "\r\ncatalogue-revision-at-least: " + atLeast + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = status == 304 ? 0 : Integer.parseInt(headers.get("content-length"));
        return new Reply(status, headers, new String(input.readNBytes(length), StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("The service closed the connection after: " + line);
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

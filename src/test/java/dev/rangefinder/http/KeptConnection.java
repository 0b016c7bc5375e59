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

/** One connection for many requests by GET, one after the other, at next to no cost for the client. */
final class KeptConnection implements AutoCloseable {

    /** An answer; the names of its headers are in lower case. */
    record Reply(int status, Map<String, String> headers, String body) {}

    private final Socket socket;
    private final InputStream input;

    KeptConnection(InetSocketAddress address) throws IOException {
        socket = new Socket(address.getAddress(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        input = new BufferedInputStream(socket.getInputStream());
    }

    /** Asks a document, under the condition that its tag is another one. */
    Reply get(String document, String tag) throws IOException {
        return get(document, tag, 0);
    }

    /** Asks a document, under the condition that its tag is another one, of a revision or a later one. */
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
                throw new EOFException("The service hung up after: " + line);
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

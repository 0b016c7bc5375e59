package dev.rangefinder.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.GraphQLClient;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A WebSocket on which a test writes and reads single frames: RFC 6455. */
public final class RawSocket implements AutoCloseable {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    static final int FINAL = 0x80;

    /** The headers that request a WebSocket. */
    static final String UPGRADE = "connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n"
            + "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    /** A received frame. */
    record Frame(boolean last, int type, byte[] payload) {}

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final String head;

    /** Connects as a client of the protocol, with additional header lines. */
    public static RawSocket connect(URI endpoint, String... headers) throws IOException {
        return new RawSocket(endpoint, UPGRADE + "sec-websocket-protocol: graphql-transport-ws\r\n" + lines(headers));
    }

    /** Connects, and completes the initialisation. */
    public static RawSocket initialised(URI endpoint) throws IOException {
        RawSocket socket = connect(endpoint).send("{\"type\":\"connection_init\"}");
        assertEquals("{\"type\":\"connection_ack\"}", socket.message());
        return socket;
    }

    private static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    }

    /** Connects with these header lines. */
    RawSocket(URI endpoint, String headers) throws IOException {
        // Unread data must not fit into buffers
        socket.setReceiveBufferSize(16 * 1024);
        socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
        socket.setSoTimeout(60_000);
        in = new DataInputStream(socket.getInputStream());
        write(("GET /graphql HTTP/1.1\r\nhost: " + endpoint.getAuthority() + "\r\n" + headers + "\r\n")
                .getBytes(UTF_8));
        head = readHead();
    }

    private String readHead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(UTF_8).endsWith("\r\n\r\n")) {
            bytes.write(in.readUnsignedByte());
        }
        return bytes.toString(UTF_8);
    }

    /** The status code of the response to the upgrade; 101 if it was accepted. */
    int status() {
        return Integer.parseInt(head.split(" ")[1]);
    }

    /** The head of the response to the upgrade. */
    String head() {
        return head;
    }

    /** The error code in the response to a rejected upgrade. */
    String errorCode() throws IOException {
        int length = Integer.parseInt(head.replaceFirst("(?s).*content-length: (\\d+).*", "$1"));
        return GraphQLClient.json(new String(in.readNBytes(length), UTF_8))
                .at("/errors/0/extensions/code")
                .asText();
    }

    /** Sends a message in one frame. */
    public RawSocket send(String message) throws IOException {
        return send(FINAL | TEXT, message.getBytes(UTF_8));
    }

    /** Subscribes to an operation. Single quotes stand for double ones. */
    public RawSocket subscribe(String id, String payload) throws IOException {
        return send(GraphQLClient.json("{id: '" + id + "', type: 'subscribe', payload: " + payload + "}")
                .toString());
    }

    /** Sends a frame. */
    RawSocket send(int first, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else if (payload.length < 65_536) {
            frame.write(0x80 | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(0x80 | 127);
            frame.write(new byte[] {0, 0, 0, 0});
            frame.write(payload.length >> 24);
            frame.write(payload.length >> 16);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.write(new byte[4]); // an empty mask
        frame.write(payload);
        return write(frame.toByteArray());
    }

    /** Sends bytes that are not necessarily a frame. */
    RawSocket write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** The next frame. */
    Frame frame() throws IOException {
        int first = in.readUnsignedByte();
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        return new Frame((first & FINAL) != 0, first & 0x0f, in.readNBytes((int) length));
    }

    /** The next message; pings before it are answered. */
    public String message() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (true) {
            Frame frame = frame();
            switch (frame.type) {
                case PING -> send(FINAL | PONG, frame.payload);
                case CLOSE -> throw new IOException("closed with " + codeOf(frame));
                case TEXT, CONTINUATION -> message.write(frame.payload);
                default -> throw new IOException("a frame of type " + frame.type);
            }
            if (frame.last && frame.type < CLOSE) {
                return message.toString(UTF_8);
            }
        }
    }

    /** The next message, as JSON. */
    public JsonNode json() throws IOException {
        return GraphQLClient.json(message());
    }

    /** The code with which the service closes; frames before it are skipped. */
    public int closeCode() throws IOException {
        Frame frame = frame();
        while (frame.type != CLOSE) {
            frame = frame();
        }
        return codeOf(frame);
    }

    private static int codeOf(Frame close) {
        return (close.payload[0] & 0xff) << 8 | close.payload[1] & 0xff;
    }

    /** Whether the service ends the connection; bytes before that are skipped. */
    boolean isCut() throws IOException {
        try {
            in.skipNBytes(Long.MAX_VALUE);
            return false;
        } catch (java.io.EOFException | java.net.SocketException end) {
            return true;
        }
    }

    /** Closes, and waits until the service closes as well. */
    void closeProperly() throws IOException {
        send(FINAL | CLOSE, new byte[] {0x03, (byte) 0xe8});
        closeCode();
        close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

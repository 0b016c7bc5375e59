package dev.rangefinder.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Map;

/** An HTTP/2 connection on which a test writes and reads single frames: RFC 9113, section 4. */
final class RawHttp2 implements AutoCloseable {

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RESET = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;

    static final int REFUSED_STREAM = 7;

    /** A received frame. */
    record Frame(int type, int flags, int stream, byte[] payload) {

        /** The number in four bytes at an offset. */
        long number(int at) {
            long number = 0;
            for (int i = at; i < at + 4; i++) {
                number = number << 8 | payload[i] & 0xff;
            }
            return number;
        }
    }

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    /** Connects by prior knowledge, with empty settings. */
    RawHttp2(URI endpoint) throws IOException {
        socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.setSoTimeout(30_000);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(UTF_8));
        send(SETTINGS, 0, 0, new byte[0]);
    }

    void send(int type, int flags, int stream, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(payload.length >> 16);
        frame.write(payload.length >> 8);
        frame.write(payload.length);
        frame.write(type);
        frame.write(flags);
        frame.writeBytes(number(stream));
        frame.writeBytes(payload);
        out.write(frame.toByteArray());
    }

    /** Sends a GET request for a path. */
    void get(int stream, String path) throws IOException {
        send(HEADERS, END_STREAM | END_HEADERS, stream, head(path));
    }

    /** The header block of a request, in literals without indexing: RFC 7541, section 6.2.2. */
    static byte[] head(String path) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        Map.of(":method", "GET", ":scheme", "http", ":authority", "localhost", ":path", path)
                .forEach((name, value) -> head.writeBytes(header(name, value)));
        return head.toByteArray();
    }

    /** One header; its name and value must be shorter than 127 bytes. */
    static byte[] header(String name, String value) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.write(0);
        header.write(name.length());
        header.writeBytes(name.getBytes(UTF_8));
        header.write(value.length());
        header.writeBytes(value.getBytes(UTF_8));
        return header.toByteArray();
    }

    static byte[] number(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    /** The next frame. */
    Frame frame() throws IOException {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        return new Frame(type, flags, stream, in.readNBytes(length));
    }

    /** The next frame of a type. */
    Frame frame(int type) throws IOException {
        Frame frame = frame();
        while (frame.type != type) {
            frame = frame();
        }
        return frame;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

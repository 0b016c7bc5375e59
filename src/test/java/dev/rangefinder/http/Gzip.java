package dev.rangefinder.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compressed request bodies. */
public final class Gzip {

    private Gzip() {}

    /** Compresses content. */
    public static byte[] of(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A gzip bomb: many members of less than 400 kB in total, which inflate to 320 MB. */
    public static byte[] bomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] member = of(new byte[8_000_000]);
        for (int i = 0; i < 40; i++) {
            bytes.writeBytes(member);
        }
        return bytes.toByteArray();
    }
}

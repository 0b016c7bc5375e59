package dev.rangefinder.http;

import dev.rangefinder.scalar.Sha256;
import dev.rangefinder.serving.ContentCoding;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;

/**
 * A text file that is the same for every client: compressed once, and revalidated by its entity tag. The tag is weak, because it
 * stands for the file with and without compression.
 *
 * @param mediaType the value of {@code Content-Type}
 * @param cacheControl the value of {@code Cache-Control}
 * @param tag the entity tag, with its quotes
 * @param content the file
 * @param compressed the file with the content coding gzip
 */
record StaticFile(String mediaType, String cacheControl, String tag, byte[] content, byte[] compressed) {

    static StaticFile of(String mediaType, String cacheControl, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        String tag = '"' + Sha256.hex(text).substring(0, 32) + '"';
        return new StaticFile(mediaType, cacheControl, tag, content, ContentCoding.GZIP.encode(content));
    }

    /** Answers a GET or HEAD. */
    void send(HttpServerRequest request) {
        HttpServerResponse response = request.response()
                .putHeader(HttpHeaderNames.CACHE_CONTROL, cacheControl)
                .putHeader(HttpHeaderNames.ETAG, "W/" + tag)
                .putHeader(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
        if (Preconditions.of(request.headers()).isUnchanged(tag)) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaderNames.CONTENT_TYPE, mediaType);
        byte[] body = negotiate(request);
        if (request.method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length))
                    .end();
        } else {
            response.end(Buffer.buffer(body));
        }
    }

    private byte[] negotiate(HttpServerRequest request) {
        if (ContentCoding.accepted(request.headers().getAll(HttpHeaderNames.ACCEPT_ENCODING)) == ContentCoding.GZIP) {
            request.response().putHeader(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
            return compressed;
        }
        return content;
    }
}

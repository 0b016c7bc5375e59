package dev.rangefinder.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Tells clients to send an access token, or another one: RFC 6750, section 3. */
final class Challenge {

    private static final CharSequence MISSING = HttpHeaders.createOptimized("Bearer realm=\"rangefinder\"");
    private static final CharSequence INVALID =
            HttpHeaders.createOptimized("Bearer realm=\"rangefinder\", error=\"invalid_token\"");
    private static final CharSequence INSUFFICIENT =
            HttpHeaders.createOptimized("Bearer realm=\"rangefinder\", error=\"insufficient_scope\"");

    private Challenge() {}

    /** The challenge for a request that was not authenticated. */
    static CharSequence unauthenticated(HttpServerRequest request) {
        return request.headers().contains(HttpHeaderNames.AUTHORIZATION) ? INVALID : MISSING;
    }

    /** The challenge for a caller without the necessary role. */
    static CharSequence forbidden() {
        return INSUFFICIENT;
    }
}

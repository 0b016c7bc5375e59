package dev.rangefinder.protocol;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/** How far the answer to the current request of a connection is, and whether another one may follow. */
final class ResponseProgress {

    /** Whether the client waits for the permission to send the body of the request. */
    private boolean awaitsPermission;

    private boolean begun;
    private boolean last;
    private boolean ended;

    /** Takes note of a part of the request. */
    void expect(Object part) {
        if (part instanceof HttpRequest request) {
            awaitsPermission = request.headers().contains(HttpHeaderNames.EXPECT);
        }
        if (part instanceof LastHttpContent) {
            awaitsPermission = false;
        }
    }

    /** Begins the answer, which gets its date. */
    void begin(HttpResponse response) {
        if (isInformational(response) && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            awaitsPermission = false;
            return;
        }
        begun = true;
        response.headers().set(HttpHeaderNames.DATE, HttpDate.now());
        if (awaitsPermission) {
            // Whether its body still comes is for the client to say, and what comes next could be read as one.
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        last = response.headers().containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
    }

    /** Such as the permission to send a body, which comes before the answer. */
    static boolean isInformational(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    /** All of the answer has been written. */
    void finish() {
        begun = false;
        ended = last;
    }

    /** No other answer is written. */
    void end() {
        last = true;
        ended = true;
    }

    boolean hasBegun() {
        return begun;
    }

    /** Whether the answer that has begun, or the one before, says that no other follows. */
    boolean isLast() {
        return last;
    }

    boolean hasEnded() {
        return ended;
    }
}

package dev.rangefinder.protocol;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/** The progress of the response to the current request of a connection, and whether another response may follow. */
final class ResponseProgress {

    /** Whether the client waits for 100 (Continue) before it sends the body. */
    private boolean awaitsContinue;

    private boolean begun;
    private boolean last;
    private boolean ended;

    /** Records a part of the request. */
    void expect(Object part) {
        if (part instanceof HttpRequest request) {
            awaitsContinue = request.headers().contains(HttpHeaderNames.EXPECT);
        }
        if (part instanceof LastHttpContent) {
            awaitsContinue = false;
        }
    }

    /** Records the beginning of the response, and sets its date. */
    void begin(HttpResponse response) {
        if (isInformational(response) && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            awaitsContinue = false;
            return;
        }
        begun = true;
        response.headers().set(HttpHeaderNames.DATE, HttpDate.now());
        if (awaitsContinue) {
            // The client may send the body or not, so that the next bytes would be ambiguous.
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        last = response.headers().containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
    }

    /** Whether a message is interim, such as 100 (Continue). */
    static boolean isInformational(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    /** Records that all of the response has been written. */
    void finish() {
        begun = false;
        ended = last;
    }

    /** Allows no other response. */
    void end() {
        last = true;
        ended = true;
    }

    boolean hasBegun() {
        return begun;
    }

    /** Whether the response that has begun, or the previous one, announces that it is the last. */
    boolean isLast() {
        return last;
    }

    boolean hasEnded() {
        return ended;
    }
}

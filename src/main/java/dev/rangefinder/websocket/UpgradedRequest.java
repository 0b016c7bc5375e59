package dev.rangefinder.websocket;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper.QuarkusCookie;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Method;

/**
 * A request that has become a WebSocket. On a stop Quarkus waits for the requests that run, and takes for the end of one the
 * end of its response; an upgrade never has that, and would be waited for until the time is up.
 */
@RegisterForReflection(targets = QuarkusRequestWrapper.class)
final class UpgradedRequest {

    private final HttpServerRequest request;

    UpgradedRequest(HttpServerRequest request) {
        this.request = request;
    }

    /** Tells Quarkus that it has ended, in the one way that there is. */
    void end() {
        if (request.getCookie(QuarkusRequestWrapper.FAKE_COOKIE_NAME) instanceof QuarkusCookie counted) {
            try {
                Method done = QuarkusRequestWrapper.class.getDeclaredMethod("done");
                done.setAccessible(true);
                done.invoke(counted.getRequestWrapper());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Quarkus ends requests in another way", e);
            }
        }
    }
}

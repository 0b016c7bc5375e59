package dev.rangefinder.websocket;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper.QuarkusCookie;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Method;

/**
 * A request that has become a WebSocket. On shutdown, Quarkus waits until the responses of all requests have ended. The
 * response of an upgraded request never does, so that shutdown would wait until its timeout.
 */
@RegisterForReflection(targets = QuarkusRequestWrapper.class)
final class UpgradedRequest {

    private final HttpServerRequest request;

    UpgradedRequest(HttpServerRequest request) {
        this.request = request;
    }

    /** Reports to Quarkus that the request has ended, which has no public API. */
    void end() {
        if (request.getCookie(QuarkusRequestWrapper.FAKE_COOKIE_NAME) instanceof QuarkusCookie counted) {
            try {
                Method done = QuarkusRequestWrapper.class.getDeclaredMethod("done");
                done.setAccessible(true);
                done.invoke(counted.getRequestWrapper());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Quarkus ends requests differently", e);
            }
        }
    }
}

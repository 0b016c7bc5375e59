package dev.rangefinder.http;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of the configured origins send requests, by the <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS
 * protocol</a>, and open WebSockets. Credentials are not allowed: browsers send none, and scripts set {@code Authorization}
 * themselves. Requests that need no preflight are answered whatever their origin: other pages cannot read the answer, and a
 * query changes nothing.
 */
@Singleton
class CrossOriginRoute {

    private static final CharSequence ANY = HttpHeaders.createOptimized("*");
    private static final CharSequence METHODS = HttpHeaders.createOptimized("GET, POST");
    private static final CharSequence EXPOSED =
            HttpHeaders.createOptimized("ETag, Catalogue-Revision, X-Request-Id, Retry-After");

    /** The longest that Chromium caches a preflight, in seconds. */
    private static final CharSequence MAX_AGE = HttpHeaders.createOptimized("7200");

    private static final CharSequence VARY =
            Vary.by(HttpHeaderNames.ORIGIN, HttpHeaderNames.ACCESS_CONTROL_REQUEST_HEADERS);

    private final List<AllowedOrigin> allowed;
    private final GraphQLRoute graphQL;

    CrossOriginRoute(HttpConfig config, GraphQLRoute graphQL) {
        this.allowed = config.origins().orElse(List.of());
        this.graphQL = graphQL;
    }

    void register(@Observes Router router) {
        String paths = GraphQLRoute.PATH + '*';
        if (!allowed.isEmpty()) {
            router.route(paths).order(GraphQLRoute.ORDER - 3).handler(this::allow);
        }
        router.options(paths).order(GraphQLRoute.ORDER - 2).handler(this::answerPreflight);
    }

    private void allow(RoutingContext routing) {
        String origin = routing.request().getHeader(HttpHeaderNames.ORIGIN);
        if (isAllowed(origin)) {
            boolean any = allowed.stream().anyMatch(AllowedOrigin::isAny);
            routing.response()
                    .putHeader(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, any ? ANY : origin)
                    .putHeader(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
        routing.next();
    }

    private boolean isAllowed(@Nullable String origin) {
        return origin != null && allowed.stream().anyMatch(allowedOrigin -> allowedOrigin.allows(origin));
    }

    private void answerPreflight(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!request.headers().contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD)) {
            routing.next();
        } else if (!isAllowed(request.getHeader(HttpHeaderNames.ORIGIN))) {
            graphQL.reject(
                    request,
                    new InputException(ErrorCode.ORIGIN_NOT_ALLOWED, "Pages of this origin may not send requests."));
        } else {
            allowHeaders(request, routing.response());
        }
    }

    /** Allows every requested header, because clients and proxies may send any. */
    private static void allowHeaders(HttpServerRequest request, HttpServerResponse response) {
        String headers = request.getHeader(HttpHeaderNames.ACCESS_CONTROL_REQUEST_HEADERS);
        if (headers != null) {
            response.putHeader(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, headers);
        }
        response.headers().remove(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS);
        response.setStatusCode(204)
                .putHeader(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                .putHeader(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, MAX_AGE)
                .putHeader(HttpHeaderNames.VARY, VARY)
                .end();
    }
}

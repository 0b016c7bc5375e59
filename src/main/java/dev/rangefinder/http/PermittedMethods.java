package dev.rangefinder.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.stream.Collectors;

/** Passes on requests that use one of a resource's methods, and answers others with 405: RFC 9110, section 15.5.6. */
public final class PermittedMethods implements Handler<RoutingContext> {

    private final List<HttpMethod> methods;
    private final Handler<RoutingContext> next;

    private PermittedMethods(List<HttpMethod> methods, Handler<RoutingContext> next) {
        this.methods = methods;
        this.next = next;
    }

    /** For a resource that can only be read. */
    public static PermittedMethods ofReading(Handler<RoutingContext> next) {
        return new PermittedMethods(List.of(HttpMethod.GET, HttpMethod.HEAD), next);
    }

    /** For a resource that only takes what is posted. */
    public static PermittedMethods ofPosting(Handler<RoutingContext> next) {
        return new PermittedMethods(List.of(HttpMethod.POST), next);
    }

    @Override
    public void handle(RoutingContext routing) {
        if (methods.contains(routing.request().method())) {
            next.handle(routing);
        } else {
            routing.response()
                    .setStatusCode(405)
                    .putHeader(
                            HttpHeaderNames.ALLOW,
                            methods.stream().map(HttpMethod::name).collect(Collectors.joining(", ")))
                    .end();
        }
    }
}

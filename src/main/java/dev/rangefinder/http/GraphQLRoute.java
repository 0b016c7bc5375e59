package dev.rangefinder.http;

import dev.rangefinder.engine.document.Request;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.identity.Authentication;
import dev.rangefinder.identity.Caller;
import dev.rangefinder.observation.Outcome;
import dev.rangefinder.serving.CachingExecutor;
import dev.rangefinder.serving.ContentCoding;
import dev.rangefinder.serving.PersistedDocuments;
import dev.rangefinder.serving.RequestReader;
import dev.rangefinder.serving.Workers;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * Serves GraphQL at {@code /graphql}, as GraphQL over HTTP specifies it. Requests whose head is invalid are rejected on the
 * event loop; all others are executed by the workers.
 */
@Singleton
public class GraphQLRoute {

    /** Where GraphQL is served. */
    public static final String PATH = "/graphql";

    /** Before every route that Quarkus adds, and before its authentication, because we verify access tokens ourselves. */
    public static final int ORDER = -250;

    private final Authentication authentication;
    private final CachingExecutor executor;
    private final PersistedDocuments documents;
    private final Workers workers;
    private final Exchanges exchanges;
    private final HttpConfig config;
    private final BodyMemory memory;

    GraphQLRoute(
            Authentication authentication,
            CachingExecutor executor,
            PersistedDocuments documents,
            Workers workers,
            Exchanges exchanges,
            HttpConfig config,
            BodyMemory memory) {
        this.authentication = authentication;
        this.executor = executor;
        this.documents = documents;
        this.workers = workers;
        this.exchanges = exchanges;
        this.config = config;
        this.memory = memory;
    }

    void register(@Observes Router router) {
        router.route(PATH).order(ORDER).handler(this::handle).failureHandler(this::handleFailure);
    }

    /** Waits until the client has read the previous answers, so that they do not accumulate in memory. */
    private void handle(RoutingContext routing) {
        if (routing.response().writeQueueFull()) {
            routing.response().drainHandler(taken -> negotiate(routing));
        } else {
            negotiate(routing);
        }
    }

    private void negotiate(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Exchange exchange = exchanges.begin(request);
        try {
            exchange.negotiate();
            dispatch(routing, request, exchange);
        } catch (InputException rejection) {
            exchange.fail(rejection);
        }
    }

    /** Rejects a request on behalf of another route. */
    public void reject(HttpServerRequest request, Exception failure) {
        exchanges.begin(request).fail(failure);
    }

    private void handleFailure(RoutingContext routing) {
        Exchange exchange = exchanges.begin(routing.request());
        Exception failure = new IllegalStateException("Status " + routing.statusCode(), routing.failure());
        exchange.observation().observe(() -> exchange.fail(failure));
    }

    private void dispatch(RoutingContext routing, HttpServerRequest request, Exchange exchange) {
        if (request.version() != HttpVersion.HTTP_1_0 && ProtocolUpgrade.isToWebSocket(request)) {
            throw new InputException(ErrorCode.BAD_REQUEST, "WebSockets are not available here. Use GET or POST.");
        }
        if (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD) {
            execute(exchange, () -> RequestReader.ofGet(request.query(), exchange.variant(), documents));
        } else if (request.method() == HttpMethod.POST) {
            JsonContent.check(request.headers().getAll(HttpHeaderNames.CONTENT_TYPE));
            ContentCoding coding = ContentCoding.of(request.headers().getAll(HttpHeaderNames.CONTENT_ENCODING));
            long limit = config.maxBodySize().asLongValue();
            Body.read(
                    routing,
                    config,
                    memory,
                    body -> execute(
                            exchange,
                            () -> RequestReader.ofPost(
                                    coding.decode(body.take(), limit), exchange.variant(), documents)),
                    exchange::fail);
        } else if (request.method() == HttpMethod.OPTIONS) {
            exchange.answerOptions();
        } else {
            throw new InputException(ErrorCode.METHOD_NOT_ALLOWED, "GraphQL requests must use GET or POST.");
        }
    }

    private void execute(Exchange exchange, Supplier<Request> request) {
        exchange.observation().received();
        workers.execute(
                exchange.request().connection(),
                () -> exchange.observation().observe(() -> answer(exchange, request)),
                exchange::fail);
    }

    private void answer(Exchange exchange, Supplier<Request> request) {
        if (exchange.isAbandoned()) {
            exchange.observation().end(Outcome.ABANDONED);
            return;
        }
        executor.execute(() -> read(exchange.request().headers(), request), exchange);
    }

    private Request read(MultiMap headers, Supplier<Request> request) {
        Caller caller = authentication.caller(headers.getAll(HttpHeaderNames.AUTHORIZATION));
        return request.get()
                .atLeast(RevisionHeaders.atLeast(headers))
                .withIdempotencyKey(IdempotencyKeyHeader.of(headers))
                .after(headers.get(EventResponse.LAST_EVENT_ID))
                .by(caller);
    }
}

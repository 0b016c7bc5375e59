package dev.rangefinder.http;

import dev.rangefinder.engine.ErrorHandler;
import dev.rangefinder.observation.Observation;
import dev.rangefinder.observation.Observations;
import dev.rangefinder.subscription.Subscriptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/** Begins exchanges, with what all of them need. */
@Singleton
final class Exchanges {

    private static final CharSequence TRACE_PARENT = HttpHeaders.createOptimized("traceparent");

    final HttpConfig config;
    final ErrorHandler errors;
    final Subscriptions subscriptions;
    private final Observations observations;

    Exchanges(HttpConfig config, ErrorHandler errors, Observations observations, Subscriptions subscriptions) {
        this.config = config;
        this.errors = errors;
        this.observations = observations;
        this.subscriptions = subscriptions;
    }

    /** Starts the observation of a request. */
    Observation observe(HttpServerRequest request) {
        return observations.begin(RequestId.of(request.getHeader(RequestId.HEADER)), request.getHeader(TRACE_PARENT));
    }

    Exchange begin(HttpServerRequest request) {
        return new Exchange(request, this);
    }
}

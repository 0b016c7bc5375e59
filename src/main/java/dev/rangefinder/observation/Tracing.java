package dev.rangefinder.observation;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Records traces, and sends them to a collector. Without a collector, nothing is recorded, at no cost. */
@Singleton
public class Tracing {

    /** Configures traces. */
    @ConfigMapping(prefix = "rangefinder.traces")
    interface Config {

        /** Where the collector accepts OTLP over HTTP, without the path {@code /v1/traces}. */
        Optional<URI> endpoint();

        /** The share of traces that are recorded, of those that begin here. Callers decide about their own. */
        @WithDefault("1.0")
        double sampled();
    }

    private static final String NAME = "rangefinder";
    private static final Duration EXPORT_INTERVAL = Duration.ofSeconds(1);

    private final Clock clock;
    private final @Nullable SdkTracerProvider provider;
    private final @Nullable Tracer tracer;

    /**
     * Prepares to send traces, if there is a collector.
     *
     * @throws ConfigurationException when the configuration is invalid, which ends the start with this message
     */
    Tracing(Config config, Clock clock) {
        this.clock = clock;
        check(config);
        this.provider = config.endpoint()
                .map(endpoint -> provider(exporter(endpoint), config.sampled()))
                .orElse(null);
        this.tracer = provider == null ? null : provider.get("dev.rangefinder");
    }

    private static void check(Config config) {
        if (!(config.sampled() >= 0 && config.sampled() <= 1)) {
            throw new ConfigurationException("rangefinder.traces.sampled must be from 0 to 1.");
        }
        if (config.endpoint().filter(endpoint -> !isHttp(endpoint)).isPresent()) {
            throw new ConfigurationException("rangefinder.traces.endpoint must be a URL of http or https.");
        }
    }

    private static boolean isHttp(URI endpoint) {
        return endpoint.getHost() != null
                && ("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()));
    }

    /** Spans that the collector does not accept are dropped after some retries: operations matter more than their traces. */
    private static SpanExporter exporter(URI endpoint) {
        return OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.toString().replaceAll("/+$", "") + "/v1/traces")
                .build();
    }

    private static SdkTracerProvider provider(SpanExporter exporter, double sampled) {
        return SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(
                                Attributes.builder().put("service.name", NAME).build())))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(sampled)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(EXPORT_INTERVAL)
                        .build())
                .build();
    }

    /**
     * Starts the trace of an operation; null when none is recorded.
     *
     * @param parent the span of its client; invalid when there is none
     * @param waited nanoseconds since its request arrived
     */
    @Nullable Trace begin(SpanContext parent, long waited) {
        if (tracer == null) {
            return null;
        }
        long received = clock.millis() - TimeUnit.NANOSECONDS.toMillis(waited);
        Span span = tracer.spanBuilder("GraphQL Operation")
                .setSpanKind(SpanKind.SERVER)
                .setParent(Context.root().with(Span.wrap(parent)))
                .setStartTimestamp(received, TimeUnit.MILLISECONDS)
                .startSpan();
        return span.isRecording() ? new Trace(tracer, span) : null;
    }

    /** Sends the remaining spans, after the last operation. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent event) {
        if (provider != null) {
            provider.shutdown().join(5, TimeUnit.SECONDS);
        }
    }
}

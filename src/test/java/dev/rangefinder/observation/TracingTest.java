package dev.rangefinder.observation;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracingTest {

    /** A configuration for tests. */
    private record Settings(Optional<URI> endpoint, double sampled) implements Tracing.Config {}

    @Test
    void nothingIsTracedWithoutAnEndpoint() {
        assertNull(
                new Tracing(new Settings(Optional.empty(), 1), Clock.systemUTC()).begin(SpanContext.getInvalid(), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:4318", "/v1/traces", "file:///tmp/traces", "http:nowhere"})
    void invalidEndpointIsRejectedWithItsKey(String endpoint) {
        assertRejected(new Settings(Optional.of(URI.create(endpoint)), 1), "rangefinder.traces.endpoint");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void invalidSamplingRatioIsRejectedWithItsKey(double ratio) {
        assertRejected(new Settings(Optional.empty(), ratio), "rangefinder.traces.sampled");
    }

    private void assertRejected(Settings settings, String key) {
        String message = assertThrows(ConfigurationException.class, () -> new Tracing(settings, Clock.systemUTC()))
                .getMessage();
        assertTrue(message.startsWith(key), message);
    }
}

package dev.rangefinder.observation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;

/** Reports how many sockets are open. */
@Singleton
@Startup
final class SocketMetrics {

    SocketMetrics(MeterRegistry registry, Instance<OpenSockets> sockets) {
        List<OpenSockets> all = sockets.stream().toList();
        Gauge.builder(
                        "rangefinder.sockets",
                        () -> all.stream().mapToInt(OpenSockets::count).sum())
                .description("Open WebSockets")
                .register(registry);
    }
}

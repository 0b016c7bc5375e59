package dev.rangefinder.observation;

import dev.rangefinder.error.ErrorCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Counts operations, by their names as far as these are told. Meters are looked up once, and kept. */
@Singleton
final class OperationMetrics {

    private static final Duration[] BUCKETS = LongStream.of(1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final OperationNames names;
    private final Timer wait;
    private final Map<String, Meters> operations = new ConcurrentHashMap<>();
    private final Map<ErrorCode, Counter> errors = new EnumMap<>(ErrorCode.class);

    OperationMetrics(MeterRegistry registry, OperationNames names) {
        this.registry = registry;
        this.names = names;
        this.wait = Timer.builder("rangefinder.operation.wait")
                .description("How long requests waited for others")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        Stream.of(ErrorCode.values()).forEach(code -> errors.put(code, counterOf(code)));
    }

    private Counter counterOf(ErrorCode code) {
        return Counter.builder("rangefinder.errors")
                .description("Answers that have an error of a code")
                .tag("code", code.name())
                .register(registry);
    }

    void record(ExecutionStats stats) {
        Meters meters = operations.computeIfAbsent(names.told(stats.operation()), Meters::new);
        meters.timer(stats.outcome().name()).record(stats.waited() + stats.ran(), TimeUnit.NANOSECONDS);
        wait.record(stats.waited(), TimeUnit.NANOSECONDS);
        meters.cost.increment(stats.cost());
        meters.statements.increment(stats.statements());
        stats.outcome().codes().forEach(code -> errors.get(code).increment());
    }

    /** The meters of the operations with one name. */
    private final class Meters {

        private final String name;
        private final Map<String, Timer> timers = new ConcurrentHashMap<>();
        private final Counter cost;
        private final Counter statements;

        Meters(String name) {
            this.name = name;
            this.cost = counter("rangefinder.operation.cost", "What operations have cost");
            this.statements =
                    counter("rangefinder.operation.statements", "SQL statements that were run for operations");
        }

        private Counter counter(String metric, String description) {
            return Counter.builder(metric)
                    .description(description)
                    .tag("operation", name)
                    .register(registry);
        }

        Timer timer(String outcome) {
            return timers.computeIfAbsent(outcome, this::newTimer);
        }

        private Timer newTimer(String outcome) {
            return Timer.builder("rangefinder.operations")
                    .description("From when a request was there until its answer was")
                    .tags("operation", name, "outcome", outcome)
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry);
        }
    }
}

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

/** Counts operations, by the labels of {@link OperationNames}. Meters are registered once, and cached. */
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
                .description("How long requests waited for a thread and for permits to read the database")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        Stream.of(ErrorCode.values()).forEach(code -> errors.put(code, counterOf(code)));
    }

    private Counter counterOf(ErrorCode code) {
        return Counter.builder("rangefinder.errors")
                .description("Answers with an error, by its code")
                .tag("code", code.name())
                .register(registry);
    }

    void record(ExecutionStats stats) {
        Meters meters = operations.computeIfAbsent(names.labelOf(stats.operation()), Meters::new);
        meters.timer(stats.outcome().name()).record(stats.waited() + stats.ran(), TimeUnit.NANOSECONDS);
        wait.record(stats.waited(), TimeUnit.NANOSECONDS);
        meters.cost.increment(stats.cost());
        meters.statements.increment(stats.statements());
        stats.outcome().codes().forEach(code -> errors.get(code).increment());
    }

    /** The meters of the operations with one label. */
    private final class Meters {

        private final String name;
        private final Map<String, Timer> timers = new ConcurrentHashMap<>();
        private final Counter cost;
        private final Counter statements;

        Meters(String name) {
            this.name = name;
            this.cost = counter("rangefinder.operation.cost", "Cost of operations");
            this.statements = counter("rangefinder.operation.statements", "SQL statements that operations ran");
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
                    .description("Time from the arrival of a request to its answer")
                    .tags("operation", name, "outcome", outcome)
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry);
        }
    }
}

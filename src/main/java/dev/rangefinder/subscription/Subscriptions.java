package dev.rangefinder.subscription;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.ErrorHandler;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.identity.Authentication;
import dev.rangefinder.identity.Caller;
import dev.rangefinder.serving.CurrentRevision;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The active subscriptions, whose number is limited. */
@Singleton
// Caffeine loads the class of a cache by name, and Quarkus does not register the one of EventAnswers
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSLMW")
public class Subscriptions {

    private static final Logger LOG = Logger.getLogger(Subscriptions.class);

    /** How long an event waits that could not be answered, and how often slow clients are looked for. */
    private static final long PAUSE_MILLISECONDS = 1_000;

    private final EventAnswers answers;
    private final Authentication authentication;
    private final ErrorHandler errors;
    private final CurrentRevision revision;
    private final SubscriptionsConfig config;
    private final Set<EventStream> active = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("subscriptions", true));

    Subscriptions(
            EventAnswers answers,
            Authentication authentication,
            ErrorHandler errors,
            CurrentRevision revision,
            SubscriptionsConfig config,
            MeterRegistry registry) {
        this.answers = answers;
        this.authentication = authentication;
        this.errors = errors;
        this.revision = revision;
        this.config = config;
        Gauge.builder("rangefinder.subscriptions.active", active::size)
                .description("Subscriptions that clients have open")
                .register(registry);
        long heartbeat = config.heartbeat().toMillis();
        scheduler.scheduleWithFixedDelay(this::sendHeartbeats, heartbeat, heartbeat, TimeUnit.MILLISECONDS);
        scheduler.scheduleWithFixedDelay(
                this::endOverdue, PAUSE_MILLISECONDS, PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /**
     * Starts a subscription.
     *
     * @throws InputException when there are too many
     */
    public EventStream open(SubscribedOperation operation, EventRecipient recipient) {
        EventStream stream = new EventStream(this, operation, recipient);
        active.add(stream);
        if (active.size() > config.max()) {
            active.remove(stream);
            throw new InputException(ErrorCode.UNAVAILABLE, "The service has too many subscriptions. Try again soon.");
        }
        endAtExpiry(stream, operation.request().caller());
        return stream;
    }

    EventAnswers answers() {
        return answers;
    }

    Answer reject(Throwable failure) {
        return errors.reject(failure);
    }

    void remove(EventStream stream) {
        active.remove(stream);
    }

    /** Runs a task after a pause. */
    void later(Runnable task) {
        try {
            scheduler.schedule(task, PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("An event is not sent, because the service stops", e);
        }
    }

    /** An access token that expires ends what it has begun. */
    private void endAtExpiry(EventStream stream, Caller caller) {
        authentication
                .lifetime(caller)
                .ifPresent(lifetime -> scheduler.schedule(
                        () -> stream.end(errors.reject(new InputException(
                                ErrorCode.UNAUTHENTICATED,
                                "The access token has expired. Subscribe again with a new one."))),
                        Math.max(1, lifetime.toMillis()),
                        TimeUnit.MILLISECONDS));
    }

    private void sendHeartbeats() {
        if (!active.isEmpty()) {
            revision.read().map(Revision::number).ifPresent(now -> active.forEach(stream -> stream.heartbeat(now)));
        }
    }

    private void endOverdue() {
        active.forEach(stream -> stream.endIfOverdue(config.readTimeout().toNanos()));
    }

    /** Lets clients subscribe elsewhere before the service stops. */
    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        active.forEach(EventStream::restart);
    }

    void stop(@Observes ShutdownEvent stop) {
        scheduler.shutdownNow();
    }
}

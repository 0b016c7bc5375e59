package dev.rangefinder.websocket;

import dev.rangefinder.error.InputException;
import dev.rangefinder.identity.Caller;
import io.vertx.core.Context;
import java.nio.CharBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The initialisation of a WebSocket: the {@code connection_init} of its client, and who the client is. It runs on the event loop
 * of the connection.
 */
final class Initialisation {

    private final Context context;
    private final OperationRunner runner;
    private final List<String> authorization;
    private final Consumer<ViolationException> whenViolated;
    private long timer;
    private boolean begun;
    private boolean stopped;
    private @Nullable Caller caller;

    /**
     * A client that has just connected.
     *
     * @param authorization the {@code Authorization} headers of the opening handshake
     * @param whenViolated called when the client takes too long, is not accepted, or its access token expires
     */
    Initialisation(
            Context context,
            Duration timeout,
            OperationRunner runner,
            List<String> authorization,
            Consumer<ViolationException> whenViolated) {
        this.context = context;
        this.runner = runner;
        this.authorization = authorization;
        this.whenViolated = whenViolated;
        this.timer = closeAfter(timeout, CloseCode.INIT_TIMEOUT, "Connection initialisation timeout");
    }

    private long closeAfter(Duration delay, CloseCode code, String reason) {
        ViolationException violation = new ViolationException(code, reason);
        return context.owner().setTimer(Math.max(1, delay.toMillis()), due -> whenViolated.accept(violation));
    }

    /**
     * Identifies the client, and then runs a task.
     *
     * @param payload the payload of its {@code connection_init}
     * @throws ViolationException when this has begun already, or the payload is malformed
     */
    void begin(@Nullable CharBuffer payload, Runnable whenIdentified) {
        if (begun) {
            throw new ViolationException(CloseCode.TOO_MANY_INITS, "Too many initialisation requests");
        }
        begun = true;
        context.owner().cancelTimer(timer);
        List<String> credentials = ConnectionParameters.authorization(payload).orElse(authorization);
        if (credentials.isEmpty()) {
            identify(credentials, Runnable::run, whenIdentified);
            return;
        }
        runner.start(
                this,
                () -> identify(credentials, result -> context.runOnContext(now -> result.run()), whenIdentified),
                rejection -> context.runOnContext(now -> whenViolated.accept(ViolationException.of(rejection))));
    }

    /** Called on a worker thread when there are credentials to verify. */
    private void identify(List<String> credentials, Consumer<Runnable> onEventLoop, Runnable whenIdentified) {
        try {
            Caller identified = runner.identify(credentials);
            onEventLoop.accept(() -> end(identified, whenIdentified));
        } catch (InputException rejection) {
            onEventLoop.accept(() -> whenViolated.accept(ViolationException.of(rejection)));
        }
    }

    private void end(Caller identified, Runnable whenIdentified) {
        if (stopped) {
            return;
        }
        caller = identified;
        runner.lifetime(identified)
                .ifPresent(lifetime ->
                        timer = closeAfter(lifetime, CloseCode.UNAUTHORIZED, "The access token has expired."));
        whenIdentified.run();
    }

    /**
     * The client.
     *
     * @throws ViolationException before it is identified
     */
    Caller caller() {
        if (caller == null) {
            throw new ViolationException(CloseCode.UNAUTHORIZED, "Unauthorized");
        }
        return caller;
    }

    /** Stops when the connection ends. */
    void stop() {
        stopped = true;
        context.owner().cancelTimer(timer);
    }
}

package dev.rangefinder.engine;

import java.util.UUID;
import org.jboss.logging.Logger;

/** An unexpected failure that was logged with an id. The client receives only the id. */
final class LoggedException extends Exception {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(ErrorHandler.class);

    private final String id;

    private LoggedException(String id) {
        super(id, null, false, false);
        this.id = id;
    }

    /** Logs a failure unless it was logged before: one failure may affect many fields. */
    static LoggedException of(Exception failure) {
        if (failure instanceof LoggedException previous) {
            return previous;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (suppressed instanceof LoggedException previous) {
                return previous;
            }
        }
        LoggedException logged = new LoggedException(UUID.randomUUID().toString());
        LOG.errorf(failure, "Unexpected failure %s", logged.id);
        failure.addSuppressed(logged);
        return logged;
    }

    String id() {
        return id;
    }
}

package dev.rangefinder.engine;

import java.util.UUID;
import org.jboss.logging.Logger;

/** An unexpected failure that the log has, under an id, which is all that the client gets. */
final class LoggedException extends Exception {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(ErrorHandler.class);

    private final String id;

    private LoggedException(String id) {
        super(id, null, false, false);
        this.id = id;
    }

    /** Logs a failure, unless it is logged already: many fields may run into one failure. */
    static LoggedException of(Exception failure) {
        if (failure instanceof LoggedException before) {
            return before;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (suppressed instanceof LoggedException before) {
                return before;
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

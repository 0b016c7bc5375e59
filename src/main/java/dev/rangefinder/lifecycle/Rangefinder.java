package dev.rangefinder.lifecycle;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The process. It ends with the exit code 1 when it could not start, and with 0 when it was told to stop. */
@QuarkusMain
public final class Rangefinder {

    private static volatile int exitCode;

    Rangefinder() {} // Quarkus makes a bean of it

    /** Runs until the process is told to stop. */
    public static void main(String... arguments) {
        run(null, arguments);
    }

    /** Runs an application in the service that has started, until the process is told to stop. */
    public static void run(@Nullable Class<? extends QuarkusApplication> application, String... arguments) {
        // Versions and the like, which would stand around the one line that says why the start failed
        Logger.getLogger("org.hibernate").setLevel(Level.WARNING);
        Runtime.getRuntime().addShutdownHook(new Thread(Rangefinder::endStopped, "end"));
        Quarkus.run(application, Rangefinder::exit, arguments);
    }

    /** Java would end with the number of the signal, which looks like a failure, though everything came to its end. */
    private static void endStopped() {
        Application application = Application.currentApplication();
        if (application != null && !LaunchMode.current().isDevOrTest()) {
            application.awaitShutdown();
            Runtime.getRuntime().halt(exitCode);
        }
    }

    /** Ends a start that failed before it began. */
    public static void fail(Throwable failure) {
        exit(1, failure);
    }

    private static void exit(int code, @Nullable Throwable failure) {
        if (failure != null) {
            StartFailure.tell(failure);
        }
        if (LaunchMode.current().isDevOrTest()) {
            // Dev mode goes on, and starts the service again when something has changed
            ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
            return;
        }
        exitCode = code;
        System.exit(code);
    }
}

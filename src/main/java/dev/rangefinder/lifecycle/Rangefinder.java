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

/**
 * The main class. Without arguments it runs the service, otherwise the command that they name. The exit code is 1 when the service
 * could not start, and 0 when it was stopped.
 */
@QuarkusMain
public final class Rangefinder {

    private static volatile int exitCode;

    Rangefinder() {} // Quarkus creates a bean

    /** Runs until the process is stopped or the command has ended. */
    public static void main(String... arguments) {
        if (arguments.length == 0) {
            run(null);
            return;
        }
        exitCode = 1; // until the command has ended: a command that is stopped has failed
        Commands.configure();
        run(Commands.class, arguments);
    }

    /** Runs an application in the started service until the process is stopped. */
    public static void run(@Nullable Class<? extends QuarkusApplication> application, String... arguments) {
        // Hibernate logs versions and the like, which would surround the one line that explains a failed start
        Logger.getLogger("org.hibernate").setLevel(Level.WARNING);
        Runtime.getRuntime().addShutdownHook(new Thread(Rangefinder::endStopped, "end"));
        Quarkus.run(application, Rangefinder::exit, arguments);
    }

    /** Java would end with the number of the signal, which looks like a failure although the service stopped cleanly. */
    private static void endStopped() {
        Application application = Application.currentApplication();
        if (application != null && !LaunchMode.current().isDevOrTest()) {
            application.awaitShutdown();
            Runtime.getRuntime().halt(exitCode);
        }
    }

    /** Ends the process before the service is started. */
    public static void fail(Throwable failure) {
        exit(1, failure);
    }

    private static void exit(int code, @Nullable Throwable failure) {
        if (failure != null) {
            StartFailure.report(failure);
        }
        if (LaunchMode.current().isDevOrTest()) {
            // Dev mode keeps running and restarts the service after a change
            ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
            return;
        }
        exitCode = code;
        System.exit(code);
    }
}

package dev.rangefinder.development;

import dev.rangefinder.database.DevelopmentDatabase;
import dev.rangefinder.lifecycle.Ports;
import dev.rangefinder.lifecycle.Rangefinder;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.dev.appstate.ApplicationStateNotification;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.net.BindException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The process of dev mode: the service with a PostgreSQL of its own. It runs anew for each live reload, with the ports and
 * the PostgreSQL of the first start.
 */
@QuarkusMain(name = "development")
@IfBuildProfile("dev")
public final class Development {

    /** A system property, because classes are loaded anew for each live reload. */
    private static final String STARTED = "dev.rangefinder.development.started";

    Development() {} // Quarkus makes a bean of it

    /** Runs until something has changed, or the process is told to stop. */
    public static void main(String... arguments) throws ClassNotFoundException {
        Config config = configuration();
        Optional<BindException> taken = Boolean.getBoolean(STARTED) ? Optional.empty() : Ports.findTaken(config);
        if (taken.isPresent()) {
            ApplicationStateNotification.notifyStartupFailed(taken.get());
            Rangefinder.fail(taken.get());
            return;
        }
        System.setProperty(STARTED, "true");
        DevelopmentDatabase.provide(config);
        Rangefinder.run(Addresses.class, arguments);
    }

    /** That of the service, which comes with the class that Quarkus makes of all of it. */
    private static Config configuration() throws ClassNotFoundException {
        Class.forName(Application.APP_CLASS_NAME, true, Thread.currentThread().getContextClassLoader());
        return ConfigProvider.getConfig();
    }
}

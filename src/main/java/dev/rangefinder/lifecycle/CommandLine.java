package dev.rangefinder.lifecycle;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.annotations.CommandLineArguments;
import jakarta.inject.Singleton;

/** The arguments of the process. */
@Singleton
final class CommandLine {

    private final boolean hasCommand;

    CommandLine(@CommandLineArguments String[] arguments) {
        this.hasCommand = arguments.length > 0 && !LaunchMode.current().isDevOrTest();
    }

    /**
     * Whether a command runs instead of the service, which needs no port and leaves the schema of the database as it is. In dev mode
     * and tests none does.
     */
    boolean hasCommand() {
        return hasCommand;
    }
}

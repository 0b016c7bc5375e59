package dev.rangefinder.lifecycle;

import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Runs the command that the arguments of the process name. The exit code is 0 after success, 2 when the arguments are wrong, and 1
 * after any other failure.
 */
@Singleton
@Unremovable
final class Commands implements QuarkusApplication {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final String HELP = "--help";

    /** A command listens on no port, and its standard output is for its result. */
    private static final Map<String, String> SETTINGS = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.management.host-enabled", "false",
            "quarkus.log.console.stderr", "true",
            "quarkus.log.level", "WARN",
            "rangefinder.log.json", "false",
            "rangefinder.shutdown.delay", "0s");

    private final List<Command> commands;

    Commands(@All List<Command> commands) {
        this.commands =
                commands.stream().sorted(Comparator.comparing(Command::name)).toList();
    }

    /** Configures the service for a command, before its start. */
    static void configure() {
        SETTINGS.forEach(System::setProperty);
    }

    @Override
    public int run(String... arguments) {
        if (arguments[0].equals(HELP)) {
            System.out.println(usage());
            return 0;
        }
        try {
            return command(arguments[0]).run(Arrays.asList(arguments).subList(1, arguments.length));
        } catch (UsageException e) {
            System.err.println(e.getMessage() + '\n' + usage());
            return WRONG_USAGE;
        } catch (CommandException e) {
            System.err.println(e.getMessage());
            return FAILED;
        }
    }

    private Command command(String name) {
        return commands.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("Unknown command: " + name));
    }

    private String usage() {
        StringBuilder usage = new StringBuilder("Without arguments the service starts. Commands:");
        commands.forEach(command -> usage.append("\n  ").append(command.usage()));
        return usage.toString();
    }
}

package dev.rangefinder.lifecycle;

import java.util.List;

/** A command of the package for operators. It runs in the service without its HTTP server, and then the process ends. */
public interface Command {

    /** The first argument of the process. */
    String name();

    /** The arguments and the purpose, in one line. */
    String usage();

    /**
     * Runs the command.
     *
     * @param arguments the arguments after the name
     * @return the exit code: 0 after success
     * @throws UsageException when the arguments are wrong
     * @throws CommandException when the command fails for a reason that one line explains
     */
    int run(List<String> arguments);
}

package dev.rangefinder.lifecycle;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Reports why the service could not start: a configuration error in one line that names the key. */
final class StartFailure {

    private static final Pattern VALUE = Pattern.compile("The config property (\\S+) with the config value .*"
            + " threw an Exception whilst being converted (?:SRCFG\\d+: )?(.*)");
    private static final Pattern MISSING = Pattern.compile("The config property (\\S+) is required but .*");

    private StartFailure() {}

    /** Reports a failure, with its stack trace unless configuration can fix it. */
    static void report(Throwable failure) {
        Throwable cause = ExceptionUtil.getRootCause(failure);
        if (cause instanceof PreventFurtherStepsException) {
            return; // Quarkus ends a run that only creates the class data archive
        }
        if (cause instanceof ConfigValidationException invalid) {
            System.err.println(line(invalid));
        } else if (cause instanceof ConfigurationException) {
            System.err.println(cause.getMessage());
        } else if (cause instanceof BindException) {
            // When a port is taken after the check at the start, Quarkus does not name the key.
            BindException taken = Ports.findTaken(ConfigProvider.getConfig()).orElse((BindException) cause);
            System.err.println(taken.getMessage());
        } else {
            Logger.getLogger(Rangefinder.class).error("The service could not start", failure);
        }
    }

    /** All problems in one line. */
    static String line(ConfigValidationException invalid) {
        return IntStream.range(0, invalid.getProblemCount())
                .mapToObj(i -> line(invalid.getProblem(i).getMessage()))
                .collect(Collectors.joining("; "));
    }

    /** The key and the problem. The value is omitted, because it may be a secret. */
    private static String line(String problem) {
        String message = problem.replaceFirst("^[\\w.$]+: ", "")
                .replaceFirst("SRCFG\\d+: ", "")
                .replaceAll("\\s+", " ");
        Matcher value = VALUE.matcher(message);
        if (value.matches()) {
            return value.group(1) + ": " + value.group(2);
        }
        Matcher missing = MISSING.matcher(message);
        return missing.matches() ? missing.group(1) + ": has no value" : message;
    }
}

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

/** Says why the service could not start: to whoever configured it in a line that names the key. */
final class StartFailure {

    private static final Pattern VALUE = Pattern.compile("The config property (\\S+) with the config value .*"
            + " threw an Exception whilst being converted (?:SRCFG\\d+: )?(.*)");
    private static final Pattern MISSING = Pattern.compile("The config property (\\S+) is required but .*");

    private StartFailure() {}

    /** Tells what is wrong; what nobody can mend by configuration with its stack trace. */
    static void tell(Throwable failure) {
        Throwable cause = ExceptionUtil.getRootCause(failure);
        if (cause instanceof PreventFurtherStepsException) {
            return; // Quarkus ends a run that only builds the cache of classes
        }
        if (cause instanceof ConfigValidationException invalid) {
            System.err.println(line(invalid));
        } else if (cause instanceof ConfigurationException) {
            System.err.println(cause.getMessage());
        } else if (cause instanceof BindException) {
            // Quarkus does not say which key it was, when a port was taken after it had been found free.
            BindException taken = Ports.findTaken(ConfigProvider.getConfig()).orElse((BindException) cause);
            System.err.println(taken.getMessage());
        } else {
            Logger.getLogger(Rangefinder.class).error("The service could not start", failure);
        }
    }

    /** One line of every problem. */
    static String line(ConfigValidationException invalid) {
        return IntStream.range(0, invalid.getProblemCount())
                .mapToObj(i -> line(invalid.getProblem(i).getMessage()))
                .collect(Collectors.joining("; "));
    }

    /** The key comes first. A value is not repeated, because it may be a secret. */
    private static String line(String problem) {
        String told = problem.replaceFirst("^[\\w.$]+: ", "")
                .replaceFirst("SRCFG\\d+: ", "")
                .replaceAll("\\s+", " ");
        Matcher value = VALUE.matcher(told);
        if (value.matches()) {
            return value.group(1) + ": " + value.group(2);
        }
        Matcher missing = MISSING.matcher(told);
        return missing.matches() ? missing.group(1) + ": has no value" : told;
    }
}

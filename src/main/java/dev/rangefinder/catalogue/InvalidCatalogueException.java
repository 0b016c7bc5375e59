package dev.rangefinder.catalogue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A catalogue file that cannot be loaded. The message lists every mistake. As a configuration error it ends the start with that
 * message and without a stack trace, which would not help an operator.
 */
public class InvalidCatalogueException extends ConfigurationException {

    private static final long serialVersionUID = 1;

    private final transient List<Mistake> mistakes;

    /** The file with this name has these mistakes. */
    public InvalidCatalogueException(String file, List<Mistake> mistakes) {
        super(message(file, mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    private static String message(String file, List<Mistake> mistakes) {
        return mistakes.stream()
                .map(mistake -> "\n  " + mistake)
                .collect(Collectors.joining("", "Nothing was loaded from " + file + ":", ""));
    }

    /** Every mistake in the file, in the order of its lines. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}

package dev.rangefinder.catalogue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A catalogue file that cannot be loaded. Its message lists every mistake. Being an error of configuration, it ends a
 * start with that message and without a stack trace, which would tell an operator nothing.
 */
public class BrokenCatalogueException extends ConfigurationException {

    private static final long serialVersionUID = 1;

    private final transient List<Mistake> mistakes;

    /** The file of that name has these mistakes. */
    public BrokenCatalogueException(String file, List<Mistake> mistakes) {
        super(message(file, mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    private static String message(String file, List<Mistake> mistakes) {
        return mistakes.stream()
                .map(mistake -> "\n  " + mistake)
                .collect(Collectors.joining("", "Nothing was loaded from " + file + ", because of", ""));
    }

    /** Every mistake of the file, in the order of its lines. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}

package dev.rangefinder.mutation;

import java.util.ArrayList;
import java.util.List;

/**
 * The place and the description of an error.
 *
 * @param path the path of the input field, beginning with the name of the argument
 * @param message what is wrong, for clients
 */
public record ErrorDetails(List<String> path, String message) {

    private static final String INPUT = "input";

    /** Creates the details from a path such as {@code input.aliases[0].text}. */
    public static ErrorDetails at(String path, String message) {
        return new ErrorDetails(segments(path), message);
    }

    private static List<String> segments(String path) {
        return List.of(path.replace("]", "").split("[.\\[]"));
    }

    /** The path within the input. */
    List<String> inInput() {
        return path.subList(path.get(0).equals(INPUT) ? 1 : 0, path.size());
    }

    /** These details where the input has a path of its own, such as {@code changes[1].registerBrand}. */
    ErrorDetails below(String inputPath) {
        List<String> whole = new ArrayList<>(segments(inputPath));
        whole.addAll(inInput());
        return new ErrorDetails(List.copyOf(whole), message.replace('`' + INPUT, '`' + inputPath));
    }
}

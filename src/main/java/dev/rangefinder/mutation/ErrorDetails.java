package dev.rangefinder.mutation;

import java.util.List;

/**
 * The place and the description of an error.
 *
 * @param path the path of the input field, beginning with the name of the argument
 * @param message what is wrong, for clients
 */
public record ErrorDetails(List<String> path, String message) {

    /** Creates the details from a path such as {@code input.aliases[0].text}. */
    public static ErrorDetails at(String path, String message) {
        return new ErrorDetails(List.of(path.replace("]", "").split("[.\\[]")), message);
    }
}

package dev.rangefinder.catalogue;

/**
 * A mistake in a catalogue file.
 *
 * @param path the path from the root of the file, such as {@code devices[3].releasedOn}; empty for the file itself
 * @param line the line, counted from 1; 0 for the file itself
 * @param code the kind of mistake
 * @param message what is wrong
 */
public record Mistake(String path, int line, MistakeCode code, String message) {

    /** A mistake without a location in the file. */
    static Mistake ofFile(MistakeCode code, String message) {
        return new Mistake("", 0, code, message);
    }

    /** The mistake that a record has a key twice. */
    static Mistake ofRepeatedKey(String path, int line, int earlier) {
        return new Mistake(path, line, MistakeCode.REPEATED_KEY, "repeats the key of line " + earlier);
    }

    /** The location in readable form. The input of a mutation has no lines. */
    static String place(String path, int line) {
        if (line == 0) {
            return path;
        }
        return path.isEmpty() ? "line " + line : path + " (line " + line + ")";
    }

    @Override
    public String toString() {
        String description = message + " [" + code + "]";
        return line == 0 ? description : place(path, line) + ": " + description;
    }
}

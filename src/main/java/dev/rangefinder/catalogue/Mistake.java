package dev.rangefinder.catalogue;

/**
 * Something wrong with a catalogue file.
 *
 * @param path the way to it from the top of the file, such as {@code devices[3].releasedOn}; empty for the file itself
 * @param line the line on which it stands, counted from 1; 0 for the file itself
 * @param complaint what is wrong with it
 */
public record Mistake(String path, int line, String complaint) {

    /** A mistake that has no place inside the file, such as that there is no file. */
    static Mistake ofFile(String complaint) {
        return new Mistake("", 0, complaint);
    }

    /** The place of the mistake as people read it. */
    static String place(String path, int line) {
        return path.isEmpty() ? "line " + line : path + " (line " + line + ")";
    }

    @Override
    public String toString() {
        return line == 0 ? complaint : place(path, line) + ": " + complaint;
    }
}

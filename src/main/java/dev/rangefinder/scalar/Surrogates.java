package dev.rangefinder.scalar;

/** Halves of surrogate pairs, which a Java string can have, and no text: neither UTF-8 nor PostgreSQL knows them. */
public final class Surrogates {

    private Surrogates() {}

    /** Where a text has the first half that lacks its other half; -1 when all are whole. */
    public static int unpaired(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}

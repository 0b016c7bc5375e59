package dev.rangefinder.scalar;

/** Finds unpaired surrogates, which a Java string can contain, but neither UTF-8 nor PostgreSQL can represent. */
public final class Surrogates {

    private Surrogates() {}

    /** The index of the first character that PostgreSQL cannot represent, which includes NUL; -1 when there is none. */
    public static int unstorable(String text) {
        int nul = text.indexOf(0);
        int surrogate = unpaired(text);
        // The first of both: as an unsigned number, -1 is the greatest
        return Integer.compareUnsigned(nul, surrogate) < 0 ? nul : surrogate;
    }

    /** The index of the first unpaired surrogate; -1 when there is none. */
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

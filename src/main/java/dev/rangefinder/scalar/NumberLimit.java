package dev.rangefinder.scalar;

/**
 * The maximum size of numbers in a request. JSON and GraphQL bound neither digits nor exponents, but computing with a number
 * takes time and memory for every digit that its exponent stands for.
 */
public final class NumberLimit {

    /** The end of the error message for a number beyond the limit. */
    public static final String EXCEEDED = "has more digits or a larger exponent than this service accepts.";

    private static final int DIGITS = 1_000;
    private static final int EXPONENT = 999;

    private NumberLimit() {}

    /** Whether a JSON or GraphQL number has too many digits or too large an exponent. */
    public static boolean isExceeded(CharSequence number) {
        int end = 0;
        while (end < number.length() && (number.charAt(end) | 0x20) != 'e') {
            end++;
        }
        return end > DIGITS || exponent(number, end + 1) > EXPONENT;
    }

    private static int exponent(CharSequence number, int start) {
        int exponent = 0;
        for (int i = start; i < number.length() && exponent <= EXPONENT; i++) {
            int digit = Character.digit(number.charAt(i), 10);
            exponent = digit < 0 ? exponent : 10 * exponent + digit; // a sign does not count
        }
        return exponent;
    }
}

package dev.rangefinder.scalar;

/**
 * How large the numbers of a request may be. JSON and GraphQL bound neither their digits nor their exponents, but what
 * computes with them takes time, or memory, for every digit that an exponent stands for.
 */
public final class NumberLimit {

    /** What a client is told about a number that is beyond the limit. */
    public static final String EXCEEDED = "has more digits, or a larger exponent, than this service reads.";

    private static final int DIGITS = 1_000;
    private static final int EXPONENT = 999;

    private NumberLimit() {}

    /** Whether a number, as JSON and GraphQL write them, has more digits or a larger exponent than may be. */
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

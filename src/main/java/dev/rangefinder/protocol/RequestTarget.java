package dev.rangefinder.protocol;

import java.util.BitSet;

/**
 * Escapes the target of a request, from its first line or {@code :path}. Clients that follow the URL standard of WHATWG, as all
 * browsers do, do not escape braces, pipes and the like. They are escaped here, so that all other code can parse targets by RFC
 * 3986.
 */
final class RequestTarget {

    private static final BitSet LEGAL = new BitSet();

    /** Replaces a percent sign without two hexadecimal digits. It is invalid UTF-8, so that the target is still rejected. */
    private static final String INVALID = "%FF";

    static {
        LEGAL.set('A', 'Z' + 1);
        LEGAL.set('a', 'z' + 1);
        LEGAL.set('0', '9' + 1);
        "-._~!$&'()*+,;=:@/?".chars().forEach(LEGAL::set);
    }

    private RequestTarget() {}

    /** Escapes the illegal characters of a target, each of which is a byte. */
    static String escape(String target) {
        for (int i = 0; i < target.length(); i++) {
            if (!LEGAL.get(target.charAt(i)) && !isEscape(target, i)) {
                return escapeFrom(target, i);
            }
        }
        return target;
    }

    private static boolean isEscape(String target, int position) {
        return target.charAt(position) == '%'
                && position + 2 < target.length()
                && Character.digit(target.charAt(position + 1), 16) >= 0
                && Character.digit(target.charAt(position + 2), 16) >= 0;
    }

    private static String escapeFrom(String target, int start) {
        StringBuilder escaped = new StringBuilder(target.length() + 32).append(target, 0, start);
        for (int i = start; i < target.length(); i++) {
            char character = target.charAt(i);
            if (LEGAL.get(character) || isEscape(target, i)) {
                escaped.append(character);
            } else if (character == '%') {
                escaped.append(INVALID);
            } else {
                escaped.append(String.format("%%%02X", character & 0xff));
            }
        }
        return escaped.toString();
    }
}

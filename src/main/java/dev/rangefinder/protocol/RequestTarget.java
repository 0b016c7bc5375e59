package dev.rangefinder.protocol;

import java.util.BitSet;

/**
 * What a request asks for, in its first line or {@code :path}. Clients that follow the URL standard of WHATWG, which all
 * browsers do, leave braces, pipes and the like as they are; here they are escaped, so that everybody behind can read the
 * target by RFC 3986.
 */
final class RequestTarget {

    private static final BitSet LEGAL = new BitSet();

    /** What a percent sign becomes that two hexadecimal digits do not follow: what no reader takes for UTF-8 either. */
    private static final String UNREADABLE = "%FF";

    static {
        LEGAL.set('A', 'Z' + 1);
        LEGAL.set('a', 'z' + 1);
        LEGAL.set('0', '9' + 1);
        "-._~!$&'()*+,;=:@/?".chars().forEach(LEGAL::set);
    }

    private RequestTarget() {}

    /** A target of which each character is a byte, with what is illegal escaped. */
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
                escaped.append(UNREADABLE);
            } else {
                escaped.append(String.format("%%%02X", character & 0xff));
            }
        }
        return escaped.toString();
    }
}

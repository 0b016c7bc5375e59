package dev.rangefinder.http;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which answers a client has already: RFC 9110, section 13.1.2.
 *
 * @param header the values of {@code If-None-Match}, joined by commas; empty when there are none
 */
record IfNoneMatch(String header) {

    /** One entity tag of a list (section 8.8.3). Whether it is weak does not count here. */
    private static final Pattern TAG =
            Pattern.compile("\\G[ \\t,]*+(?:W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\")[ \\t]*+(?=,|$)");

    static IfNoneMatch of(List<String> headers) {
        return new IfNoneMatch(String.join(",", headers));
    }

    /** Whether every answer counts as one that the client has, once there is an answer. */
    boolean isAny() {
        return header.equals("*");
    }

    /** Whether the answer with a tag, which has its quotes, is among those that are named. */
    boolean names(String tag) {
        if (header.length() <= tag.length()) {
            return header.equals(tag);
        }
        return TAG.matcher(header).results().map(named -> named.group(1)).anyMatch(tag::equals);
    }
}

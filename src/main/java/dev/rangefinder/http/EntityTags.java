package dev.rangefinder.http;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The entity tags that a condition names: RFC 9110, sections 13.1.1 and 13.1.2.
 *
 * @param header the values of {@code If-Match} or {@code If-None-Match}, joined by commas; empty when there are none
 */
record EntityTags(String header) {

    /** One entity tag of a list: section 8.8.3. */
    private static final Pattern TAG =
            Pattern.compile("\\G[ \\t,]*+(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\")[ \\t]*+(?=,|$)");

    static EntityTags of(List<String> headers) {
        return new EntityTags(String.join(",", headers));
    }

    /** Whether there is no condition. */
    boolean isEmpty() {
        return header.isEmpty();
    }

    /** Whether every tag counts as named. */
    boolean isAny() {
        return header.equals("*");
    }

    /** Whether a strong tag, which has its quotes, is named as a strong one. */
    boolean contains(String tag) {
        return header.equals(tag) || named().anyMatch(named -> named.group(1) == null && tag.equals(named.group(2)));
    }

    /** Whether a strong tag, which has its quotes, is named, be it as a weak one. */
    boolean containsWeakly(String tag) {
        if (header.length() <= tag.length()) {
            return header.equals(tag);
        }
        return named().anyMatch(named -> tag.equals(named.group(2)));
    }

    private Stream<MatchResult> named() {
        return TAG.matcher(header).results();
    }
}

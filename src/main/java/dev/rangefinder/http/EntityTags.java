package dev.rangefinder.http;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The entity tags of a precondition: RFC 9110, sections 13.1.1 and 13.1.2.
 *
 * @param header the values of {@code If-Match} or {@code If-None-Match}, joined by commas; empty when there are none
 */
public record EntityTags(String header) {

    /** One entity tag in a list: section 8.8.3. */
    private static final Pattern TAG =
            Pattern.compile("\\G[ \\t,]*+(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\")[ \\t]*+(?=,|$)");

    static EntityTags of(List<String> headers) {
        return new EntityTags(String.join(",", headers));
    }

    /** Whether there is no precondition. */
    boolean isEmpty() {
        return header.isEmpty();
    }

    /** Whether every tag matches. */
    boolean isAny() {
        return header.equals("*");
    }

    /** Whether a strong tag, with its quotes, is listed, by strong comparison. */
    boolean contains(String tag) {
        return header.equals(tag) || tags().anyMatch(listed -> listed.group(1) == null && tag.equals(listed.group(2)));
    }

    /** Whether a strong tag, with its quotes, is listed, by weak comparison. */
    boolean containsWeakly(String tag) {
        if (header.length() <= tag.length()) {
            return header.equals(tag);
        }
        return tags().anyMatch(listed -> tag.equals(listed.group(2)));
    }

    private Stream<MatchResult> tags() {
        return TAG.matcher(header).results();
    }
}

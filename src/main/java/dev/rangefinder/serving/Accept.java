package dev.rangefinder.serving;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Negotiates the media type of an answer: GraphQL over HTTP, section "Body"; RFC 9110, section 12.5.1. */
final class Accept {

    /** The values that nearly all clients send, which need no parsing. */
    private static final Map<String, MediaType> COMMON = Map.of(
            "*/*", MediaType.JSON,
            "application/json", MediaType.JSON,
            "application/graphql-response+json", MediaType.GRAPHQL_RESPONSE,
            "text/event-stream", MediaType.EVENT_STREAM);

    /** A client's preference for a media type, by the most specific range that matches it. */
    private record Preference(MediaType mediaType, int specificity, double weight) {

        /** Breaks ties: GraphQL's own media type wins if requested by name, and plain JSON under a wildcard. */
        boolean isDefault() {
            return (mediaType == MediaType.GRAPHQL_RESPONSE) == (specificity == 3);
        }
    }

    private Accept() {}

    /**
     * The media type that a client prefers.
     *
     * @param header the value of {@code Accept}; null when there is none
     * @return empty when the client accepts none of ours
     */
    static Optional<MediaType> preferred(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.of(MediaType.JSON);
        }
        MediaType common = COMMON.get(header);
        return common != null ? Optional.of(common) : preferred(MediaRange.listOf(header));
    }

    private static Optional<MediaType> preferred(List<MediaRange> ranges) {
        return Stream.of(MediaType.values())
                .map(mediaType -> preference(mediaType, ranges))
                .filter(preference -> preference.weight > 0)
                .filter(preference -> preference.mediaType != MediaType.EVENT_STREAM || preference.specificity == 3)
                .max(comparingDouble(Preference::weight)
                        .thenComparingInt(Preference::specificity)
                        .thenComparing(Preference::isDefault))
                .map(Preference::mediaType);
    }

    private static Preference preference(MediaType mediaType, List<MediaRange> ranges) {
        return ranges.stream()
                .map(range -> new Preference(mediaType, range.specificity(mediaType), range.weight()))
                .filter(preference -> preference.specificity > 0)
                .max(comparingInt(Preference::specificity).thenComparing(comparing(Preference::weight)))
                .orElse(new Preference(mediaType, 0, 0));
    }
}

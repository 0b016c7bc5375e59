package dev.rangefinder.serving;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What clients accept: GraphQL over HTTP, section "Body"; RFC 9110, section 12.5.1. */
final class Accept {

    /** What nearly all clients send, so that it need not be read each time. */
    private static final Map<String, MediaType> COMMON = Map.of(
            "*/*", MediaType.JSON,
            "application/json", MediaType.JSON,
            "application/graphql-response+json", MediaType.GRAPHQL_RESPONSE);

    /** How a client asks for a media type: by the range of its header that names it most closely. */
    private record Wish(MediaType mediaType, int closeness, double weight) {

        /** GraphQL's own media type comes first among those asked for by name, and plain JSON under a wildcard. */
        boolean isDefault() {
            return (mediaType == MediaType.GRAPHQL_RESPONSE) == (closeness == 3);
        }
    }

    private Accept() {}

    /**
     * The media type to answer in.
     *
     * @param header the value of {@code Accept}; null when there is none
     * @return empty when the client accepts neither of them
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
                .map(mediaType -> wish(mediaType, ranges))
                .filter(wish -> wish.weight > 0)
                .max(comparingDouble(Wish::weight)
                        .thenComparingInt(Wish::closeness)
                        .thenComparing(Wish::isDefault))
                .map(Wish::mediaType);
    }

    private static Wish wish(MediaType mediaType, List<MediaRange> ranges) {
        return ranges.stream()
                .map(range -> new Wish(mediaType, range.closeness(mediaType), range.weight()))
                .filter(wish -> wish.closeness > 0)
                .max(comparingInt(Wish::closeness).thenComparing(comparing(Wish::weight)))
                .orElse(new Wish(mediaType, 0, 0));
    }
}

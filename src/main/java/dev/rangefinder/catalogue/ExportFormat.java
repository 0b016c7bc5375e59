package dev.rangefinder.catalogue;

import dev.rangefinder.serving.MediaRange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms of an exported catalogue. A file of either has the same records in the same order. */
enum ExportFormat {
    /** The form of catalogue files: RFC 9512. */
    YAML("yaml", "application/yaml") {
        @Override
        RecordWriter writer(OutputStream target) throws IOException {
            return new YamlWriter(target);
        }
    },

    /** JSON Lines. */
    JSON_LINES("jsonl", "application/jsonl") {
        @Override
        RecordWriter writer(OutputStream target) throws IOException {
            return new JsonLinesWriter(target);
        }
    };

    private final String extension;
    private final String mediaType;

    ExportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Writes the records of a catalogue to a stream. */
    abstract RecordWriter writer(OutputStream target) throws IOException;

    /** The extension of file names, by which commands name the format. */
    String extension() {
        return extension;
    }

    String mediaType() {
        return mediaType;
    }

    /** The format with an extension. */
    static Optional<ExportFormat> of(String extension) {
        return Stream.of(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst();
    }

    /**
     * The format that a client prefers, by the values of its {@code Accept}: RFC 9110, section 12.5.1.
     *
     * @return empty when the client accepts neither
     */
    static Optional<ExportFormat> accepted(List<String> headers) {
        String header = String.join(",", headers);
        if (header.isBlank()) {
            return Optional.of(YAML);
        }
        List<MediaRange> ranges = MediaRange.listOf(header);
        return Stream.of(values())
                .filter(format -> format.weight(ranges) > 0)
                .max(Comparator.<ExportFormat>comparingDouble(format -> format.weight(ranges))
                        .thenComparing(Comparator.reverseOrder()));
    }

    /** The weight of the most specific range that matches; 0 when none does. */
    private double weight(List<MediaRange> ranges) {
        return Stream.of(mediaType, "application/*", "*/*")
                .flatMap(type -> ranges.stream().filter(range -> range.type().equals(type)))
                .map(MediaRange::weight)
                .findFirst()
                .orElse(0.0);
    }
}

package dev.rangefinder.serving;

import dev.rangefinder.error.InputException;
import dev.rangefinder.scalar.Sha256;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that lists documents by their ids, as build tools write it: Relay's persisted queries, an object of texts by id, or
 * Apollo's {@code apollo-persisted-query-manifest}, version 1.
 */
final class Manifest {

    private static final String APOLLO = "apollo-persisted-query-manifest";

    /** An id of this form is the SHA-256 of the text: clients send it as such, and get what they mean or nothing. */
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private Manifest() {}

    /**
     * The documents by id.
     *
     * @throws ConfigurationException when the file is not there, not in one of these formats, or at odds with itself
     */
    static Map<String, String> read(Path file) {
        Object content = contentOf(file);
        if (!(content instanceof Map<?, ?> entries)) {
            throw wrong(file, "it is not a JSON object");
        }
        Map<String, String> documents =
                APOLLO.equals(entries.get("format")) ? ofApollo(file, entries) : ofRelay(file, entries);
        documents.forEach((id, text) -> checkHash(file, id, text));
        return documents;
    }

    private static Object contentOf(Path file) {
        try {
            Object content = Json.read(Utf8.decode(Files.readAllBytes(file), "it"), "it", Json::value);
            return content == null ? "" : content;
        } catch (IOException e) {
            throw wrong(file, "it cannot be read");
        } catch (InputException e) {
            throw wrong(file, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> ofRelay(Path file, Map<?, ?> entries) {
        Map<String, String> documents = new HashMap<>();
        entries.forEach((id, text) -> documents.put((String) id, text(file, text)));
        return documents;
    }

    private static Map<String, String> ofApollo(Path file, Map<?, ?> manifest) {
        if (!Integer.valueOf(1).equals(manifest.get("version"))
                || !(manifest.get("operations") instanceof List<?> operations)) {
            throw wrong(file, "it must have version 1 and a list of operations");
        }
        Map<String, String> documents = new HashMap<>();
        for (Object entry : operations) {
            Map<?, ?> operation = entry instanceof Map<?, ?> fields ? fields : Map.of();
            String id = text(file, operation.get("id"));
            if (documents.put(id, text(file, operation.get("body"))) != null) {
                throw wrong(file, "two documents have the id " + id);
            }
        }
        return documents;
    }

    private static void checkHash(Path file, String id, String text) {
        if (SHA_256.matcher(id).matches() && !id.equals(Sha256.hex(text))) {
            throw wrong(file, "document " + id + ": its id is the SHA-256 of another text");
        }
    }

    private static String text(Path file, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw wrong(file, "every document must have an id and a text");
    }

    /** What ends the start of the service. */
    static ConfigurationException wrong(Path file, String why) {
        return new ConfigurationException("rangefinder.documents.manifest (" + file + ") is not usable: " + why);
    }
}

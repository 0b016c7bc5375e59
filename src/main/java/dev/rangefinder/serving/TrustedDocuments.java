package dev.rangefinder.serving;

import dev.rangefinder.engine.document.Documents;
import dev.rangefinder.engine.document.PreparedDocument;
import dev.rangefinder.observation.OperationNames;
import dev.rangefinder.scalar.Sha256;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The documents that the operators of the service trust: those of their own clients, listed in a manifest, and those of the
 * explorer, by their hashes.
 */
@Singleton
final class TrustedDocuments {

    private final Map<String, String> byId;
    private final Map<String, String> byHash = new HashMap<>();

    /**
     * Reads the manifest.
     *
     * @throws ConfigurationException when it is unusable, which ends the start with this message
     */
    TrustedDocuments(DocumentsConfig config, ExplorerDocuments explorer, Documents documents, OperationNames names) {
        if (config.onlyTrusted() && config.manifest().isEmpty()) {
            throw new ConfigurationException(
                    "rangefinder.documents.only-trusted needs rangefinder.documents.manifest, which is not set.");
        }
        byId = config.manifest().map(Manifest::read).orElse(Map.of());
        config.manifest().ifPresent(file -> check(file, documents, names));
        byId.values().forEach(text -> byHash.put(Sha256.hex(text), text));
        explorer.texts().forEach(text -> byHash.put(Sha256.hex(text), text));
    }

    private void check(Path file, Documents documents, OperationNames names) {
        byId.forEach((id, text) -> {
            PreparedDocument document = documents.prepare(text);
            document.errors().stream().findFirst().ifPresent(error -> {
                throw Manifest.unusable(file, "document " + id + ": " + error.getMessage());
            });
            document.operations().forEach(names::trust);
        });
    }

    /** The text of the document with an id. */
    @Nullable String byId(String id) {
        return byId.get(id);
    }

    /** The text of the document with this SHA-256, or with this id, which Apollo's clients send instead. */
    @Nullable String byHash(String hash) {
        String text = byHash.get(hash);
        return text == null ? byId.get(hash) : text;
    }

    /** Whether a text is exactly that of a trusted document. */
    boolean contains(String text) {
        return byHash.containsKey(Sha256.hex(text));
    }
}

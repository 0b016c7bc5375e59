package dev.rangefinder.serving;

import dev.rangefinder.scalar.Sha256;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The documents of the explorer. The package brings them, so that the explorer sends their hashes only, also to a service
 * that executes no others.
 */
@Singleton
public final class ExplorerDocuments {

    /** Each is the document of one view. A directory of the class path cannot be listed in a native executable. */
    static final List<String> NAMES = List.of(
            "brand",
            "brands",
            "changed",
            "changes",
            "citation",
            "device",
            "devices",
            "event",
            "evidence",
            "history",
            "market",
            "markets",
            "partnership",
            "search",
            "speaker");

    /** In the sources of the explorer, which are bundled from there as well. */
    static final String DIRECTORY = "web/app/documents/";

    private final Map<String, String> textByHash = new TreeMap<>();
    private final Map<String, String> hashByName;

    ExplorerDocuments(ExplorerConfig config) {
        List<String> names = config.enabled() ? NAMES : List.of();
        hashByName =
                names.stream().collect(Collectors.toMap(name -> name, this::add, (one, other) -> one, TreeMap::new));
    }

    private String add(String name) {
        String text =
                new String(PackagedFile.read(DIRECTORY + name + ".graphql").orElseThrow(), StandardCharsets.UTF_8);
        String hash = Sha256.hex(text);
        textByHash.put(hash, text);
        return hash;
    }

    /** The SHA-256 of each document by its name; none when the explorer is off. */
    public Map<String, String> hashes() {
        return hashByName;
    }

    /** The texts of all documents. */
    Collection<String> texts() {
        return textByHash.values();
    }
}

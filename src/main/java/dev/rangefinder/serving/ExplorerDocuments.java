package dev.rangefinder.serving;

import dev.rangefinder.scalar.Sha256;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final String DIRECTORY = "web/app/documents/";

    /** The fragments of several documents, each in a file with its name. */
    private static final String FRAGMENTS = "web/app/fragments/";

    private static final Pattern SPREAD = Pattern.compile("\\.\\.\\.(\\w+)");

    private final Map<String, String> textByHash = new TreeMap<>();
    private final Map<String, String> hashByName;

    ExplorerDocuments(ExplorerConfig config) {
        List<String> names = config.enabled() ? NAMES : List.of();
        hashByName =
                names.stream().collect(Collectors.toMap(name -> name, this::add, (one, other) -> one, TreeMap::new));
    }

    private String add(String name) {
        String text = complete(read(DIRECTORY + name).orElseThrow());
        String hash = Sha256.hex(text);
        textByHash.put(hash, text);
        return hash;
    }

    /** A document, followed by the fragments that it spreads and does not define. */
    private static String complete(String document) {
        StringBuilder text = new StringBuilder(document);
        Set<String> spread = new HashSet<>();
        Matcher spreads = SPREAD.matcher(text);
        for (int from = 0; spreads.find(from); from = spreads.end()) {
            if (spread.add(spreads.group(1))) {
                read(FRAGMENTS + spreads.group(1)).ifPresent(text::append); // it may spread others
            }
        }
        return text.toString();
    }

    private static Optional<String> read(String name) {
        return PackagedFile.read(name + ".graphql").map(content -> new String(content, StandardCharsets.UTF_8));
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

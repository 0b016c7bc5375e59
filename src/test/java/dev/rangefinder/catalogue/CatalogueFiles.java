package dev.rangefinder.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Catalogue files for tests. */
final class CatalogueFiles {

    /** One citation, one market and two brands. */
    static final String BASICS = """
        citations: [{key: C9}]
        markets: [{code: XA, name: Atlantis, kind: COUNTRY, claims: [{citation: C9}]}]
        brands:
          - {slug: glass, name: Glass, makes: [CAMERAS], claims: [{citation: C9, states: all}]}
          - {slug: phone, name: Phone, makes: [HANDSETS], claims: [{citation: C9, states: all}]}
        """;

    /** The claims of a record whose values are all stated. */
    static final String STATED = "claims: [{citation: C9, states: all}]";

    private CatalogueFiles() {}

    static CatalogueFile file(String yaml) throws IOException {
        return CatalogueFile.read("test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    static CatalogueFile founding() throws IOException {
        try (InputStream yaml = CatalogueFiles.class.getResourceAsStream("/" + FoundingCatalogue.BUNDLED)) {
            return CatalogueFile.read(FoundingCatalogue.BUNDLED, yaml);
        }
    }

    static void assertMistakes(String yaml, String... expected) {
        assertEquals(
                List.of(expected),
                mistakes(yaml).stream().map(Mistake::toString).toList());
    }

    /** The paths and codes of the mistakes in a file, in the order of its lines. */
    static List<String> codes(String yaml) {
        return mistakes(yaml).stream()
                .map(mistake -> mistake.path() + ' ' + mistake.code())
                .toList();
    }

    private static List<Mistake> mistakes(String yaml) {
        return assertThrows(InvalidCatalogueException.class, () -> file(yaml)).mistakes();
    }
}

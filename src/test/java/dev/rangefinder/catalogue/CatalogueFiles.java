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
        citations: [{key: C9, document: nine.txt}]
        markets: [{code: XA, name: Atlantis, kind: COUNTRY}]
        brands:
          - {slug: glass, name: Glass, makes: CAMERA_OPTICS, cited: [C9]}
          - {slug: phone, name: Phone, makes: HANDSETS, cited: [C9]}
        """;

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
        InvalidCatalogueException broken = assertThrows(InvalidCatalogueException.class, () -> file(yaml));
        assertEquals(
                List.of(expected),
                broken.mistakes().stream().map(Mistake::toString).toList());
    }
}

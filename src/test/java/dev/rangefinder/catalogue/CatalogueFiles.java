package dev.rangefinder.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rangefinder.catalogue.ImportProgress.State;
import dev.rangefinder.transaction.Author;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

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

    /** The database that files are checked in. */
    private static DataSource database;

    private CatalogueFiles() {}

    static void checkIn(DataSource ofTest) {
        database = ofTest;
    }

    static CatalogueFile file(String yaml) {
        return file(yaml.getBytes(StandardCharsets.UTF_8));
    }

    static CatalogueFile file(byte[] yaml) {
        return new CatalogueFile("test.yaml", () -> new ByteArrayInputStream(yaml));
    }

    static CatalogueFile founding() {
        return new CatalogueFile(
                FoundingCatalogue.BUNDLED,
                () -> CatalogueFiles.class.getResourceAsStream("/" + FoundingCatalogue.BUNDLED));
    }

    /** The records of a file, by their lists. */
    static Fields content(CatalogueFile file) throws IOException {
        Map<String, List<Part>> lists = new LinkedHashMap<>();
        try (InputStream yaml = file.content().open()) {
            new YamlSource(yaml).read(new RecordSource.Visitor() {
                @Override
                public void visit(String list, Part record, List<Mistake> mistakes) {
                    lists.computeIfAbsent(list, first -> new ArrayList<>()).add(record);
                }

                @Override
                public void report(Mistake mistake) {
                    throw new IllegalStateException(mistake.toString());
                }
            });
        }
        Map<String, Part> parts = new LinkedHashMap<>();
        lists.forEach((list, records) -> parts.put(list, new Listing(list, 1, records)));
        return new Fields("", 1, parts);
    }

    /** Imports a file into an empty catalogue, and rolls that back. */
    static void check(CatalogueFile file) throws IOException, SQLException {
        try (Connection connection = database.getConnection();
                ImportTransaction transaction = ImportTransaction.begin(connection, Author.DATABASE_ROLE);
                InputStream yaml = file.content().open()) {
            transaction.execute(EmptyCatalogue.CLEAR);
            Import load = new Import(connection, ImportPolicy.ALL, new ImportProgress());
            load.stage(new YamlSource(yaml));
            if (load.apply(true) == State.REJECTED) {
                throw new InvalidCatalogueException(file.name(), load.mistakes());
            }
        }
    }

    static void check(String yaml) throws IOException, SQLException {
        check(file(yaml));
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
        return assertThrows(InvalidCatalogueException.class, () -> check(yaml)).mistakes();
    }
}

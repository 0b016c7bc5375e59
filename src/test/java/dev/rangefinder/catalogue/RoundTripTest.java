package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.CatalogueFiles.BASICS;
import static dev.rangefinder.catalogue.CatalogueFiles.content;
import static dev.rangefinder.catalogue.CatalogueFiles.file;
import static dev.rangefinder.catalogue.CatalogueFiles.founding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An exported catalogue is complete: once it is loaded into an empty database, its export has the same bytes. */
@QuarkusTest
@TestProfile(LoadingProfile.class)
class RoundTripTest extends EmptyCatalogue {

    /** Texts that YAML readers take for something else, or that need escapes. */
    private static final List<String> ODD_TEXTS = List.of(
            "no",
            "yes",
            "true",
            "null",
            "~",
            "0123",
            "1e3",
            "0x1F",
            "10:06:30",
            "2022-05-23",
            ".5",
            "=",
            "<<",
            "- a",
            "a: b",
            ": ",
            "a #b",
            "# a",
            "{a: b}",
            "[a]",
            "&a",
            "*a",
            "!a",
            "%a",
            "@a",
            "`a`",
            "|",
            ">-",
            "?",
            "'",
            "\"",
            "it's",
            "\"quoted\"",
            "\\",
            "\\n",
            " leading",
            "\tleading",
            "trailing ",
            "\nleading",
            "two\nlines\n\n",
            "windows\r\n",
            "mac\r",
            "tab\tbed",
            "\u0001\u001f\u007f",
            "\u0085\u00a0\u2028\u2029",
            "\ufeff\ufffe\uffff",
            "蔡司",
            "😀",
            "e\u0301",
            "---",
            "...",
            "a".repeat(3_000),
            "word ".repeat(600) + "end");

    @Inject
    CatalogueLoader loader;

    /** Loads a file, and returns the export, which is the same after a load into an empty database. */
    private String exportOf(CatalogueFile file) throws SQLException, IOException {
        loader.load(file);
        String exported = export(ExportFormat.YAML);
        clear();
        loader.load(file(exported));
        assertEquals(exported, export(ExportFormat.YAML));
        return exported;
    }

    private static CatalogueFile complete() {
        return new CatalogueFile(
                "complete.yaml", () -> RoundTripTest.class.getResourceAsStream("/catalogue/complete.yaml"));
    }

    @Test
    void foundingCatalogueIsExportedAsItWasLoaded() throws SQLException, IOException {
        String exported = exportOf(founding());
        assertEquals(281, content(file(exported)).records("markets").size());
        assertEquals(870, new Claims().countIn(content(file(exported))));
    }

    @Test
    void everyKeyAndEveryConstantIsExported() throws SQLException, IOException {
        Fields exported = content(file(exportOf(complete())));
        FormatCoverage coverage = new FormatCoverage();
        coverage.add(Format.FILE, exported);
        assertEquals(new TreeSet<>(), coverage.missing());
    }

    @Test
    void textIsExportedAsItIs() throws SQLException, IOException {
        String speakers = IntStream.range(0, ODD_TEXTS.size())
                .mapToObj(i -> """
                      - slug: s%d
                        name: S
                        role: "%2$s"
                        claims: [{citation: C9, property: role, value: "%2$s"}]
                    """.formatted(100 + i, escaped(ODD_TEXTS.get(i))))
                .collect(Collectors.joining("", "speakers:\n", ""));
        Fields exported = content(file(exportOf(file(BASICS + speakers))));
        assertEquals(
                ODD_TEXTS,
                exported.records("speakers").stream()
                        .map(speaker -> speaker.text("role"))
                        .toList());
    }

    private static String escaped(String text) {
        return text.chars().mapToObj(unit -> String.format("\\u%04x", unit)).collect(Collectors.joining());
    }

    @Test
    void recordsAreInTheOrderOfTheirNaturalKeys() throws SQLException, IOException {
        Fields exported = content(file(exportOf(complete())));
        assertEquals(List.of("A1", "A2", "Z1"), names(exported, "citations", "key"));
        assertEquals(List.of("001", "002", "XA"), names(exported, "markets", "code"));
        assertEquals(List.of("glass", "phone"), names(exported, "brands", "slug"));
        assertEquals(
                List.of("phone-1 001 null", "phone-1 XA null", "phone-2 XA null", "phone-2 XA Carrier"),
                exported.records("launches").stream()
                        .map(launch -> launch.text("device")
                                + ' '
                                + launch.text("market")
                                + ' '
                                + launch.optionalText("seller"))
                        .toList());
        assertEquals(List.of("001", "002"), exported.records("markets").get(2).values("parents"));
        assertEquals(
                List.of("IMAGING", "HANDSETS", "OPTICS", "CAMERAS"),
                exported.records("brands").get(1).values("makes"),
                "the order of these values is part of the catalogue");
    }

    private static List<String> names(Fields file, String list, String key) {
        return file.records(list).stream().map(record -> record.text(key)).toList();
    }

    @Test
    void emptyCatalogueIsExportedAsAnEmptyFile() throws SQLException, IOException {
        assertEquals("{}\n", export(ExportFormat.YAML));
        assertEquals("", export(ExportFormat.JSON_LINES));
    }

    /** A reader of YAML reads each line as a file. */
    @Test
    void linesOfJsonHaveTheRecordsOfTheFile() throws SQLException, IOException {
        loader.load(complete());
        JsonObject joined = new JsonObject();
        export(ExportFormat.JSON_LINES).lines().map(JsonObject::new).forEach(line -> {
            Map.Entry<String, Object> list = line.iterator().next();
            assertEquals(1, line.size());
            assertEquals(1, ((JsonArray) list.getValue()).size());
            JsonArray records = joined.getJsonArray(list.getKey(), new JsonArray());
            joined.put(list.getKey(), records.addAll((JsonArray) list.getValue()));
        });
        String yaml = export(ExportFormat.YAML);
        clear();
        loader.load(file(joined.encode()));
        assertEquals(yaml, export(ExportFormat.YAML));
    }

    /** Tags and booleans are the only values without quotes. */
    @Test
    void valuesAreQuotedInOneStyle() throws SQLException, IOException {
        loader.load(complete());
        String yaml = export(ExportFormat.YAML);
        assertTrue(yaml.contains("  - code: \"001\"\n    name: \"World\"\n"), yaml);
        assertTrue(yaml.contains("    ongoing: false\n    productBrands: [\"Zeta\", \"Alpha\"]\n"), yaml);
        assertTrue(
                yaml.contains("amount: {from: \"1.50\", to: \"1000\", toExcluded: true, currency: \"USD\"}\n"), yaml);
        assertTrue(yaml.contains("      - {citation: \"A1\", property: \"kind\", value: \"MODEL\"}\n"), yaml);
        assertTrue(!yaml.contains(": '") && !yaml.contains("- '"), yaml);
    }

    /** Counts the claims in a file. */
    private static final class Claims {

        int countIn(Part part) {
            if (part instanceof Listing list) {
                return list.items().stream().mapToInt(this::countIn).sum();
            }
            return part instanceof Fields fields
                    ? fields.records("claims").size()
                            + fields.parts().values().stream()
                                    .mapToInt(this::countIn)
                                    .sum()
                    : 0;
        }
    }
}

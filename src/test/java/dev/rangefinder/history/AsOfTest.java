package dev.rangefinder.history;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.errorCode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.SqlWriting;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries as of a moment: the catalogue as it was known then. */
@QuarkusTest
class AsOfTest extends SqlWriting {

    private static final String NAME = "query ($slug: String!, $revision: Int, $at: DateTime)"
            + " @asOf(revision: $revision, knownAt: $at) { catalogue { revision } brand(slug: $slug) { name } }";

    /** Tables that no query reads. */
    private static final String UNREADABLE =
            "'announced_change', 'changed_subject', 'executed_mutation', 'flyway_schema_history', 'search_name', 'search_spelling'";

    private final CatalogueData data = new CatalogueData();

    private void rename(StoredRow brand, String name) throws SQLException {
        writer.execute("update brand set name = '" + name + "' where id = " + brand.key());
        writer.commit();
    }

    /** The current revision, as a variable. */
    private Map<String, Integer> revision() throws SQLException {
        return Map.of("revision", currentRevision());
    }

    /** The time of the current revision, as a variable. */
    private Map<String, String> time() throws SQLException {
        String time = writer.text(
                "select to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from catalogue");
        writer.rollback();
        return Map.of("at", time);
    }

    private static String nameOf(StoredRow brand, Map<String, ?> moment) {
        return data(NAME, variables(brand, moment)).at("/brand/name").asText("none");
    }

    private static Map<String, ?> variables(StoredRow row, Map<String, ?> moment) {
        Map<String, Object> variables = new HashMap<>(moment);
        variables.put("slug", row.name());
        return variables;
    }

    @Test
    void queryReadsTheCatalogueOfARevision() throws SQLException {
        Map<String, Integer> before = revision();
        StoredRow brand = data.brand("brand").save();
        Map<String, Integer> added = revision();
        rename(brand, "Renamed");
        Map<String, Integer> renamed = revision();
        data.delete(brand);

        assertEquals("none", nameOf(brand, before));
        assertEquals("brand", nameOf(brand, added));
        assertEquals("Renamed", nameOf(brand, renamed));
        assertEquals("none", nameOf(brand, revision()));
        assertEquals(
                added.get("revision"),
                data(NAME, variables(brand, added)).at("/catalogue/revision").asInt());
    }

    @Test
    void objectThatAChangeHasLeftAsItWasIsThatOfEarlierMoments() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        Map<String, Integer> added = revision();
        writer.execute("update brand set name = 'Renamed' where id = " + brand.key());
        rename(brand, "brand");
        Map<String, Integer> changed = revision();
        rename(brand, "Renamed");

        assertTrue(changed.get("revision") > added.get("revision"));
        assertEquals("brand", nameOf(brand, added));
        assertEquals("brand", nameOf(brand, changed));
        assertEquals("Renamed", nameOf(brand, revision()));
    }

    /** The keys of its links are updated by foreign keys, and others are derived before those updates are logged. */
    @Test
    void deviceThatGetsAnotherMakerAndDateAtOnceIsThatOfEarlierMoments() throws SQLException {
        StoredRow maker = data.brand("maker").save();
        StoredRow other = data.brand("other").save();
        StoredRow device =
                data.device("device", maker).with("released_on", "2021").save();
        Map<String, Integer> before = revision();
        writer.execute("update device set released_on = '2022', brand_id = %d where id = %d"
                .formatted(other.key(), device.key()));
        writer.execute("update claim set value = '2022' where value = '2021' and device_id = " + device.key());
        writer.execute("update claim set value = '%s' where value = '%s' and device_id = %d"
                .formatted(other.name(), maker.name(), device.key()));
        writer.commit();

        String document = "query ($slug: String!, $revision: Int) @asOf(revision: $revision)"
                + " { brand(slug: $slug) { devices { totalCount } } }";
        assertEquals(
                1,
                data(document, variables(maker, before))
                        .at("/brand/devices/totalCount")
                        .asInt());
        assertEquals(
                0,
                data(document, variables(maker, revision()))
                        .at("/brand/devices/totalCount")
                        .asInt());
    }

    @Test
    void queryReadsWhatWasKnownAtATime() throws SQLException {
        Map<String, String> before = time();
        StoredRow brand = data.brand("brand").save();
        Map<String, String> added = time();
        rename(brand, "Renamed");

        assertEquals("none", nameOf(brand, before));
        assertEquals("brand", nameOf(brand, added));
        assertEquals("Renamed", nameOf(brand, time()));
        assertEquals("none", nameOf(brand, Map.of("at", "2001-02-03T04:05:06+02:00")));
    }

    @Test
    void catalogueWasEmptyBeforeItsFirstRevision() {
        assertEquals(
                GraphQLClient.json("{brands: {totalCount: 0}, claims: {nodes: []}, changes: {totalCount: 0}}"),
                data(
                        "query @asOf(revision: 0) { brands { totalCount } claims { nodes { id } } changes { totalCount } }"));
    }

    @Test
    void documentIsReadAsOfTheExtension() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        Map<String, Integer> added = revision();
        rename(brand, "Renamed");
        String document = "{ brand(slug: \"" + brand.name() + "\") { name } }";

        assertEquals("Renamed", nameBy(Map.of("query", document)));
        assertEquals("brand", nameBy(Map.of("query", document, "extensions", Map.of("asOf", added))));
    }

    private static String nameBy(Map<String, ?> request) {
        return GraphQLClient.send(request).extract().path("data.brand.name");
    }

    @Test
    void relationsAndHistoryAreThoseOfTheMoment() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        StoredRow event = data.event("event").about(brand).save();
        String document = "query ($slug: String!, $revision: Int) @asOf(revision: $revision) { brand(slug: $slug) {"
                + " events { nodes { slug history { nodes { kind properties { name after } } } } }"
                + " history { nodes { kind } } claims { totalCount } timeline { totalCount } } }";
        Map<String, ?> variables = variables(brand, revision());
        String then = data(document, variables).toString();
        writer.execute("update claim set value = value || '-2' where value = '" + brand.name() + "'");
        writer.execute("update brand set name = 'Renamed', slug = slug || '-2' where id = " + brand.key());
        writer.commit();
        data.delete(event);

        assertEquals(then, data(document, variables).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            revision: 999999999                          | REVISION_NOT_REACHED
            knownAt: "2999-01-01T00:00:00Z"              | MOMENT_IN_FUTURE
            revision: -1                                 | BAD_USER_INPUT
            revision: null                               | BAD_USER_INPUT
            revision: 1, knownAt: "2024-01-01T00:00:00Z" | BAD_USER_INPUT
            knownAt: "yesterday"                         | GRAPHQL_VALIDATION_FAILED
            knownAt: "99999-01-01T00:00:00Z"             | GRAPHQL_VALIDATION_FAILED
            revision: "1"                                | GRAPHQL_VALIDATION_FAILED
            on: "2024"                                   | GRAPHQL_VALIDATION_FAILED
            """)
    void impossibleMomentIsRejected(String arguments, String code) {
        assertEquals(code, errorCode("query @asOf(" + arguments + ") { brands { totalCount } }"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { brands { totalCount } }               | 5                       | BAD_REQUEST
            { brands { totalCount } }               | {}                      | BAD_USER_INPUT
            { brands { totalCount } }               | {"revision": 1.5}       | BAD_REQUEST
            { brands { totalCount } }               | {"knownAt": "yesterday"} | BAD_REQUEST
            { brands { totalCount } }               | {"revision": 999999999} | REVISION_NOT_REACHED
            query @asOf(revision: 1) { __typename } | {"revision": 1}         | BAD_USER_INPUT
            mutation { apply(changes: []) { revision } } | {"revision": 1}    | UNAUTHENTICATED
            """)
    void impossibleExtensionIsRejected(String document, String extension, String code) {
        Map<String, ?> extensions = Map.of("asOf", GraphQLClient.json(extension));
        assertEquals(
                code,
                GraphQLClient.send(Map.of("query", document, "extensions", extensions))
                        .extract()
                        .path("errors[0].extensions.code"));
    }

    @Test
    void everyTableAndViewHasACounterpart() throws SQLException {
        String relations = "select string_agg(relname, ' ' order by relname) from pg_class"
                + " where relnamespace = '%s'::regnamespace and relkind in ('r', 'v') and relname not in (" + UNREADABLE
                + ")";
        String present = writer.text(relations.formatted("public"));
        for (String schema : List.of("asof", "validon", "asof_validon")) {
            assertEquals(present, writer.text(relations.formatted(schema)), schema);
        }
    }
}

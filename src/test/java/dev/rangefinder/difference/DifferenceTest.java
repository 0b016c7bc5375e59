package dev.rangefinder.difference;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.errorCode;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.SqlWriting;
import dev.rangefinder.StoredRow;
import dev.rangefinder.node.GlobalId;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs about an object between two moments. */
@QuarkusTest
class DifferenceTest extends SqlWriting {

    private static final String OF_OBJECT = """
        query ($id: ID!, $from: Int!, $to: Int!) {
          diff(id: $id, from: {revision: $from}, to: {revision: $to}) {
            kind existedBefore existsAfter properties { name before after }
          }
        }\
        """;

    private static final String CLAIMS = """
        query ($id: ID!, $from: Int!) {
          diff(id: $id, from: {revision: $from}) {
            kind claims { totalCount nodes { kind type node { id } properties { name before after } } }
          }
        }\
        """;

    private final CatalogueData data = new CatalogueData();

    private void change(String sql) throws SQLException {
        writer.execute(sql);
        writer.commit();
    }

    private static String rename(StoredRow row, String name) {
        return "update " + row.table() + " set name = '" + name + "' where id = " + row.key();
    }

    private static JsonNode difference(StoredRow row, int from, int to) {
        return data(OF_OBJECT, Map.of("id", row.id(), "from", from, "to", to)).get("diff");
    }

    private JsonNode difference(StoredRow row, int from) throws SQLException {
        return difference(row, from, currentRevision());
    }

    private static JsonNode revised(String properties) {
        return json("{kind: 'CHANGED', existedBefore: true, existsAfter: true, properties: " + properties + "}");
    }

    private static final JsonNode UNCHANGED =
            json("{kind: 'UNCHANGED', existedBefore: true, existsAfter: true, properties: []}");

    @Test
    void propertiesThatDifferHaveTheirValuesAtBothMoments() throws SQLException {
        StoredRow brand = data.brand("maker").save();
        int first = currentRevision();
        change(rename(brand, "Second"));
        int second = currentRevision();
        change(rename(brand, "Third"));
        int third = currentRevision();
        assertEquals(revised("[{name: 'name', before: 'maker', after: 'Second'}]"), difference(brand, first, second));
        assertEquals(revised("[{name: 'name', before: 'Second', after: 'Third'}]"), difference(brand, second, third));
        assertEquals(revised("[{name: 'name', before: 'maker', after: 'Third'}]"), difference(brand, first, third));
    }

    @Test
    void changeThatWasTakenBackIsNoDifference() throws SQLException {
        StoredRow brand = data.brand("maker").save();
        int before = currentRevision();
        change(rename(brand, "renamed"));
        change(rename(brand, "maker"));
        assertEquals(UNCHANGED, difference(brand, before));
    }

    @Test
    void nothingDiffersBetweenARevisionAndItself() throws SQLException {
        StoredRow brand = data.brand("maker").save();
        assertEquals(UNCHANGED, difference(brand, currentRevision()));
    }

    @Test
    void linksToOthersAreProperties() throws SQLException {
        StoredRow one = data.brand("one").save();
        StoredRow two = data.brand("two").save();
        StoredRow event = data.event("congress").about(one).about(two).save();
        int before = currentRevision();
        change("delete from event_brand where event_id = %d and brand_id = %d".formatted(event.key(), one.key()));
        assertEquals(
                revised("[{name: 'brands', before: '%s, %s', after: '%2$s'}]".formatted(one.name(), two.name())),
                difference(event, before));
    }

    @Test
    void objectIsAddedAndRemoved() throws SQLException {
        int before = currentRevision();
        StoredRow brand = data.brand("maker").save();
        int between = currentRevision();
        data.delete(brand);
        int after = currentRevision();
        String values =
                "[{name: 'slug', %1$s: '%3$s', %2$s: null}, {name: 'name', %1$s: 'maker', %2$s: null}, {name: 'makes', %1$s: 'HANDSETS', %2$s: null}, {name: 'standing', %1$s: 'RUMOURED', %2$s: null}, {name: 'citation', %1$s: '%4$s', %2$s: null}]";
        assertEquals(
                json("{kind: 'ADDED', existedBefore: false, existsAfter: true, properties: "
                        + values.formatted("after", "before", brand.name(), data.unique("evidence")) + "}"),
                difference(brand, before, between));
        assertEquals(
                json("{kind: 'REMOVED', existedBefore: true, existsAfter: false, properties: "
                        + values.formatted("before", "after", brand.name(), data.unique("evidence")) + "}"),
                difference(brand, between, after));
        JsonNode absent = json("{kind: 'UNCHANGED', existedBefore: false, existsAfter: false, properties: []}");
        assertEquals(absent, difference(brand, before, after));
        assertEquals(absent, difference(brand, after, after));
        assertEquals(absent, difference(brand, before, before));
    }

    @Test
    void objectThatWasRestoredUnderItsIdDiffersInItsValues() throws SQLException {
        StoredRow brand = data.brand("maker").save();
        int before = currentRevision();
        data.delete(brand);
        int removed = currentRevision();
        change("""
                insert into brand (id, slug, name) overriding system value values (%1$d, '%2$s', 'Restored');
                insert into claim (source_id, standing, brand_id)
                    select id, 'RUMOURED', %1$d from citation where key = '%3$s'\
                """.formatted(brand.key(), brand.name(), data.unique("evidence")));
        assertEquals("REMOVED", difference(brand, before, removed).get("kind").asText());
        assertEquals("ADDED", difference(brand, removed).get("kind").asText());
        assertEquals(
                revised(
                        "[{name: 'name', before: 'maker', after: 'Restored'}, {name: 'makes', before: 'HANDSETS', after: null}]"),
                difference(brand, before));
    }

    @Test
    void slugThatChangesHandsDiffersForBothObjects() throws SQLException {
        StoredRow one = data.brand("one").save();
        StoredRow two = data.brand("two").save();
        int before = currentRevision();
        change("update brand set slug = '%s' where id = %d".formatted(data.unique("old"), one.key()));
        change("update brand set slug = '%s' where id = %d".formatted(one.name(), two.key()));
        assertEquals(
                revised("[{name: 'slug', before: '%s', after: '%s'}]".formatted(one.name(), data.unique("old"))),
                difference(one, before));
        assertEquals(
                revised("[{name: 'slug', before: '%s', after: '%s'}]".formatted(two.name(), one.name())),
                difference(two, before));
        assertEquals(
                json("{brand: {diff: {nodeId: '%s'}}}".formatted(two.id())),
                data(
                        "query ($slug: String!, $from: Int) { brand(slug: $slug) { diff(from: {revision: $from}) { nodeId } } }",
                        Map.of("slug", one.name(), "from", before)));
    }

    @Test
    void claimsThatCameAndWentAreShownWithWhatTheySayAndSaid() throws SQLException {
        StoredRow citation = data.citation("report").save();
        StoredRow brand = data.brand("maker").save();
        StoredRow gone = data.claim(citation, brand)
                .with("property", "motive")
                .with("value", "fame")
                .save();
        StoredRow revised = data.claim(citation, brand).with("property", "plan").save();
        data.claim(citation, brand).with("property", "same").save();
        int before = currentRevision();
        data.delete(gone);
        StoredRow come = data.claim(citation, brand)
                .with("property", "motive")
                .with("value", "money")
                .save();
        change("update claim set standing = 'RETRACTED' where id = " + revised.key());
        JsonNode claims = data(CLAIMS, Map.of("id", brand.id(), "from", before)).at("/diff");
        assertEquals("CHANGED", claims.get("kind").asText());
        String values =
                "[{name: 'citation', %1$s: '%3$s', %2$s: null}, {name: 'standing', %1$s: 'REPORTED', %2$s: null}, {name: 'likelihood', %1$s: 'STATED', %2$s: null}, {name: 'property', %1$s: 'motive', %2$s: null}, {name: 'value', %1$s: '%4$s', %2$s: null}, {name: 'foreseen', %1$s: 'false', %2$s: null}, {name: 'effectsAreOpen', %1$s: 'false', %2$s: null}, {name: 'supports', %1$s: 'true', %2$s: null}, {name: 'subject', %1$s: '%5$s', %2$s: null}]";
        assertEquals(
                json("[{kind: 'REMOVED', type: 'Claim', node: null, properties: "
                        + values.formatted("before", "after", citation.name(), "fame", brand.id())
                        + "}, {kind: 'CHANGED', type: 'Claim', node: {id: '" + revised.id()
                        + "'}, properties: [{name: 'standing', before: 'REPORTED', after: 'RETRACTED'}]}, {kind: 'ADDED', type: 'Claim', node: {id: '"
                        + come.id() + "'}, properties: "
                        + values.formatted("after", "before", citation.name(), "money", brand.id()) + "}]"),
                claims.at("/claims/nodes"));
        assertEquals(3, claims.at("/claims/totalCount").asInt());
    }

    @Test
    void claimOfWhichOnlyTheEffectsDifferIsShown() throws SQLException {
        StoredRow citation = data.citation("report").save();
        StoredRow brand = data.brand("maker").save();
        StoredRow affected = data.brand("affected").save();
        StoredRow claim = data.claim(citation, brand).with("property", "plan").save();
        data.claim(citation, brand).with("property", "same").save();
        int before = currentRevision();
        data.effect(claim, affected).save();

        assertEquals(
                json(
                        "{kind: 'CHANGED', claims: {totalCount: 1, nodes: [{kind: 'CHANGED', type: 'Claim', node: {id: '%s'},"
                                        .formatted(claim.id())
                                + " properties: [{name: 'effects', before: null, after: 'AFFECTED %s'}]}]}}"
                                        .formatted(affected.name())),
                data(CLAIMS, Map.of("id", brand.id(), "from", before)).get("diff"));
    }

    @Test
    void revisionsAreThoseOfTheMoments() throws SQLException {
        StoredRow brand = data.brand("maker").save();
        int revision = currentRevision();
        String time = writer.text("""
                select to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from catalogue\
                """);
        writer.rollback();
        change(rename(brand, "renamed"));
        JsonNode found = data("""
                        query ($id: ID!, $from: DateTime!) {
                          diff(id: $id, from: {knownAt: $from}) { from { revision at } to { revision } kind }
                        }\
                        """, Map.of("id", brand.id(), "from", time)).get("diff");
        assertEquals(revision, found.at("/from/revision").asInt());
        assertEquals(
                time.replaceFirst("0+Z$", "Z"), found.at("/from/at").asText().replaceFirst("0+Z$", "Z"));
        assertEquals(revision + 1, found.at("/to/revision").asInt());
        assertEquals("CHANGED", found.get("kind").asText());
    }

    @Test
    void operationAsOfAMomentComparesUpToThatMoment() throws SQLException {
        StoredRow brand = data.brand("maker").save();
        int first = currentRevision();
        change(rename(brand, "second"));
        int second = currentRevision();
        change(rename(brand, "third"));
        String document = """
            query ($id: ID!, $from: Int!, $now: Int!) @asOf(revision: $now) {
              diff(id: $id, from: {revision: $from}) { to { revision } properties { after } }
            }\
            """;
        assertEquals(
                json("{to: {revision: %d}, properties: [{after: 'second'}]}".formatted(second)),
                data(document, Map.of("id", brand.id(), "from", first, "now", second))
                        .get("diff"));
        assertEquals(
                "REVISION_NOT_REACHED",
                errorCode(document, Map.of("id", brand.id(), "from", second + 1, "now", second)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from: {revision: 999999999}                          | REVISION_NOT_REACHED
            from: {revision: 1}, to: {revision: 999999999}       | REVISION_NOT_REACHED
            from: {knownAt: "2999-01-01T00:00:00Z"}              | MOMENT_IN_FUTURE
            from: {revision: 1}, to: {revision: 0}               | BAD_USER_INPUT
            from: {revision: 1}, to: {knownAt: "2001-01-01T00:00:00Z"} | BAD_USER_INPUT
            from: {revision: -1}                                 | BAD_USER_INPUT
            from: {revision: 1, knownAt: "2024-01-01T00:00:00Z"} | BAD_USER_INPUT
            from: {}                                             | BAD_USER_INPUT
            from: {revision: null}                               | BAD_USER_INPUT
            to: {revision: 1}                                    | GRAPHQL_VALIDATION_FAILED
            from: {knownAt: "yesterday"}                         | GRAPHQL_VALIDATION_FAILED
            """)
    void impossibleMomentIsRejected(String moments, String code) {
        StoredRow brand = data.brand("maker").save();
        String arguments = "id: \"" + brand.id() + "\", " + moments;
        assertEquals(code, errorCode("{ diff(" + arguments + ") { kind } }"));
    }

    @Test
    void momentOfNullIsRejected() {
        StoredRow brand = data.brand("maker").save();
        assertEquals(
                "BAD_USER_INPUT",
                errorCode(
                        "query ($id: ID!, $from: Int) { diff(id: $id, from: {revision: $from}) { kind } }",
                        Map.of("id", brand.id())));
    }

    @ParameterizedTest
    @CsvSource({
        "Brand:999999999, NODE_NOT_FOUND",
        "HistoryEntry:1, INVALID_ID",
        "Nothing:1, INVALID_ID",
        "?, INVALID_ID"
    })
    void unknownObjectIsRejected(String id, String code) {
        String encoded = id.contains(":") ? GlobalId.encode(id.split(":")[0], Long.parseLong(id.split(":")[1])) : id;
        assertEquals(
                code,
                errorCode("query ($id: ID!) { diff(id: $id, from: {revision: 0}) { kind } }", Map.of("id", encoded)));
    }

    @Test
    void everythingIsNewSinceTheEmptyCatalogue() {
        StoredRow brand = data.brand("maker").save();
        assertEquals(
                json("{diff: {from: {revision: 0, at: null}, kind: 'ADDED'}}"),
                data(
                        "query ($id: ID!) { diff(id: $id, from: {revision: 0}) { from { revision at } kind } }",
                        Map.of("id", brand.id())));
    }

    @Test
    void onlyPartnershipsHaveANeighbourhood() {
        StoredRow brand = data.brand("maker").save();
        assertEquals(
                json(
                        "{diff: {neighbourhood: null, claims: {nodes: [{claims: {totalCount: 0}, neighbourhood: null}]}}}"),
                data("""
                        query ($id: ID!) {
                          diff(id: $id, from: {revision: 0}) {
                            neighbourhood { totalCount }
                            claims { nodes { claims { totalCount } neighbourhood { totalCount } } }
                          }
                        }\
                        """, Map.of("id", brand.id())));
    }

    @Test
    void differencesOfSeveralObjectsAreReadTogether() throws SQLException {
        StoredRow parent = data.brand("parent").save();
        List<StoredRow> brands = List.of(
                data.brand("a").ownedBy(parent).save(),
                data.brand("b").ownedBy(parent).save(),
                data.brand("c").ownedBy(parent).save());
        int before = currentRevision();
        change(rename(brands.get(1), "renamed"));
        JsonNode answer = GraphQLClient.answer("""
                query ($slug: String!, $from: Int!) {
                  brand(slug: $slug) {
                    subBrands { nodes {
                      diff(from: {revision: $from}) { kind properties { after } claims { nodes { kind } } }
                    } }
                  }
                }\
                """, Map.of("slug", parent.name(), "from", before));
        JsonNode none = json("{diff: {kind: 'UNCHANGED', properties: [], claims: {nodes: []}}}");
        List<JsonNode> found = new ArrayList<>();
        answer.at("/data/brand/subBrands/nodes").forEach(found::add);
        assertEquals(
                List.of(
                        none,
                        json("{diff: {kind: 'CHANGED', properties: [{after: 'renamed'}], claims: {nodes: []}}}"),
                        none),
                found);
        assertEquals(7, answer.at("/extensions/cost/statements").asInt(), answer::toString);
    }
}

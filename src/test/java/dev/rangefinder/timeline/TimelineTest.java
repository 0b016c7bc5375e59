package dev.rangefinder.timeline;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The timelines of partnerships and brands. */
@QuarkusTest
class TimelineTest {

    private static final String DATES = """
        query ($slug: String!, $first: Int, $after: String, $last: Int, $before: String, $filter: TimelineEntryFilter) {
          partnership(slug: $slug) {
            timeline(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
              totalCount edges { cursor node { kind on } } pageInfo { hasNextPage hasPreviousPage endCursor startCursor }
            }
          }
        }""";

    private final CatalogueData data = new CatalogueData();
    private StoredRow partnership;
    private StoredRow partner;
    private StoredRow maker;

    @BeforeEach
    void fill() {
        partnership = data.partnership("p")
                .with("signed_on", "2015")
                .with("announced_on", "2015-10")
                .with("started_on", "2016-02-01")
                .with("ended_on", "2022-03")
                .save();
        partner = data.brand("partner").save();
        maker = data.brand("maker").save();
        data.member(partnership, partner, "IMAGING_PARTNER")
                .with("joined_on", "2015-11")
                .save();
        data.member(partnership, maker, "HANDSET_MAKER")
                .with("left_on", "2022-03-30")
                .save();
        StoredRow device = data.device("d", maker)
                .with("announced_on", "2016-04-06")
                .with("released_on", "2016-04-16")
                .resultingFrom(partnership)
                .save();
        data.launch(device, data.country().save())
                .with("announced_on", "2016-05")
                .with("launched_on", "2016-06")
                .save();
        data.figure(data.region().save(), "2020-Q3").about(maker).save();
        data.event("e").with("on_date", "2019-05").about(maker).save();
        data.claim(data.citation("C").save(), partnership)
                .with("property", "endedOn")
                .with("foreseen", true)
                .with("expected_on", "2021")
                .save();
    }

    @Test
    void timelineOfAPartnershipHasAllDatedFactsInOrder() {
        assertEquals(json("""
                        [{kind: 'SIGNING', on: '2015'}, {kind: 'ANNOUNCEMENT', on: '2015-10'}, {kind: 'MEMBER_JOINED', on: '2015-11'},
                         {kind: 'START', on: '2016-02-01'}, {kind: 'DEVICE_ANNOUNCED', on: '2016-04-06'},
                         {kind: 'DEVICE_RELEASED', on: '2016-04-16'}, {kind: 'LAUNCH_ANNOUNCED', on: '2016-05'},
                         {kind: 'LAUNCH', on: '2016-06'}, {kind: 'EVENT', on: '2019-05'}, {kind: 'FIGURE', on: '2020'},
                         {kind: 'EXPECTATION', on: '2021'}, {kind: 'END', on: '2022-03'}, {kind: 'MEMBER_LEFT', on: '2022-03-30'}]"""), nodes(timeline(Map.of("slug", partnership.name()))));
    }

    @Test
    void brandsHaveTheTimelinesOfTheirPartnershipsAndDevices() {
        assertEquals(
                Set.of(
                        "SIGNING",
                        "ANNOUNCEMENT",
                        "START",
                        "END",
                        "MEMBER_JOINED",
                        "DEVICE_ANNOUNCED",
                        "DEVICE_RELEASED",
                        "LAUNCH_ANNOUNCED",
                        "LAUNCH",
                        "EXPECTATION"),
                kindsOf(partner));
        assertEquals(
                Set.of(
                        "SIGNING",
                        "ANNOUNCEMENT",
                        "START",
                        "END",
                        "MEMBER_LEFT",
                        "DEVICE_ANNOUNCED",
                        "DEVICE_RELEASED",
                        "LAUNCH_ANNOUNCED",
                        "LAUNCH",
                        "EXPECTATION",
                        "FIGURE",
                        "EVENT"),
                kindsOf(maker));
    }

    private static Set<String> kindsOf(StoredRow brand) {
        return new TreeSet<>(data(
                        "query ($slug: String!) { brand(slug: $slug) { timeline(first: 50) { nodes { kind } } } }",
                        Map.of("slug", brand.name()))
                .findValuesAsText("kind"));
    }

    @Test
    void entriesAreFilteredByKindAndDate() {
        assertEquals(
                json("[{kind: 'LAUNCH', on: '2016-06'}, {kind: 'END', on: '2022-03'}]"),
                nodes(timeline(Map.of(
                        "slug",
                        partnership.name(),
                        "filter",
                        Map.of("kind", Map.of("in", List.of("END", "LAUNCH")))))));
        assertEquals(
                json("[{kind: 'LAUNCH', on: '2016-06'}, {kind: 'EVENT', on: '2019-05'}]"),
                nodes(timeline(Map.of(
                        "slug", partnership.name(),
                        "filter", Map.of("on", Map.of("gte", "2016-06", "lt", "2020"))))));
    }

    @Test
    void entriesArePagedInBothDirections() {
        List<JsonNode> forwards = new ArrayList<>();
        String after = null;
        do {
            JsonNode page = timeline(
                    after == null
                            ? Map.of("slug", partnership.name(), "first", 4)
                            : Map.of("slug", partnership.name(), "first", 4, "after", after));
            nodes(page).forEach(forwards::add);
            after = page.at("/pageInfo/hasNextPage").asBoolean()
                    ? page.at("/pageInfo/endCursor").asText()
                    : null;
        } while (after != null);
        List<JsonNode> backwards = new ArrayList<>();
        String before = null;
        do {
            JsonNode page = timeline(
                    before == null
                            ? Map.of("slug", partnership.name(), "last", 4)
                            : Map.of("slug", partnership.name(), "last", 4, "before", before));
            List<JsonNode> found = new ArrayList<>();
            nodes(page).forEach(found::add);
            backwards.addAll(0, found);
            before = page.at("/pageInfo/hasPreviousPage").asBoolean()
                    ? page.at("/pageInfo/startCursor").asText()
                    : null;
        } while (before != null);
        assertEquals(13, forwards.size());
        assertEquals(forwards, backwards);
    }

    @Test
    void entryLeadsToItsSubjectAndItsEvidence() {
        assertEquals(
                json("""
                        {partnership: {timeline: {totalCount: 2, nodes: [
                            {property: 'launchedOn', subject: {__typename: 'Launch', launchedOn: '2016-06'},
                                claims: [{value: '2016-06', citation: {key: '%1$s'}}]},
                            {property: 'endedOn', subject: {__typename: 'Partnership'},
                                claims: [{value: null, citation: {key: '%2$s'}}]}]}}}""".formatted(data.unique("evidence"), data.unique("C"))),
                data("""
                        query ($slug: String!) {
                          partnership(slug: $slug) {
                            timeline(filter: {kind: {in: [LAUNCH, EXPECTATION]}}) {
                              totalCount
                              nodes {
                                property subject { __typename ... on Launch { launchedOn } } claims { value citation { key } }
                              }
                            }
                          }
                        }""", Map.of("slug", partnership.name())));
    }

    private static JsonNode timeline(Map<String, Object> variables) {
        return data(DATES, variables).at("/partnership/timeline");
    }

    private static JsonNode nodes(JsonNode page) {
        return json(page.get("edges").findValues("node").toString());
    }
}

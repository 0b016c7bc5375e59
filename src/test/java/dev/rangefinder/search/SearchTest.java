package dev.rangefinder.search;

import static dev.rangefinder.GraphQLClient.answer;
import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.errorCode;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import dev.rangefinder.Writer;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects are found by their names. */
@QuarkusTest
class SearchTest {

    private static final String SEARCH = """
        query ($query: String!, $types: [SearchType!], $first: Int, $after: String, $last: Int, $before: String) {
          search(query: $query, types: $types, first: $first, after: $after, last: $last, before: $before) {
            edges { cursor stage node { displayName } textMatches { property text highlights { start end } } }
            nodes { displayName }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }""";

    private final CatalogueData data = new CatalogueData();

    /** A word of letters that no other test uses. No second word begins with its last letter, which would complete a part of it. */
    private final String word = letters(9) + 'x';

    private static String letters(int length) {
        return ThreadLocalRandom.current()
                .ints(length, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private StoredRow brand(String name) {
        return data.brand(letters(12)).with("name", name).save();
    }

    private StoredRow device(String name, StoredRow brand) {
        return data.device(letters(12), brand).with("name", name).save();
    }

    private static JsonNode search(String query) {
        return search(Map.of("query", query));
    }

    private static JsonNode search(Map<String, ?> arguments) {
        return data(SEARCH, arguments).get("search");
    }

    private static List<String> found(JsonNode connection) {
        return connection.get("nodes").findValuesAsText("displayName");
    }

    private static List<String> found(String query) {
        return found(search(query));
    }

    private static List<String> stages(String query) {
        return search(query).get("edges").findValuesAsText("stage");
    }

    @Test
    void exactMatchesPrecedePrefixesThenWordsThenCorrectedWords() {
        brand(word.substring(0, 9) + " Optics");
        brand("Carl " + word);
        brand(word + " Camera");
        brand(word);
        assertEquals(List.of(word, word + " Camera", "Carl " + word, word.substring(0, 9) + " Optics"), found(word));
        assertEquals(List.of("EXACT", "PREFIX", "WORD", "FUZZY"), stages(word));
    }

    @Test
    void everyTypeIsFoundByItsNamesInTheOrderOfTypes() {
        StoredRow citation = data.citation("c").with("title", word + " seven").save();
        data.speaker("s").with("name", word + " six").save();
        data.event("e").with("name", word + " five").save();
        data.country().with("name", word + " four").save();
        StoredRow brand = brand(word + " one");
        device(word + " three", brand);
        data.partnership("p").with("name", word + " two").save();
        List<String> numbers = List.of("one", "two", "three", "four", "five", "six", "seven");
        assertEquals(numbers.stream().map(number -> word + " " + number).toList(), found(word));
        assertEquals(List.of(word + " seven"), found(citation.name()));
        assertEquals(
                List.of(word + " two", word + " six"),
                found(search(Map.of("query", word, "types", List.of("SPEAKER", "PARTNERSHIP")))));
    }

    @Test
    void spacesPunctuationCaseAndMarksDoNotMatter() {
        brand("Ünï-" + word + " 12S");
        for (String query :
                List.of("uni " + word + "12s", "UNI" + word + " 12s", "(Ünï) " + word + "/12S", "ｕｎｉ" + word + "12ｓ")) {
            assertEquals(List.of("EXACT"), stages(query), query);
        }
    }

    @Test
    void aliasesModelCodesAndCodesOfVariantsAreNames() {
        StoredRow brand = brand(word);
        data.alias(brand, "alias").with("text", word + "ian").save();
        StoredRow device = device("Phone " + word, brand);
        data.alias(device, "code")
                .with("text", "SM-" + word)
                .with("kind", "MODEL_CODE")
                .save();
        data.variant(device, "V-" + word + "-256").save();
        assertEquals(word, found(word + "IAN").get(0));
        assertEquals(List.of("Phone " + word), found("sm" + word));
        assertEquals(List.of("Phone " + word), found("v" + word + "256"));
    }

    @Test
    void devicesAreFoundByTheBrandsWhoseWorkTheyCarry() {
        StoredRow maker = brand("Maker" + word);
        StoredRow partner = brand("Partner" + word);
        StoredRow partnership = data.partnership("p").save();
        data.member(partnership, partner, "IMAGING_PARTNER").save();
        StoredRow device = data.device("d", maker)
                .with("name", "Phone" + word)
                .resultingFrom(partnership)
                .save();
        assertEquals(List.of("Phone" + word), found("partner" + word + " phone"));
        assertEquals(List.of("Phone" + word), found("phone" + word + " maker" + word + " partner" + word));
        assertEquals(
                json("""
                        [{property: 'name', text: 'Phone%1$s', highlights: [{start: 0, end: 5}]},
                         {property: 'brand', text: 'Partner%1$s', highlights: [{start: 0, end: 17}]}]""".formatted(word)), search("partner" + word + " phone").at("/edges/0/textMatches"));
        data.delete(device);
        assertEquals(List.of(), found("partner" + word + " phone"));
    }

    @Test
    void oneCharacterOfAScriptWithoutSpacesIsEnough() {
        String sign = Character.toString(ThreadLocalRandom.current().nextInt(0x20000, 0x2a000));
        StoredRow brand = brand(word);
        data.alias(brand, "alias").with("text", "徕" + sign + "相机").save();
        assertEquals(List.of(word), found(sign));
        assertEquals(List.of(word), found(sign + "相"));
        assertEquals(
                json("[{property: 'aliases', text: '徕" + sign + "相机', highlights: [{start: 1, end: 4}]}]"),
                search(sign + "相").at("/edges/0/textMatches"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pro", "ultraviolet", "Über", "12345", "p60", "x1b2c3", "дом5", "abж5", "徕卡"})
    void everyBeginningOfAWordFindsItsNames(String last) {
        brand(word + " " + last);
        for (int length = 2; length <= last.length(); length++) {
            String query = last.substring(0, length) + " " + word;
            assertEquals(List.of(word + " " + last), found(query), query);
            assertEquals(List.of("WORD"), stages(query), query);
        }
    }

    @Test
    void beginningsFindNamesHoweverManyWordsBeginSo() {
        Set<String> names = new TreeSet<>();
        for (char letter = 'a'; letter < 'm'; letter++) {
            names.add("Optics " + word + letter);
            brand("Optics " + word + letter);
            assertEquals(names, new TreeSet<>(found(word + " optics")));
        }
        String longest = letters(50);
        brand("Optics " + word + longest);
        assertEquals(List.of("Optics " + word + longest), found(word + longest + " optics"));
    }

    @Test
    void nothingIsCorrectedToShortWords() {
        brand(word + " abc");
        brand(word + " defg");
        assertEquals(List.of(word + " defg"), found("defgh " + word));
        assertEquals(List.of(), found("abcd " + word));
    }

    @ParameterizedTest
    @CsvSource({"0 5, 6 10", "0 1, 2 10", "0 4, 5 9"})
    void wordsWithMissingLettersAreCorrected(String first, String second) {
        brand(word);
        String query = part(first) + part(second);
        assertTrue(found(query).contains(word), query);
        assertEquals(
                json("[{property: 'name', text: '" + word + "', highlights: [{start: 0, end: 10}]}]"),
                search(query).at("/edges/0/textMatches"));
    }

    private String part(String range) {
        String[] bounds = range.split(" ");
        return word.substring(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[1]));
    }

    @Test
    void exchangedWrongAndAddedLettersAreCorrected() {
        brand(word);
        char[] exchanged = word.toCharArray();
        exchanged[4] = word.charAt(5);
        exchanged[5] = word.charAt(4);
        for (String query :
                List.of(new String(exchanged), word.substring(0, 4) + 'é' + word.substring(5), word + "é")) {
            assertTrue(found(query).contains(word), query);
        }
    }

    @Test
    void offsetsCountCodeUnitsOfTheOriginalText() {
        brand("📷 É́" + word + " Ⅻ");
        assertEquals(
                json("[{start: 3, end: 15}, {start: 16, end: 17}]"),
                search("xii e" + word).at("/edges/0/textMatches/0/highlights"));
    }

    @Test
    void pagesAreTheSameInBothDirections() {
        StoredRow brand = brand(word);
        data.inOneTransaction(() -> {
            IntStream.range(0, 5).forEach(i -> device(word + " " + i, brand));
            IntStream.range(0, 5).forEach(i -> device("A " + word + " " + i, brand));
            IntStream.range(0, 5).forEach(i -> device(word.substring(1) + " " + i, brand));
        });
        List<String> all = found(search(Map.of("query", word, "first", 100)));
        assertEquals(16, all.size(), all::toString);
        for (int size = 1; size <= 4; size++) {
            assertEquals(all, forwards(size));
            assertEquals(all, backwards(size));
        }
    }

    private List<String> forwards(int size) {
        List<String> names = new ArrayList<>();
        Map<String, Object> arguments = new HashMap<>(Map.of("query", word, "first", size));
        JsonNode page;
        do {
            page = search(arguments);
            assertEquals(names.size() > 0, page.at("/pageInfo/hasPreviousPage").asBoolean());
            names.addAll(found(page));
            arguments.put("after", page.at("/pageInfo/endCursor").asText());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        return names;
    }

    private List<String> backwards(int size) {
        List<String> names = new ArrayList<>();
        Map<String, Object> arguments = new HashMap<>(Map.of("query", word, "last", size));
        JsonNode page;
        do {
            page = search(arguments);
            assertEquals(names.size() > 0, page.at("/pageInfo/hasNextPage").asBoolean());
            List<String> reversed = found(page);
            Collections.reverse(reversed);
            names.addAll(reversed);
            arguments.put("before", page.at("/pageInfo/startCursor").asText());
        } while (page.at("/pageInfo/hasPreviousPage").asBoolean());
        Collections.reverse(names);
        return names;
    }

    @Test
    void cursorsBelongToOneQueryAndItsTypes() {
        brand(word);
        String cursor = search(word).at("/edges/0/cursor").asText();
        assertEquals("INVALID_CURSOR", errorCode(SEARCH, Map.of("query", word + "x", "after", cursor)));
        assertEquals(
                "INVALID_CURSOR",
                errorCode(SEARCH, Map.of("query", word, "types", List.of("BRAND"), "before", cursor)));
        assertEquals(List.of(), found(search(Map.of("query", word.toUpperCase(), "after", cursor))));
    }

    @Test
    void namesFollowChangesBySql() throws SQLException {
        StoredRow brand = brand(word);
        StoredRow alias =
                data.alias(brand, "alias").with("text", word + "alias").save();
        data.rename(brand, "Renamed" + word);
        assertEquals(List.of("Renamed" + word), found("renamed" + word));
        assertEquals(List.of("Renamed" + word), found(word + "alias"));
        try (Writer writer = new Writer()) {
            writer.execute("update alias set text = '" + word + "other' where id = " + alias.key());
            writer.commit();
        }
        assertEquals(List.of("Renamed" + word), found(word + "other"));
        data.delete(alias);
        assertEquals(List.of(), found(word + "other"));
        data.delete(brand);
        assertEquals(List.of(), found("renamed" + word));
    }

    /** Whatever tests have changed before, in whatever way. */
    @Test
    void namesAreThoseOfTheCatalogue() throws SQLException {
        brand(word);
        assertEquals(Set.of(), CatalogueData.names("""
                select place || ' ' || text from (
                    (select place, key, property, text, brands from named_object
                     except all
                     select place, key, property, text, brands from search_name)
                    union all
                    (select place, key, property, text, brands from search_name
                     except all
                     select place, key, property, text, brands from named_object)) n\
                """));
    }

    @Test
    void everyTypeWithANameCanBeSearched() {
        JsonNode named = data("{ __type(name: \"Named\") { possibleTypes { name } } }");
        JsonNode types = data("{ __type(name: \"SearchType\") { enumValues { name } } }");
        assertEquals(
                new TreeSet<>(types.findValuesAsText("name")),
                named.findValuesAsText("name").stream()
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void resultsAreOneStatementAndOneForEachTypeOfNodes() {
        StoredRow brand = brand(word);
        IntStream.range(0, 5).forEach(i -> device(word + " " + i, brand));
        JsonNode answer = answer(
                "query ($query: String!) { search(query: $query) { nodes { displayName id } } }",
                Map.of("query", word));
        assertTrue(answer.path("errors").isMissingNode(), answer::toPrettyString);
        assertEquals(6, answer.at("/data/search/nodes").size());
        assertEquals(3, answer.at("/extensions/cost/statements").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!?", "a\u0000b", "a\tb", "\u0085", "a b c d e f g h i j k"})
    void queriesThatNothingCanMatchAreRejected(String query) {
        assertEquals("BAD_USER_INPUT", errorCode(SEARCH, Map.of("query", query)));
    }

    @Test
    void longQueriesAreRejectedWithTheirLength() {
        assertEquals(
                "`query` must have at most 100 characters, but has 10000.",
                answer(SEARCH, Map.of("query", "x".repeat(10_000)))
                        .at("/errors/0/message")
                        .asText());
        assertEquals(List.of(), found("📷".repeat(90) + word));
    }

    @Test
    void searchAsOfAMomentIsRejected() {
        String document = "query ($query: String!) @asOf(revision: 1) { search(query: $query) { edges { stage } } }";
        assertEquals("AS_OF_NOT_SUPPORTED", errorCode(document, Map.of("query", word)));
    }

    @Test
    void emptyListOfTypesAndPagesOfWrongSizesAreRejected() {
        assertEquals("BAD_USER_INPUT", errorCode(SEARCH, Map.of("query", word, "types", List.of())));
        assertEquals("INVALID_PAGE_SIZE", errorCode(SEARCH, Map.of("query", word, "first", 101)));
        assertEquals("BAD_USER_INPUT", errorCode(SEARCH, Map.of("query", word, "first", 1, "last", 1)));
    }

    /** Quotation marks, operators of tsquery and letters of patterns have no meaning. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'", "\\", "&", "|", ":*", "!", "<->", "%", "_", "#1", "~", "(", "\"", "\u2028", "\u1680", "\ufeff",
                "ß", "İ", "\ufdfa", "\u0301"
            })
    void charactersWithAMeaningInSqlAreSeparators(String character) {
        brand(word);
        assertTrue(found(character + word + character).contains(word)
                || !stages(character + word + character).contains("EXACT"));
        assertEquals(List.of("EXACT"), stages(word + "'& | !"));
    }
}

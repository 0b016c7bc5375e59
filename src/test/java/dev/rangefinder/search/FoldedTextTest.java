package dev.rangefinder.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service folds a query as the database folds names. */
@QuarkusTest
class FoldedTextTest {

    @Inject
    DataSource database;

    private String compact(String text) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("select compact(spaced(?))")) {
            statement.setString(1, text);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    /** Whether a word divides letters shows in the highlights, so that lexemes are compared, too. */
    private String lexemes(String text) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select array_to_string(tsvector_to_array(lexemes_of(1::smallint, spaced(?), '')), ' ')")) {
            statement.setString(1, text);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Leica",
                "Voigtländer",
                "Straße",
                "ØRESUND",
                "Łódź",
                "İstanbul",
                "ﾗｲｶ",
                "ガラス",
                "ｶﾞ",
                "Ｌｅｉｃａ",
                "徕卡 P60",
                "한국",
                "Ⅻ ﬁ ℃",
                "ΣΊΣΥΦΟΣ",
                "Йод",
                "हिन्दी",
                "ไทย",
                "عربي",
                "A\u0301\u0327b",
                "📷 x",
                "½",
                "²",
                "A·B",
                "don’t",
                "Pro+",
                "12s",
                "mate60pro",
                "z̈",
                "ǆ",
                "ŉ"
            })
    void serviceAndDatabaseFoldAlike(String text) throws SQLException {
        assertEquals(compact(text), FoldedText.of(text).compact());
    }

    /** Later versions of Unicode have more characters, so that characters of the first version are compared. */
    @Test
    void serviceAndDatabaseFoldAllCommonCharactersAlike() throws SQLException {
        for (int block = 0x20; block < 0x3100; block += 0x20) {
            String characters = IntStream.range(block, block + 0x20)
                    .filter(Character::isDefined)
                    .filter(character -> Character.getType(character) != Character.CONTROL)
                    .mapToObj(character -> Character.toString(character) + ' ')
                    .collect(Collectors.joining());
            assertEquals(compact(characters), FoldedText.of(characters).compact(), Integer.toHexString(block));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mate60pro", "xiaomi12s", "p60", "Leitz-Phone 1", "35mm f1", "sm918b"})
    void serviceAndDatabaseDivideWordsAlike(String text) throws SQLException {
        List<String> words = FoldedText.of(text).words();
        assertEquals(
                words.stream().map(word -> '1' + word).collect(Collectors.toSet()),
                List.of(lexemes(text).split(" ")).stream().collect(Collectors.toSet()));
    }
}

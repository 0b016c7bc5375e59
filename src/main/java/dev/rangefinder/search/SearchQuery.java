package dev.rangefinder.search;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client searches for.
 *
 * @param text the folded query
 * @param types the types of objects, without repetitions and in order
 */
record SearchQuery(FoldedText text, List<SearchType> types) {

    private static final int MAX_CHARACTERS = 100;
    private static final int MAX_WORDS = 10;

    /**
     * Checks a query.
     *
     * @throws InputException with code {@code BAD_USER_INPUT} for one that nothing can match or that is too long
     */
    static SearchQuery of(String query, @Nullable List<SearchType> types) {
        int length = query.codePointCount(0, query.length());
        check(length <= MAX_CHARACTERS, "must have at most " + MAX_CHARACTERS + " characters, but has " + length);
        check(query.chars().noneMatch(Character::isISOControl), "must not contain control characters");
        FoldedText text = FoldedText.of(Normalizer.normalize(query, Normalizer.Form.NFC));
        check(!text.words().isEmpty(), "must contain a letter or a digit");
        int words = text.words().size();
        check(words <= MAX_WORDS, "must have at most " + MAX_WORDS + " words, but has " + words);
        if (types != null && types.isEmpty()) {
            throw new InputException(ErrorCode.BAD_USER_INPUT, "`types` is empty. Omit it to search for all types.");
        }
        Stream<SearchType> searched = types == null ? Stream.of(SearchType.values()) : types.stream();
        return new SearchQuery(text, searched.distinct().sorted().toList());
    }

    private static void check(boolean valid, String problem) {
        if (!valid) {
            throw new InputException(ErrorCode.BAD_USER_INPUT, "`query` " + problem + ".");
        }
    }

    /** The places of the types. */
    long[] places() {
        return types.stream().mapToLong(SearchType::place).toArray();
    }

    /** Identifies the search: equal for searches with the same results. */
    String identity() {
        return "search|" + text.words() + types;
    }
}

package dev.rangefinder.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text without regard to case, marks on letters and forms of the same character, with the offsets of its characters in the
 * original text. The functions of the database fold names in the same way.
 */
final class FoldedText {

    /** A character with its marks. The sound marks of halfwidth kana are letters of their own. */
    private static final Pattern CHARACTER = Pattern.compile("(?s).[\\p{M}\\uff9e\\uff9f]*");

    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f]+");
    private static final String UNSPACED =
            "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30fa"
                    + "\\u30fc-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\x{20000}-\\x{3ffff}]";
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[\\u0001-/:-`{-\\u00a9\\u00ab-\\u00b1\\u00b4-\\u00b8\\u00bb-\\u00bf"
                    + "\\u00d7\\u00f7\\u1680\\u180e\\u2000-\\u2bff\\u2e00-\\u2e7f\\u3000-\\u3004\\u3008-\\u3020\\u3030\\u303d-\\u303f\\u30fb\\ufe10-\\ufe6f\\ufeff]+"
                    + "|(?<=[a-z][a-z])(?=[0-9])|(?<=[0-9])(?=[a-z][a-z])"
                    + "|(?<=" + UNSPACED + ")(?=[0-9a-z])|(?<=[0-9a-z])(?=" + UNSPACED + ")");
    private static final Pattern CONTAINS_UNSPACED = Pattern.compile(UNSPACED);

    private final StringBuilder folded = new StringBuilder();
    private final List<TextMatchHighlight> origins = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();

    /** A word at an offset of the folded text. */
    private record Word(String text, int start) {}

    private FoldedText(String text) {
        Matcher characters = CHARACTER.matcher(text);
        while (characters.find()) {
            add(characters.group(), new TextMatchHighlight(characters.start(), characters.end()));
        }
        Matcher between = BETWEEN_WORDS.matcher(folded);
        int start = 0;
        while (between.find()) {
            addWord(start, between.start());
            start = between.end();
        }
        addWord(start, folded.length());
    }

    static FoldedText of(String text) {
        return new FoldedText(text);
    }

    private void add(String character, TextMatchHighlight origin) {
        String plain = MARKS.matcher(Normalizer.normalize(character, Normalizer.Form.NFKD))
                .replaceAll("");
        String composed = Normalizer.normalize(plain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String letters = composed.replace("ß", "ss")
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ı', 'i');
        folded.append(letters);
        letters.chars().forEach(unit -> origins.add(origin));
    }

    private void addWord(int start, int end) {
        if (start < end) {
            words.add(new Word(folded.substring(start, end), start));
        }
    }

    /** The words, in order. */
    List<String> words() {
        return words.stream().map(Word::text).toList();
    }

    /** The text without what divides its words. */
    String compact() {
        return String.join("", words());
    }

    /** The part of the original text with the first letters of its words, whatever divides them. */
    TextMatchHighlight beginning(int letters) {
        int remaining = letters;
        for (Word word : words) {
            if (remaining <= word.text.length()) {
                return part(words.get(0).start, word.start + remaining);
            }
            remaining -= word.text.length();
        }
        return part(words.get(0).start, folded.length());
    }

    /** The parts of the original text where words begin with a text. In scripts without spaces, a word can begin anywhere. */
    List<TextMatchHighlight> beginningsOfWords(String beginning) {
        boolean anywhere = CONTAINS_UNSPACED.matcher(beginning).find();
        List<TextMatchHighlight> found = new ArrayList<>();
        for (Word word : words) {
            int at = word.text.indexOf(beginning);
            if (at == 0 || at > 0 && anywhere) {
                found.add(part(word.start + at, word.start + at + beginning.length()));
            }
        }
        return found;
    }

    private TextMatchHighlight part(int start, int end) {
        return new TextMatchHighlight(
                origins.get(start).start(), origins.get(end - 1).end());
    }
}

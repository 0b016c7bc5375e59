package dev.rangefinder.search;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds what a query matches in the texts of an object.
 *
 * @param query the folded query
 * @param stage the stage that has found the object
 * @param corrections the words that those of the query were corrected to
 */
record SearchMatcher(FoldedText query, SearchStage stage, List<String> corrections) {

    TextMatch match(String property, String text) {
        return new TextMatch(property, text, highlights(FoldedText.of(text)));
    }

    private List<TextMatchHighlight> highlights(FoldedText text) {
        return switch (stage) {
            case EXACT, PREFIX -> List.of(text.beginning(query.compact().length()));
            case WORD, FUZZY ->
                Stream.concat(query.words().stream(), corrections.stream())
                        .flatMap(word -> text.beginningsOfWords(word).stream())
                        .sorted(Comparator.comparing(TextMatchHighlight::start).thenComparing(TextMatchHighlight::end))
                        .distinct()
                        .toList();
        };
    }
}

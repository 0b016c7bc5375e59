package dev.rangefinder.engine;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Mutates documents in one or a few places, which makes most of them invalid. */
final class DocumentMutator {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern TOKEN =
            Pattern.compile("\"\"\"(?:\\\\\"\"\"|[^\\\\])*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"" + "|\\.\\.\\.|" + NAME
                    + "|-?\\d[\\w.+-]*|\\S");

    private static final List<String> TEXTS = linesOf("texts");
    private static final List<String> BROKEN_TEXTS = linesOf("broken-texts");
    private static final List<String> VALUES = linesOf("values");
    private static final List<String> DIRECTIVES = linesOf("directives");
    private static final List<String> SELECTIONS = linesOf("selections");
    private static final List<String> MERGES = linesOf("merges");
    private static final List<String> DEFINITIONS = linesOf("definitions");
    private static final List<String> OTHERS = List.of(
            "{", "}", "(", ")", "[", "]", ":", "=", "!", "|", "&", "$", "@", "...", "..", ";", "?", "%", "'", "\\",
            "#c\n", "#\r", "\n", "\r", ",", "\ufeff", "\u2028", "\u2029", "\u00a0", "\u000b", "\u0000", "é");

    private final SeededRandom draw;
    private final List<String> names;

    /** Chooses the mutations at random, and inserts names of a schema in the wrong places. */
    DocumentMutator(List<String> names, SeededRandom draw) {
        this.names = names;
        this.draw = draw;
    }

    /** The names in the definitions of a schema. */
    static List<String> namesIn(String sdl) {
        return NAME.matcher(sdl).results().map(MatchResult::group).distinct().toList();
    }

    private static List<String> linesOf(String file) {
        try {
            return Files.readAllLines(Path.of("src", "test", "resources", "documents", file + ".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a document with a few mutations. */
    String change(String document) {
        List<String> tokens =
                TOKEN.matcher(document).results().map(MatchResult::group).collect(toCollection(ArrayList::new));
        for (int changes = draw.percent(80) ? 1 : draw.between(2, 4); changes > 0; changes--) {
            change(tokens, draw.between(0, tokens.size() - 1));
        }
        return String.join(draw.oneOf(" ", " ", "\n", "\r\n", ", "), tokens);
    }

    private void change(List<String> tokens, int i) {
        switch (draw.between(0, 19)) {
            case 0 -> tokens.set(i, draw.oneOf(draw.oneOf(TEXTS, VALUES, OTHERS, names)));
            case 1 -> tokens.add(i, draw.oneOf(draw.oneOf(TEXTS, VALUES, OTHERS, names)));
            case 2 -> tokens.add(i, tokens.get(i));
            case 3 -> tokens.add(draw.between(0, tokens.size() - 1), tokens.remove(i));
            case 4, 5 -> addAfter(tokens, i, Pattern.compile("\\{"), draw.oneOf(SELECTIONS));
            case 6, 7 -> addAfter(tokens, i, Pattern.compile("\\{"), merged());
            case 8, 9 ->
                addAfter(tokens, i, Pattern.compile("\\)|__typename|name|id|\\.\\.\\."), draw.oneOf(DIRECTIVES));
            case 10, 11, 12, 13 -> tokens.add(draw.percent(50) ? 0 : tokens.size(), definition());
            case 14, 15 -> describe(tokens);
            case 16 -> tokens.set(find(tokens, i, NAME), draw.percent(70) ? draw.oneOf(names) : draw.oneOf(tokens));
            default -> replaceValue(tokens, i);
        }
    }

    private String merged() {
        return draw.oneOf(MERGES) + ' ' + draw.oneOf(MERGES);
    }

    private String definition() {
        return draw.percent(30) ? "query Z { node(id: 1) { " + merged() + " } }" : draw.oneOf(DEFINITIONS);
    }

    private void replaceValue(List<String> tokens, int i) {
        int colon = find(tokens, i, Pattern.compile("[:=]"));
        List<String> values = draw.percent(70) ? VALUES : draw.oneOf(TEXTS, BROKEN_TEXTS);
        tokens.set(Math.min(colon + 1, tokens.size() - 1), draw.oneOf(values));
    }

    private void addAfter(List<String> tokens, int i, Pattern token, String added) {
        tokens.add(find(tokens, i, token) + 1, added);
    }

    /** Adds descriptions, some of them in places where none are allowed. */
    private void describe(List<String> tokens) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (draw.percent(2) || draw.percent(60) && tokens.get(i).matches("query|fragment|\\$")) {
                tokens.add(i, draw.oneOf(draw.percent(97) ? TEXTS : BROKEN_TEXTS));
            }
        }
    }

    /** The index of the next token that matches, or the given index if none does. */
    private static int find(List<String> tokens, int from, Pattern kind) {
        for (int i = 0; i < tokens.size(); i++) {
            int at = (from + i) % tokens.size();
            if (kind.matcher(tokens.get(at)).matches()) {
                return at;
            }
        }
        return from;
    }
}

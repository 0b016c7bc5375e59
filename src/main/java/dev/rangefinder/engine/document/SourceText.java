package dev.rangefinder.engine.document;

import dev.rangefinder.engine.document.Lexer.Kind;
import dev.rangefinder.engine.document.Lexer.Token;
import java.util.List;
import java.util.Set;

/**
 * The text of a document, made ready for graphql-java's parser. That does not know the descriptions that executable
 * documents may have since September 2025 (GraphQL specification, section 2.2), takes a time for long numbers that grows
 * with the square of their length, knows only one of three ways to end a line, and accepts texts that are none.
 */
final class SourceText {

    private static final Set<String> DESCRIBED = Set.of("query", "mutation", "subscription", "fragment");

    private final String document;
    private final List<Token> tokens;
    private final StringBuilder parsable;
    private int copied;
    private int depth;
    private boolean inVariableDefinitions;

    private SourceText(String document, List<Token> tokens) {
        this.document = document;
        this.tokens = tokens;
        this.parsable = new StringBuilder(document.length());
    }

    /**
     * The text that graphql-java can parse: with blanks where there were descriptions, so that all else keeps its place, and
     * with line feeds at the ends of lines.
     *
     * @param most how many tokens a document may have; one with more is not changed, and rejected when it is parsed
     * @throws SourceException when there is something in it that no document can have
     */
    static String parsable(String document, int most) {
        String lines = document.indexOf('\r') < 0
                ? document
                : document.replace("\r\n", "\n").replace('\r', '\n');
        long mostDescribed = 2L * most; // each second one may be a description
        List<Token> tokens = Lexer.tokens(lines, mostDescribed);
        return tokens.size() > mostDescribed ? document : new SourceText(lines, tokens).parsable();
    }

    private String parsable() {
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.get(i).kind()) {
                case OTHER -> nest(i);
                case TEXT -> blankDescription(i);
                case NAME -> {} // may be any
            }
        }
        return parsable.append(document, copied, document.length()).toString();
    }

    private void nest(int i) {
        switch (document.charAt(tokens.get(i).start())) {
            case '(' -> {
                // Behind a name: that of an operation or what it is, but not that of a directive.
                inVariableDefinitions |= depth == 0 && isName(i - 1) && !is(i - 2, "@");
                depth++;
            }
            case '{', '[' -> depth++;
            case '}', ']', ')' -> {
                depth--;
                inVariableDefinitions &= depth > 0;
            }
            default -> {} // does not nest
        }
    }

    /** Whether a text describes what comes next. In front of a variable, it may be the default value of the one before. */
    private boolean isDescription(int i) {
        if (depth == 0) {
            return (i == 0 || is(i - 1, "}")) && isName(i + 1) && DESCRIBED.contains(text(tokens.get(i + 1)));
        }
        return inVariableDefinitions && depth == 1 && !is(i - 1, "=") && is(i + 1, "$");
    }

    /** Keeps the lines, and the columns of what follows. */
    private void blankDescription(int i) {
        if (isDescription(i)) {
            Token token = tokens.get(i);
            String lastLine = text(token).substring(text(token).lastIndexOf('\n') + 1);
            parsable.append(document, copied, token.start());
            text(token).chars().filter(character -> character == '\n').forEach(feed -> parsable.append('\n'));
            parsable.append(" ".repeat(lastLine.codePointCount(0, lastLine.length())));
            copied = token.end();
        }
    }

    private boolean isName(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).kind() == Kind.NAME;
    }

    private boolean is(int i, String punctuator) {
        return i >= 0 && i < tokens.size() && text(tokens.get(i)).equals(punctuator);
    }

    private String text(Token token) {
        return document.substring(token.start(), token.end());
    }
}

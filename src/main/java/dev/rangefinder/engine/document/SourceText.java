package dev.rangefinder.engine.document;

import dev.rangefinder.engine.document.Lexer.Kind;
import dev.rangefinder.engine.document.Lexer.Token;
import java.util.List;
import java.util.Set;

/**
 * Prepares the text of a document for graphql-java's parser, which does not support descriptions in executable documents (GraphQL
 * specification, September 2025, section 2.2), parses long numbers in quadratic time, recognizes only one of three line
 * terminators, and accepts invalid strings.
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
     * Returns a text that graphql-java can parse: descriptions are replaced by spaces, which preserves all locations, and line
     * terminators by line feeds.
     *
     * @param maxTokens the maximum number of tokens; a document with more is returned unchanged, and rejected by the parser
     * @throws SourceException when the document contains an invalid token
     */
    static String parsable(String document, int maxTokens) {
        String lines = document.indexOf('\r') < 0
                ? document
                : document.replace("\r\n", "\n").replace('\r', '\n');
        long limit = 2L * maxTokens; // every second token may be a description
        List<Token> tokens = Lexer.tokens(lines, limit);
        return tokens.size() > limit ? document : new SourceText(lines, tokens).parsable();
    }

    private String parsable() {
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.get(i).kind()) {
                case OTHER -> nest(i);
                case TEXT -> blankDescription(i);
                case NAME -> {} // copied as it is
            }
        }
        return parsable.append(document, copied, document.length()).toString();
    }

    private void nest(int i) {
        switch (document.charAt(tokens.get(i).start())) {
            case '(' -> {
                // After an operation type or name, but not after the name of a directive
                inVariableDefinitions |= depth == 0 && isName(i - 1) && !is(i - 2, "@");
                depth++;
            }
            case '{', '[' -> depth++;
            case '}', ']', ')' -> {
                depth--;
                inVariableDefinitions &= depth > 0;
            }
            default -> {} // not a bracket
        }
    }

    /** Whether a string is a description. A string before a variable may be the default value of the previous variable. */
    private boolean isDescription(int i) {
        if (depth == 0) {
            return (i == 0 || is(i - 1, "}")) && isName(i + 1) && DESCRIBED.contains(text(tokens.get(i + 1)));
        }
        return inVariableDefinitions && depth == 1 && !is(i - 1, "=") && is(i + 1, "$");
    }

    /** Preserves the lines and columns of the tokens that follow. */
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

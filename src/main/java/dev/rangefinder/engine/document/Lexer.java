package dev.rangefinder.engine.document;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.scalar.NumberLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a document into tokens: GraphQL specification, section 2.1. It rejects invalid text that graphql-java's lexer accepts.
 * Numbers, punctuators and invalid characters are one kind of token here, and left to the parser.
 */
final class Lexer {

    private static final String BLOCK = "\"\"\"";

    /** All tokens except strings. Repetitions are possessive and contain no alternatives, which would use stack. */
    private static final Pattern TOKEN = Pattern.compile("""
            (?<ignored>[ \\t\\r\\n,\\uFEFF]++|\\#[^\\r\\n]*+)\
            |(?<name>[_A-Za-z][_A-Za-z0-9]*+)\
            |(?<number>-?[0-9][0-9.]{0,1000}+(?:[eE][+-]?[0-9]*+)?)\
            |(?<separator>[\\u2028\\u2029])\
            |(?<other>[.]{3}|[^"])""");

    /** An escape sequence: section 2.9.4. Surrogates are valid only in pairs, and not in braces. */
    private static final Pattern ESCAPE = Pattern.compile("""
            \\\\(?:["\\\\/bfnrt]\
            |u(?![dD][89a-fA-F])X{4}\
            |u[dD][89abAB]XX\\\\u[dD][c-fC-F]XX\
            |u\\{0*(?:10X{4}|[1-9a-fA-F]X{4}|(?![dD][89a-fA-F])X{4}|X{1,3})})""".replace("X", "[0-9a-fA-F]"));

    enum Kind {
        NAME,
        TEXT,
        OTHER
    }

    /** A token with its start, inclusive, and its end, exclusive. */
    record Token(Kind kind, int start, int end) {}

    private final String document;
    private final Matcher token;
    private final Matcher escape;
    private final List<Token> tokens = new ArrayList<>();

    private Lexer(String document) {
        this.document = document;
        this.token = TOKEN.matcher(document);
        this.escape = ESCAPE.matcher(document);
    }

    /**
     * Returns the tokens of a document; only the first {@code limit + 1} if there are more.
     *
     * @throws SourceException when the document contains an invalid token
     */
    static List<Token> tokens(String document, long limit) {
        Lexer lexer = new Lexer(document);
        int position = 0;
        while (position < document.length() && lexer.tokens.size() <= limit) {
            position = lexer.next(position);
        }
        return lexer.tokens;
    }

    /** Adds a token, or skips ignored characters, and returns the end. */
    private int next(int start) {
        if (!token.region(start, document.length()).lookingAt()) {
            return add(Kind.TEXT, start, document.startsWith(BLOCK, start) ? endOfBlock(start) : endOfText(start));
        }
        if (token.start("ignored") == start) {
            return token.end();
        }
        if (token.start("separator") == start) {
            throw invalid("a line or paragraph separator outside of a string", start);
        }
        if (token.start("number") == start && NumberLimit.isExceeded(token.group())) {
            throw new SourceException(ErrorCode.NUMBER_TOO_LARGE, "A number " + NumberLimit.EXCEEDED, document, start);
        }
        return add(token.start("name") == start ? Kind.NAME : Kind.OTHER, start, token.end());
    }

    private int add(Kind kind, int start, int end) {
        tokens.add(new Token(kind, start, end));
        return end;
    }

    private int endOfBlock(int start) {
        int end = start + BLOCK.length();
        while (!document.startsWith(BLOCK, end)) {
            if (end >= document.length()) {
                throw invalid("an unterminated string", start);
            }
            end += document.startsWith('\\' + BLOCK, end) ? 1 + BLOCK.length() : 1;
        }
        return end + BLOCK.length();
    }

    private int endOfText(int start) {
        int end = start + 1;
        while (end < document.length() && "\"\r\n".indexOf(document.charAt(end)) < 0) {
            end = document.charAt(end) == '\\' ? endOfEscape(end) : end + 1;
        }
        if (!document.startsWith("\"", end)) {
            throw invalid("an unterminated string", start);
        }
        return end + 1;
    }

    private int endOfEscape(int start) {
        if (!escape.region(start, document.length()).lookingAt()) {
            throw invalid("an invalid escape sequence", start);
        }
        return escape.end();
    }

    private SourceException invalid(String what, int position) {
        return new SourceException(ErrorCode.GRAPHQL_PARSE_FAILED, "Invalid syntax: " + what, document, position);
    }
}

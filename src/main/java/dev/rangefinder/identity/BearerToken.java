package dev.rangefinder.identity;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads access tokens from {@code Authorization} headers: RFC 6750, section 2.1. */
final class BearerToken {

    /** The size of all headers is limited; this limit is for tokens in other messages. */
    private static final int MAX_LENGTH = 16_384;

    private static final Pattern BEARER = Pattern.compile("(?i:bearer)(?: +(.*))?", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++");

    private BearerToken() {}

    /**
     * The token in the values of the header; empty when there is none, or credentials of another scheme.
     *
     * @throws InputException when it is no signed JSON Web Token
     */
    static Optional<String> in(List<String> authorization) {
        if (authorization.isEmpty()) {
            return Optional.empty();
        }
        if (authorization.size() > 1) {
            throw rejected("The access token is ambiguous: there are several `Authorization` headers.");
        }
        Matcher bearer = BEARER.matcher(authorization.get(0));
        return bearer.matches() ? Optional.of(checked(bearer.group(1))) : Optional.empty();
    }

    private static String checked(String token) {
        if (token != null && token.length() > MAX_LENGTH) {
            throw rejected("The access token has more than " + MAX_LENGTH + " characters.");
        }
        if (token == null || !TOKEN.matcher(token).matches()) {
            throw rejected("The access token is not a signed JSON Web Token.");
        }
        return token;
    }

    /** The error for a token that is not accepted. */
    static InputException rejected(String message) {
        return new InputException(ErrorCode.UNAUTHENTICATED, message);
    }
}

package dev.rangefinder.identity;

import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;

/** Why an access token could not be verified. */
record TokenFailure(Throwable cause) {

    /** Whether the token itself was found to be invalid. Otherwise its issuer could not be asked. */
    boolean isInvalidToken() {
        return invalid().isPresent();
    }

    /** Whether its key is not among those of the issuer, as far as we know them. */
    boolean isUnknownKey() {
        return causes().anyMatch(UnresolvableKeyException.class::isInstance);
    }

    /** What is wrong with the token, for the client. */
    String message() {
        return "The access token " + invalid().map(TokenFailure::reason).orElse("is not valid.");
    }

    private static String reason(InvalidJwtException invalid) {
        if (invalid.hasErrorCode(ErrorCodes.EXPIRED)) {
            return "has expired.";
        }
        if (invalid.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
            return "is not valid yet.";
        }
        if (invalid.hasErrorCode(ErrorCodes.ISSUER_INVALID)) {
            return "is from another issuer.";
        }
        if (invalid.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)) {
            return "is for another audience.";
        }
        boolean isIncomplete = Stream.of(
                        ErrorCodes.EXPIRATION_MISSING,
                        ErrorCodes.ISSUED_AT_MISSING,
                        ErrorCodes.ISSUER_MISSING,
                        ErrorCodes.AUDIENCE_MISSING,
                        ErrorCodes.SUBJECT_MISSING)
                .anyMatch(invalid::hasErrorCode);
        return isIncomplete
                ? "lacks one of the claims `iss`, `aud`, `sub`, `iat` and `exp`."
                : "was not signed by its issuer.";
    }

    private Optional<InvalidJwtException> invalid() {
        return causes().filter(InvalidJwtException.class::isInstance)
                .map(InvalidJwtException.class::cast)
                .findFirst();
    }

    private Stream<Throwable> causes() {
        return Stream.iterate(cause, one -> one != null, Throwable::getCause);
    }
}

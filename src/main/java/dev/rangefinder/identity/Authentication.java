package dev.rangefinder.identity;

import dev.rangefinder.error.InputException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** Identifies callers by their access tokens. */
@Singleton
public final class Authentication {

    private static final Logger LOG = Logger.getLogger(Authentication.class);

    /** OpenID Connect Core 1.0, section 2. The log stores subjects, so they are texts that a database accepts. */
    private static final Pattern SUBJECT = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,255}");

    private final IssuerTenant issuer;
    private final IdentityConfig config;
    private final TokenVerifier verifier;
    private final Clock clock;

    Authentication(IssuerTenant issuer, IdentityConfig config, TokenVerifier verifier, Clock clock) {
        this.issuer = issuer;
        this.config = config;
        this.verifier = verifier;
        this.clock = clock;
    }

    /**
     * Identifies the caller of a request. The calling thread may have to wait for the issuer of the token.
     *
     * @param authorization the values of the {@code Authorization} header
     * @throws InputException when the token is not valid or cannot be verified, or there is none, and anonymous callers may not
     *     read
     */
    public Caller caller(List<String> authorization) {
        Optional<String> token = issuer.isEnabled() ? BearerToken.in(authorization) : Optional.empty();
        if (token.isPresent()) {
            return caller(verifier.verify(token.get()));
        }
        if (!config.anonymousReading()) {
            throw BearerToken.rejected(
                    "Reading requires an access token. Send it in the header `Authorization: Bearer …`.");
        }
        return Caller.ANONYMOUS;
    }

    private static Caller caller(SecurityIdentity identity) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        if (token.getSubject() == null || !SUBJECT.matcher(token.getSubject()).matches()) {
            throw BearerToken.rejected("The access token has a subject that is empty, too long or no text.");
        }
        return new Caller(
                token.getIssuer(),
                token.getSubject(),
                identity.getRoles().stream()
                        .map(Role::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    /** How long the access token of a caller is still valid; empty for an anonymous caller. */
    public Optional<Duration> lifetime(Caller caller) {
        return caller.isAnonymous()
                ? Optional.empty()
                : Optional.of(Duration.between(clock.instant(), caller.expiresAt()));
    }

    /** Whether anybody can be identified, so that operations that require a role can be executed. */
    public boolean isEnabled() {
        return issuer.isEnabled();
    }

    /** Logs that operations that require a role are rejected, if they are. To be called at the start. */
    public void reportIfDisabled(String rejected) {
        if (!isEnabled()) {
            LOG.info(rejected + " are not accepted, because rangefinder.identity.issuer has no value");
        }
    }
}

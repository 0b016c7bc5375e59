package dev.rangefinder.identity;

import dev.rangefinder.admission.RequestPermits;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Verifies access tokens with the keys of their issuer. Quarkus reads the keys at the start, or with the first token if the issuer
 * cannot be reached then, and again when a token has an unknown key.
 */
@Singleton
final class TokenVerifier {

    private static final Logger LOG = Logger.getLogger(TokenVerifier.class);

    /** How long a caller waits for the issuer. */
    private static final long TIMEOUT_SECONDS = 3;

    /** How long a caller waits while others ask an issuer that has not answered yet. */
    private static final long TURN_MILLISECONDS = 100;

    private final TenantIdentityProvider provider;
    private final Semaphore turn = new Semaphore(1);
    private volatile boolean connected;
    private volatile long unreachableSince = System.nanoTime() - IssuerTenant.REFRESH_INTERVAL.toNanos();

    TokenVerifier(TenantIdentityProvider provider) {
        this.provider = provider;
    }

    /**
     * Verifies a token.
     *
     * @throws InputException when it is not valid, or the issuer cannot be reached
     */
    SecurityIdentity verify(String token) {
        if (connected) {
            return await(provider.authenticate(new AccessTokenCredential(token)).subscribeAsCompletionStage());
        }
        takeTurn();
        try {
            return await(provider.authenticate(new AccessTokenCredential(token)).subscribeAsCompletionStage());
        } finally {
            turn.release();
        }
    }

    private void takeTurn() {
        RequestPermits.pause();
        try {
            if (turn.tryAcquire(TURN_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw unreachable();
    }

    private SecurityIdentity await(CompletableFuture<SecurityIdentity> verified) {
        if (!verified.isDone()) {
            RequestPermits.pause();
        }
        try {
            SecurityIdentity identity = verified.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            connected = true;
            return identity;
        } catch (ExecutionException e) {
            throw rejection(new TokenFailure(e.getCause()));
        } catch (TimeoutException e) {
            verified.cancel(true);
            throw rejection(new TokenFailure(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable();
        }
    }

    /** A key that is unknown while the issuer cannot be reached may be a new one. */
    private InputException rejection(TokenFailure failure) {
        boolean isUnreachable = !failure.isInvalidToken();
        if (isUnreachable) {
            unreachableSince = System.nanoTime();
            LOG.debug("An access token could not be verified", failure.cause());
        } else {
            connected = true;
        }
        boolean mayBeNewKey = failure.isUnknownKey()
                && System.nanoTime() - unreachableSince < IssuerTenant.REFRESH_INTERVAL.toNanos();
        return isUnreachable || mayBeNewKey ? unreachable() : BearerToken.rejected(failure.message());
    }

    private static InputException unreachable() {
        return new InputException(
                ErrorCode.UNAVAILABLE, "The issuer of access tokens cannot be reached at the moment. Try again soon.");
    }
}

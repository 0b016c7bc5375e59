package dev.rangefinder.identity;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Configures the verification of access tokens in Quarkus. Without an issuer, it stays disabled. Otherwise only signatures with
 * the asymmetric keys of the issuer are valid, because there is no secret.
 */
@Singleton
class IssuerTenant {

    /** How long a start waits for the issuer. */
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);

    /** How often a token with an unknown key makes us read the keys of the issuer again. Anybody can send such tokens. */
    static final Duration REFRESH_INTERVAL = Duration.ofSeconds(5);

    private final IdentityConfig config;
    private final Instance<LocalIssuer> local;

    IssuerTenant(IdentityConfig config, Instance<LocalIssuer> local) {
        this.config = config;
        this.local = local;
        if (isEnabled() && config.issuer().isPresent() && config.audience().isEmpty()) {
            throw new ConfigurationException(
                    "rangefinder.identity.audience: has no value. Without it, the service would"
                            + " accept every token of the issuer, also those for other services.");
        }
        if (!isEnabled() && !config.anonymousReading()) {
            throw new ConfigurationException("rangefinder.identity.anonymous-reading: is false, but nobody could read,"
                    + " because rangefinder.identity.issuer has no value.");
        }
    }

    /** Whether access tokens are accepted. */
    boolean isEnabled() {
        return config.issuer().isPresent() || local.isResolvable();
    }

    void configure(@Observes Oidc oidc) {
        if (config.issuer().isPresent()) {
            String issuer = config.issuer().get().toString();
            oidc.create(of(
                    OidcTenantConfig.authServerUrl(issuer),
                    issuer,
                    config.audience().orElseThrow()));
        } else if (local.isResolvable()) {
            LocalIssuer issuer = local.get();
            OidcTenantConfigBuilder builder = OidcTenantConfig.builder().publicKey(issuer.publicKey());
            oidc.create(of(builder, issuer.url(), issuer.audience()));
        }
    }

    private OidcTenantConfig of(OidcTenantConfigBuilder builder, String issuer, String audience) {
        return builder.applicationType(ApplicationType.SERVICE)
                .connectionTimeout(CONNECTION_TIMEOUT)
                .roles()
                .roleClaimPath(config.rolesClaim())
                .end()
                .token()
                .issuer(issuer)
                .audience(audience)
                .subjectRequired()
                .forcedJwkRefreshInterval(REFRESH_INTERVAL)
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end()
                .build();
    }
}

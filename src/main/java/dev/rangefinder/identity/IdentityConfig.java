package dev.rangefinder.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Configures which access tokens the service accepts. */
@ConfigMapping(prefix = "rangefinder.identity")
public interface IdentityConfig {

    /** The issuer of access tokens, exactly as they name it. Without one, no tokens are accepted. */
    Optional<@WithConverter(IssuerReader.class) URI> issuer();

    /** The name of this service in the audience of access tokens. Required with an issuer. */
    Optional<String> audience();

    /** The claim of access tokens that lists the roles: names of nested claims, separated by slashes. */
    @WithDefault("roles")
    String rolesClaim();

    /** Whether callers without an access token may read. */
    @WithDefault("true")
    boolean anonymousReading();
}

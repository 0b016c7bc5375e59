package dev.rangefinder.identity;

import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads the URL of an issuer: OpenID Connect Core 1.0, section 2. */
public final class IssuerReader implements Converter<URI> {

    private static final long serialVersionUID = 1;

    private static final Set<String> SCHEMES = Set.of("https", "http");

    @Override
    public URI convert(String value) {
        try {
            URI issuer = URI.create(value.strip());
            if (isUrl(issuer) && issuer.getRawQuery() == null && issuer.getRawFragment() == null) {
                return issuer;
            }
        } catch (IllegalArgumentException e) {
            // reported like any other value that is no URL
        }
        throw new IllegalArgumentException(
                "Expected the URL of an issuer, such as https://login.example/realms/catalogue");
    }

    private static boolean isUrl(URI issuer) {
        return issuer.getScheme() != null && SCHEMES.contains(issuer.getScheme()) && issuer.getHost() != null;
    }
}

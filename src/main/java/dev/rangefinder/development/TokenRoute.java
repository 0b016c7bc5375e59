package dev.rangefinder.development;

import dev.rangefinder.http.GraphQLRoute;
import dev.rangefinder.identity.IdentityConfig;
import dev.rangefinder.identity.Role;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Serves the tokens of the {@link DevelopmentIssuer}, with the command that uses one, and its metadata (OpenID Connect Discovery
 * 1.0). Pages of other origins can request a token, but not read it.
 */
@Singleton
@IfBuildProfile("dev")
public class TokenRoute {

    /** Where tokens are issued. */
    static final String PATH = "/q/token";

    private static final String KEYS = "/.well-known/jwks.json";
    private static final String ANSWER = """
        %s

        curl -H 'Content-Type: application/json' -H 'Authorization: Bearer %1$s' %s -d '{
          "query": "mutation($brand: RegisterBrandInput!) {registerBrand(input: $brand) {brand {slug standing} errors {__typename}}}",
          "variables": {"brand": {"slug": "my-brand", "name": "My brand", "makes": ["CAMERAS"],
                                  "claims": [{"citation": "C0", "states": ["all"]}]}}}'
        """;

    private final DevelopmentIssuer issuer;
    private final boolean enabled;

    TokenRoute(DevelopmentIssuer issuer, IdentityConfig config) {
        this.issuer = issuer;
        this.enabled = config.issuer().isEmpty();
    }

    void register(@Observes Router router) {
        if (enabled) {
            router.get(PATH).order(GraphQLRoute.ORDER).handler(this::issue);
            router.get(KEYS)
                    .order(GraphQLRoute.ORDER)
                    .handler(routing -> send(routing, "application/json", issuer.keySet()));
            router.get("/.well-known/openid-configuration")
                    .order(GraphQLRoute.ORDER)
                    .handler(routing -> send(routing, "application/json", metadata()));
        }
    }

    private String metadata() {
        return new JsonObject()
                .put("issuer", issuer.url())
                .put("jwks_uri", issuer.url() + KEYS)
                .encode();
    }

    private void issue(RoutingContext routing) {
        String[] names = routing.request().getParam("roles", "editor").split(",");
        Set<Role> roles =
                Stream.of(names).map(Role::of).flatMap(Optional::stream).collect(Collectors.toSet());
        if (roles.size() < names.length) {
            routing.response().setStatusCode(400);
            send(routing, "text/plain; charset=utf-8", "The roles are: editor, admin\n");
            return;
        }
        String token = issuer.token(routing.request().getParam("subject", "developer"), roles);
        send(routing, "text/plain; charset=utf-8", ANSWER.formatted(token, issuer.url() + GraphQLRoute.PATH));
    }

    private static void send(RoutingContext routing, String type, String content) {
        routing.response()
                .putHeader(HttpHeaderNames.CONTENT_TYPE, type)
                .putHeader(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(content);
    }
}

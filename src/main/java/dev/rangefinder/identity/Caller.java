package dev.rangefinder.identity;

import java.time.Instant;
import java.util.Set;

/**
 * Who sends a request.
 *
 * @param issuer who issued the access token; empty for an anonymous caller
 * @param subject the user or client that the issuer knows by this name; empty for an anonymous caller
 * @param roles the roles that the token lists
 * @param expiresAt when the token expires
 */
public record Caller(String issuer, String subject, Set<Role> roles, Instant expiresAt) {

    /** A caller without an access token. */
    public static final Caller ANONYMOUS = new Caller("", "", Set.of(), Instant.MAX);

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether the caller has no access token. */
    public boolean isAnonymous() {
        return subject.isEmpty();
    }

    /** Whether the caller has a role, or one that implies it. */
    public boolean has(Role role) {
        return roles.stream().anyMatch(one -> one.implies(role));
    }
}

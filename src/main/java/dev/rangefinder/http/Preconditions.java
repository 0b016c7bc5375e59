package dev.rangefinder.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.MultiMap;

/**
 * What must hold for a request to be answered with a body: RFC 9110, section 13.
 *
 * @param required the tags one of which the answer must have
 * @param known the tags of answers that the client has
 */
record Preconditions(EntityTags required, EntityTags known) {

    static Preconditions of(MultiMap headers) {
        return new Preconditions(
                EntityTags.of(headers.getAll(HttpHeaderNames.IF_MATCH)),
                EntityTags.of(headers.getAll(HttpHeaderNames.IF_NONE_MATCH)));
    }

    /** Whether an answer that has a tag will do. */
    boolean allow(String tag) {
        return allowUntagged() || required.contains(tag);
    }

    /** Whether an answer without a tag will do. */
    boolean allowUntagged() {
        return required.isEmpty() || required.isAny();
    }

    /** Whether the client has an answer already. */
    boolean isConditional() {
        return !known.isEmpty();
    }

    /** Whether the client has the answer with a tag. */
    boolean isKnown(String tag) {
        return known.containsWeakly(tag);
    }

    /** Whether the client has the answer with a tag, or whichever there is. */
    boolean isUnchanged(String tag) {
        return known.isAny() || isKnown(tag);
    }
}

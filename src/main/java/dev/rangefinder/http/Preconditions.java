package dev.rangefinder.http;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.MultiMap;

/**
 * The preconditions of a request: RFC 9110, section 13.
 *
 * @param ifMatch the tags one of which the answer must have
 * @param ifNoneMatch the tags of answers that the client has
 */
public record Preconditions(EntityTags ifMatch, EntityTags ifNoneMatch) {

    /** The preconditions in the headers of a request. */
    public static Preconditions of(MultiMap headers) {
        return new Preconditions(
                EntityTags.of(headers.getAll(HttpHeaderNames.IF_MATCH)),
                EntityTags.of(headers.getAll(HttpHeaderNames.IF_NONE_MATCH)));
    }

    /** Whether an answer with a tag may be sent. */
    public boolean allow(String tag) {
        return allowUntagged() || ifMatch.contains(tag);
    }

    /** Whether an answer without a tag may be sent. */
    boolean allowUntagged() {
        return ifMatch.isEmpty() || ifMatch.isAny();
    }

    /** Whether the client has an answer already. */
    boolean isConditional() {
        return !ifNoneMatch.isEmpty();
    }

    /** Whether the client has the answer with a tag. */
    boolean holds(String tag) {
        return ifNoneMatch.containsWeakly(tag);
    }

    /** Whether the client has the answer with a tag, or has sent {@code *}. */
    public boolean isUnchanged(String tag) {
        return ifNoneMatch.isAny() || holds(tag);
    }

    /** The failure of a precondition. */
    static InputException failure() {
        return new InputException(ErrorCode.PRECONDITION_FAILED, "The answer matches no entity tag in If-Match.");
    }
}

package dev.rangefinder.serving;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.observation.Observation;

/** Receives the answer to one request. Called on the thread that executes it. */
public interface Recipient {

    Observation observation();

    /** Cancelled when nobody waits for the answer any more. */
    Cancellation cancellation();

    /** The media type and coding of answers. */
    ResponseVariant variant();

    /** Whether the client has an answer, and requests a new one only if it has changed. */
    default boolean isConditional() {
        return false;
    }

    /** Whether the client has the answer with a tag, so that it need not be looked up. */
    default boolean holds(String tag) {
        return false;
    }

    /**
     * Sets the revision that the answer is from, before the answer itself.
     *
     * @param isFinal whether the answer never changes
     */
    default void setRevision(Revision revision, boolean isFinal) {}

    /** Sends the events in the answer to a request that subscribes. */
    void subscribe(Request request, Answer answer);

    /** Sends the errors of a request that was not executed. */
    void reject(Answer rejection);

    /** Sends an answer that must not be cached, and releases its content. */
    void answer(Answer answer, Content content);

    /** Sends content that may be cached under a tag, and releases it. */
    void answer(String tag, Content content);

    /** Responds that the answer the client {@linkplain #holds has} is current. */
    default void answerUnchanged(String tag) {
        throw new IllegalStateException("This recipient holds no answers");
    }
}

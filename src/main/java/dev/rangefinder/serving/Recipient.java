package dev.rangefinder.serving;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.Cancellation;
import dev.rangefinder.observation.Observation;

/** Who waits for the answer to one request. Called on the thread that answers it. */
public interface Recipient {

    /** What is seen of the request from outside. */
    Observation observation();

    /** Ends the operation when nobody waits for its answer any more. */
    Cancellation cancellation();

    /** The form in which a body is taken. */
    Variant variant();

    /** Whether an answer is there already, and another one is wanted only if that has changed. */
    default boolean isConditional() {
        return false;
    }

    /** Whether the answer with a tag is there already, so that there is no need to find it. */
    default boolean isKnown(String tag) {
        return false;
    }

    /** Takes note of the revision that the answer was read from. */
    default void tell(Revision revision) {}

    /** Takes word that the request was not executed. */
    void refuse(Answer refusal);

    /** Takes an answer that nobody may keep, and its content, which it releases. */
    void answer(Answer answer, Content content);

    /** Takes content that holds as long as its tag, and releases it. */
    void answer(String tag, Content content);

    /** Takes note that the answer is one that {@linkplain #isKnown is there already}. */
    default void answerUnchanged(String tag) {
        throw new IllegalStateException("There was no answer before.");
    }
}

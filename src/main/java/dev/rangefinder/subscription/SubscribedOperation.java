package dev.rangefinder.subscription;

import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.document.PreparedDocument;
import dev.rangefinder.engine.document.Request;
import java.util.Arrays;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A subscription whose events can be answered.
 *
 * @param request the request that subscribes
 * @param events what the client has subscribed to
 * @param requestId identifies the request in logs
 * @param client the connection of the client
 * @param selection identifies what the answer to an event depends on besides the event, so that subscriptions which differ only in
 *     the arguments of the root field, such as the cursor, share answers
 */
public record SubscribedOperation(
        Request request, Flow.Publisher<CatalogueEvent> events, String requestId, Object client, Object selection) {

    /** The subscription that a request begins, by its answer. */
    public static SubscribedOperation of(Request request, Answer answer, String requestId, Object client) {
        Request prepared = request.prepared(answer.document().orElse(null));
        return new SubscribedOperation(
                prepared, answer.events().orElseThrow(), requestId, client, selectionOf(prepared));
    }

    private static Object selectionOf(Request request) {
        @Nullable PreparedDocument document = request.document().prepared();
        return document == null || request.requestsCost() || document.isRestricted(request.operationName())
                ? new Object() // equal to no other
                : Arrays.asList(document.hash(), request.operationName(), document.variablesOfSelection(request));
    }
}

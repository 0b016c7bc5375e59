package dev.rangefinder.http;

import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.engine.Answer;
import dev.rangefinder.serving.AnswerEncoder;
import dev.rangefinder.serving.Content;
import dev.rangefinder.subscription.EventRecipient;
import dev.rangefinder.subscription.EventStream;
import dev.rangefinder.subscription.SubscribedOperation;
import dev.rangefinder.subscription.Subscriptions;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/**
 * A response of server-sent events: <a href="https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md">GraphQL over
 * Server-Sent Events Protocol</a>, "Distinct connections mode". The id of an event is its cursor, so that a browser which connects
 * again continues after it.
 */
final class EventResponse implements EventRecipient {

    /** The header by which a browser continues a stream of events: HTML, section 9.2.4. */
    static final CharSequence LAST_EVENT_ID = HttpHeaders.createOptimized("Last-Event-ID");

    private static final String COMPLETE = "event: complete\ndata:\n\n";

    /** Asks proxies that would collect the events, such as nginx, to pass them on at once. */
    private static final CharSequence UNBUFFERED = HttpHeaders.createOptimized("X-Accel-Buffering");

    private static final CharSequence NO = HttpHeaders.createOptimized("no");
    private static final Runnable NOTHING = () -> {};

    private final HttpServerResponse response;
    private final Context context;

    /**
     * Sends events as the body of a response.
     *
     * @param response a response without a body
     * @param context the event loop of its connection
     */
    EventResponse(HttpServerResponse response, Context context) {
        this.response = response;
        this.context = context;
    }

    /**
     * Sends the events of a subscription, from when the service has accepted it until the client disconnects.
     *
     * @param head writes the head of the response
     * @throws dev.rangefinder.error.InputException when there are too many subscriptions
     */
    void follow(SubscribedOperation operation, Subscriptions subscriptions, Runnable head) {
        EventStream stream = subscriptions.open(operation, this);
        response.closeHandler(closed -> stream.cancel());
        if (isOver()) {
            stream.cancel();
            return;
        }
        head.run();
        prepare();
        // An event follows only later, but the client should know that it has subscribed.
        context.runOnContext(now -> write(":\n\n"));
        operation.events().subscribe(stream);
    }

    private void prepare() {
        response.setChunked(true).putHeader(UNBUFFERED, NO);
    }

    /** Sends the answer of an operation that is no subscription, and releases it. */
    void answer(Content content) {
        prepare();
        context.runOnContext(now -> {
            next("", content, NOTHING);
            response.end(COMPLETE);
        });
    }

    @Override
    public void next(CatalogueEvent event, Content content, Runnable whenSent) {
        context.runOnContext(now -> next("id: " + event.cursor() + '\n', content, whenSent));
    }

    private void next(String id, Content content, Runnable whenSent) {
        if (isOver()) {
            content.release();
            return;
        }
        response.write("event: next\n" + id + "data: ");
        for (int i = 0; i < content.chunks(); i++) {
            response.write(content.chunk(i));
        }
        response.write("\n\n").onComplete(sent -> content.release());
        if (response.writeQueueFull()) {
            response.drainHandler(taken -> whenSent.run());
        } else {
            whenSent.run();
        }
    }

    @Override
    public void heartbeat(long revision) {
        context.runOnContext(now -> {
            if (!response.writeQueueFull()) {
                write(": revision " + revision + "\n\n");
            }
        });
    }

    /** Without an event that completes the subscription, the client knows that there are more. */
    @Override
    public void restart() {
        context.runOnContext(now -> {
            if (!isOver()) {
                response.end();
            }
        });
    }

    @Override
    public void end(@Nullable Answer failure) {
        context.runOnContext(now -> {
            if (failure != null) {
                next("", AnswerEncoder.encode(failure), NOTHING);
            }
            if (!isOver()) {
                response.end(COMPLETE);
            }
        });
    }

    private void write(String text) {
        if (!isOver()) {
            response.write(text);
        }
    }

    private boolean isOver() {
        return response.ended() || response.closed();
    }
}

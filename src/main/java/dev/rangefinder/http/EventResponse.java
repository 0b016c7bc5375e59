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
import io.vertx.core.http.HttpServerRequest;
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

    /** Asks proxies that would collect the events, such as nginx, to pass them on at once. */
    private static final CharSequence UNBUFFERED = HttpHeaders.createOptimized("X-Accel-Buffering");

    private static final CharSequence NO = HttpHeaders.createOptimized("no");

    private final HttpServerResponse response;
    private final Context context;
    private final EventWriter events;

    /**
     * Sends events as the body of a response.
     *
     * @param request a request whose response has no body yet
     * @param context the event loop of its connection
     */
    EventResponse(HttpServerRequest request, Context context) {
        this.response = request.response();
        this.context = context;
        this.events = new EventWriter(response);
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
        if (events.isOver()) {
            stream.cancel();
            return;
        }
        head.run();
        prepare();
        context.runOnContext(now -> {
            // An event follows only later, but the client should know that it has subscribed.
            events.comment("");
        });
        operation.events().subscribe(stream);
    }

    private void prepare() {
        response.setChunked(true).putHeader(UNBUFFERED, NO);
    }

    /** Sends the answer of an operation that is no subscription, and releases it. */
    void answer(Content content) {
        prepare();
        context.runOnContext(now -> {
            events.next("", content);
            events.complete();
        });
    }

    @Override
    public void execute(Runnable task) {
        context.runOnContext(now -> task.run());
    }

    @Override
    public void next(CatalogueEvent event, Content content, Runnable whenSent) {
        events.next(event.cursor(), content);
        if (events.isOver()) {
            return;
        }
        if (response.writeQueueFull()) {
            response.drainHandler(taken -> whenSent.run());
        } else {
            whenSent.run();
        }
    }

    @Override
    public void flush() {
        events.flush();
    }

    @Override
    public void heartbeat(long revision) {
        context.runOnContext(now -> {
            if (!response.writeQueueFull()) {
                events.comment(" revision " + revision);
            }
        });
    }

    @Override
    public void restart() {
        context.runOnContext(now -> events.end());
    }

    @Override
    public void end(@Nullable Answer failure) {
        context.runOnContext(now -> {
            if (failure != null) {
                events.next("", AnswerEncoder.encode(failure));
            }
            events.complete();
        });
    }
}

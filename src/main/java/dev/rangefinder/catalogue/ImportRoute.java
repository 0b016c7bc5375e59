package dev.rangefinder.catalogue;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.http.GraphQLRoute;
import dev.rangefinder.http.PermittedMethods;
import dev.rangefinder.http.RequestId;
import dev.rangefinder.transaction.Author;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Imports the body of a request of an administrator, and responds with the report. Other requests can ask for the progress, or
 * subscribe to it, by the id of the first. One import runs at a time.
 */
@Singleton
public class ImportRoute {

    /** Where imports are accepted. */
    public static final String PATH = "/import";

    private final Importer importer;
    private final ImportConfig config;
    private final ImportAccess access;
    private final GraphQLRoute graphQL;
    private final RunningImports imports = new RunningImports();
    private final Semaphore permit = new Semaphore(1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(new DefaultThreadFactory("import", true));

    ImportRoute(Importer importer, ImportConfig config, ImportAccess access, GraphQLRoute graphQL) {
        this.importer = importer;
        this.config = config;
        this.access = access;
        this.graphQL = graphQL;
    }

    void register(@Observes Router router) {
        router.route(PATH).order(GraphQLRoute.ORDER).handler(PermittedMethods.ofPosting(this::handle));
        router.get(PATH + "/*").order(GraphQLRoute.ORDER).handler(this::answerProgress);
    }

    private void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Context context = routing.vertx().getOrCreateContext();
        access.check(
                request, context, author -> begin(request, context, author), rejection -> reject(request, rejection));
    }

    private void answerProgress(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        access.check(
                request,
                routing.vertx().getOrCreateContext(),
                author -> {
                    request.resume();
                    imports.answer(routing);
                },
                rejection -> reject(request, rejection));
    }

    private void begin(HttpServerRequest request, Context context, Author author) {
        try {
            if (!request.response().closed()) {
                run(request, context, author);
            }
        } catch (RuntimeException rejection) {
            reject(request, rejection);
        }
    }

    private void run(HttpServerRequest request, Context context, Author author) {
        Importer.Request what = ImportParameters.read(request, author, config);
        if (!permit.tryAcquire()) {
            throw new InputException(ErrorCode.UNAVAILABLE, "Another import is running. Try again later.");
        }
        String id = RequestId.of(request.getHeader("X-Request-Id"));
        sendContinue(request);
        Upload upload = new Upload(request, context, config);
        ImportResponse response = new ImportResponse(request, context, id, graphQL, permit::release);
        thread.execute(() -> response.send(importer, what, upload, imports.begin(id)));
    }

    private static void sendContinue(HttpServerRequest request) {
        if (request.headers().contains(HttpHeaderNames.EXPECT) && request.version() != HttpVersion.HTTP_1_0) {
            request.response().writeContinue();
        }
    }

    /** Closes the connection after the response, because the rest of the body is not read. */
    private void reject(HttpServerRequest request, RuntimeException rejection) {
        if (request.response().closed()) {
            return;
        }
        request.response().putHeader(HttpHeaderNames.CONNECTION, "close");
        graphQL.reject(request, rejection);
        if (!request.isEnded()) {
            request.handler(discarded -> {}).resume();
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        thread.shutdownNow();
    }
}

package dev.rangefinder.catalogue;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.http.GraphQLRoute;
import dev.rangefinder.http.PermittedMethods;
import dev.rangefinder.identity.Authentication;
import dev.rangefinder.serving.ContentCoding;
import dev.rangefinder.transaction.DatabaseException;
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
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** Serves the whole catalogue as a file. Each export has a thread and a database connection, whose number is limited. */
@Singleton
public class ExportRoute {

    /** Where the catalogue is served. */
    public static final String PATH = "/export";

    private final DataSource database;
    private final ExportConfig config;
    private final ExportResponses responses;
    private final Authentication authentication;
    private final GraphQLRoute graphQL;
    private final Semaphore permits;
    private final ExecutorService threads = Executors.newCachedThreadPool(new DefaultThreadFactory("export", true));

    ExportRoute(
            DataSource database,
            ExportConfig config,
            ExportResponses responses,
            Authentication authentication,
            GraphQLRoute graphQL) {
        this.database = database;
        this.config = config;
        this.responses = responses;
        this.authentication = authentication;
        this.graphQL = graphQL;
        this.permits = new Semaphore(config.maxConcurrent());
    }

    void register(@Observes Router router) {
        if (config.maxConcurrent() > 0) {
            router.route(PATH).handler(PermittedMethods.ofReading(this::handle));
        }
    }

    private void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        try {
            begin(request, routing.vertx().getOrCreateContext());
        } catch (InputException rejection) {
            graphQL.reject(request, rejection);
        }
    }

    private void begin(HttpServerRequest request, Context context) {
        if (request.version() == HttpVersion.HTTP_1_0) {
            throw new InputException(
                    ErrorCode.BAD_REQUEST, "Exports need HTTP/1.1 or later, which show whether a file is complete.");
        }
        ExportFormat format = ExportFormat.accepted(request.headers().getAll(HttpHeaderNames.ACCEPT))
                .orElseThrow(() -> new InputException(
                        ErrorCode.NOT_ACCEPTABLE, "Exports are application/yaml or application/jsonl."));
        ContentCoding coding = ContentCoding.accepted(request.headers().getAll(HttpHeaderNames.ACCEPT_ENCODING));
        if (!permits.tryAcquire()) {
            throw new InputException(
                    ErrorCode.UNAVAILABLE, "The limit of concurrent exports is reached. Try again later.");
        }
        threads.execute(() -> export(request, format, coding, context));
    }

    private void export(HttpServerRequest request, ExportFormat format, ContentCoding coding, Context context) {
        Runnable end;
        try {
            authentication.caller(request.headers().getAll(HttpHeaderNames.AUTHORIZATION));
            end = send(request, format, coding);
        } catch (SQLException e) {
            end = () -> reject(request, new DatabaseException(e), context);
        } catch (RuntimeException e) {
            end = () -> reject(request, e, context);
        } finally {
            permits.release(); // before the client knows that it may export again
        }
        end.run();
    }

    private Runnable send(HttpServerRequest request, ExportFormat format, ContentCoding coding) throws SQLException {
        try (CatalogueSnapshot snapshot = CatalogueSnapshot.open(database)) {
            return responses.send(request, snapshot, format, coding);
        }
    }

    /** Rejects a request, or breaks off its response if that has begun. */
    private void reject(HttpServerRequest request, RuntimeException failure, Context context) {
        context.runOnContext(now -> {
            if (!request.response().headWritten()) {
                graphQL.reject(request, failure);
            } else if (!request.response().ended()) {
                request.response().reset();
            }
        });
    }

    void stop(@Observes ShutdownEvent stop) {
        threads.shutdownNow();
    }
}

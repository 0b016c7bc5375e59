package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.ImportProgress.State;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.http.GraphQLRoute;
import dev.rangefinder.http.RevisionHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.InputStream;

/** The response to a request with an import: a line for each record with mistakes, and one about the import. */
final class ImportResponse {

    private static final int COMMITTED = 200;
    private static final int INVALID = 422;

    private final HttpServerRequest request;
    private final Context context;
    private final String id;
    private final GraphQLRoute graphQL;
    private final Runnable whenSent;

    ImportResponse(HttpServerRequest request, Context context, String id, GraphQLRoute graphQL, Runnable whenSent) {
        this.request = request;
        this.context = context;
        this.id = id;
        this.graphQL = graphQL;
        this.whenSent = whenSent;
    }

    /** Runs the import, and responds. The report stays in memory until it is sent, so that the next import waits for that. */
    void send(Importer importer, Importer.Request what, InputStream body, ImportProgress progress) {
        ReportSpool report = new ReportSpool();
        try {
            importer.run(what, body, report, progress);
            context.runOnContext(now -> send(report, progress));
        } catch (ImportRunningException e) {
            reject(new InputException(ErrorCode.UNAVAILABLE, "Another import is running. Try again later.", e));
        } catch (RuntimeException e) {
            reject(e);
        }
    }

    private void send(ReportSpool report, ImportProgress progress) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            whenSent.run();
            return;
        }
        JsonObject summary = RunningImports.json(id, progress);
        if (report.isCut()) {
            summary.put("reportIsCut", true);
        }
        if (progress.revision() != null) {
            response.putHeader(RevisionHeaders.REVISION, progress.revision().toString());
        }
        response.setStatusCode(progress.state() == State.REJECTED ? INVALID : COMMITTED)
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "application/jsonl")
                .putHeader(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Request-Id", id)
                .end(Buffer.buffer(report.lines())
                        .appendString(new JsonObject().put("import", summary).encode() + '\n'))
                .onComplete(sent -> whenSent.run());
    }

    private void reject(RuntimeException failure) {
        context.runOnContext(now -> {
            if (!request.response().closed()) {
                request.response().putHeader(HttpHeaderNames.CONNECTION, "close");
                graphQL.reject(request, failure);
            }
            whenSent.run();
        });
    }
}

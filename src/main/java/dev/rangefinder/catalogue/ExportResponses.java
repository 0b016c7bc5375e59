package dev.rangefinder.catalogue;

import dev.rangefinder.change.Revision;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.http.HttpConfig;
import dev.rangefinder.http.Preconditions;
import dev.rangefinder.http.ResponseStream;
import dev.rangefinder.http.RevisionHeaders;
import dev.rangefinder.http.Vary;
import dev.rangefinder.scalar.Sha256;
import dev.rangefinder.serving.BuildConfig;
import dev.rangefinder.serving.ContentCoding;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jboss.logging.Logger;

/** Sends a snapshot of the catalogue as the response to a request. */
@Singleton
final class ExportResponses {

    private static final Logger LOG = Logger.getLogger(ExportResponses.class);
    private static final CharSequence VARY = Vary.by(HttpHeaderNames.ACCEPT, HttpHeaderNames.ACCEPT_ENCODING);

    private final BuildConfig build;
    private final HttpConfig http;
    private final ExportConfig config;

    ExportResponses(BuildConfig build, HttpConfig http, ExportConfig config) {
        this.build = build;
        this.http = http;
        this.config = config;
    }

    /**
     * Sends a response, except for its end. If it fails after its beginning, it is broken off.
     *
     * @return what ends the response
     * @throws InputException when a precondition of the request fails
     */
    Runnable send(HttpServerRequest request, CatalogueSnapshot snapshot, ExportFormat format, ContentCoding coding)
            throws SQLException {
        Revision revision = snapshot.revision();
        String tag = tag(revision, format, coding);
        Preconditions preconditions = Preconditions.of(request.headers());
        if (!preconditions.allow(tag)) {
            throw new InputException(ErrorCode.PRECONDITION_FAILED, "The catalogue matches no entity tag in If-Match.");
        }
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaderNames.ETAG, tag)
                .putHeader(HttpHeaderNames.CACHE_CONTROL, http.cacheControl())
                .putHeader(HttpHeaderNames.VARY, VARY)
                .putHeader(RevisionHeaders.REVISION, Long.toString(revision.number()));
        if (preconditions.isUnchanged(tag)) {
            return () -> response.setStatusCode(304).end();
        }
        describe(response, revision, format, coding);
        return request.method() == HttpMethod.HEAD ? response::end : stream(request, snapshot, format, coding);
    }

    /** A strong entity tag: the same version of the service writes the same revision in the same way. */
    private String tag(Revision revision, ExportFormat format, ContentCoding coding) {
        String content = String.join(
                "\n",
                List.of(
                        build.version(),
                        Long.toString(revision.number()),
                        Long.toString(revision.changedAt()),
                        format.name(),
                        coding.name()));
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(content)) + '"';
    }

    private static void describe(
            HttpServerResponse response, Revision revision, ExportFormat format, ContentCoding coding) {
        response.setChunked(true)
                .putHeader(HttpHeaderNames.CONTENT_TYPE, format.mediaType())
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader(
                        HttpHeaderNames.CONTENT_DISPOSITION,
                        "attachment; filename=\"catalogue-" + revision.number() + '.' + format.extension() + '"');
        if (coding == ContentCoding.GZIP) {
            response.putHeader(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
        }
    }

    private Runnable stream(
            HttpServerRequest request, CatalogueSnapshot snapshot, ExportFormat format, ContentCoding coding) {
        ResponseStream body = new ResponseStream(request, config.idleTimeout(), config.timeout());
        boolean complete = false;
        try {
            write(snapshot, format, coding, body);
            complete = true;
        } catch (IOException e) {
            LOG.infof("An export was broken off: %s", e.getMessage());
        } catch (SQLException e) {
            LOG.warn("An export was broken off, because the database failed", e);
        }
        if (!complete) {
            body.abort();
            return () -> {};
        }
        return () -> complete(body);
    }

    private static void complete(ResponseStream body) {
        try {
            body.complete();
        } catch (IOException e) {
            LOG.infof("An export was broken off at its end: %s", e.getMessage());
            body.abort();
        }
    }

    private static void write(
            CatalogueSnapshot snapshot, ExportFormat format, ContentCoding coding, ResponseStream body)
            throws SQLException, IOException {
        if (coding == ContentCoding.IDENTITY) {
            snapshot.write(format.writer(body));
            return;
        }
        GZIPOutputStream compressed = new GZIPOutputStream(body);
        snapshot.write(format.writer(compressed));
        compressed.finish();
    }
}

package dev.rangefinder.observation;

import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Collection;
import org.jboss.logging.Logger;

/**
 * Sends spans by OTLP over HTTP, in Protocol Buffers. What a collector does not take is lost, because operations are worth
 * more than their traces.
 */
final class TraceSender implements SpanExporter {

    private static final Logger LOG = Logger.getLogger(TraceSender.class);
    private static final long TIMEOUT_MILLISECONDS = 10_000;

    private final HttpClient client;
    private final RequestOptions request;
    private final URI endpoint;

    TraceSender(Vertx vertx, URI endpoint) {
        this.endpoint = endpoint;
        this.client = vertx.createHttpClient();
        this.request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(endpoint.toString().replaceAll("/+$", "") + "/v1/traces")
                .setTimeout(TIMEOUT_MILLISECONDS)
                .putHeader("content-type", "application/x-protobuf");
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = new CompletableResultCode();
        client.request(request)
                .compose(open -> open.send(encode(spans)))
                .compose(TraceSender::checked)
                .onSuccess(done -> result.succeed())
                .onFailure(failure -> {
                    LOG.warnf("%d spans were not taken by %s: %s", spans.size(), endpoint, failure.getMessage());
                    result.fail();
                });
        return result;
    }

    private static Buffer encode(Collection<SpanData> spans) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TraceRequestMarshaler.create(spans).writeBinaryTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    private static Future<Buffer> checked(HttpClientResponse response) {
        return response.statusCode() / 100 == 2
                ? response.body()
                : Future.failedFuture("status " + response.statusCode());
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        client.close();
        return CompletableResultCode.ofSuccess();
    }
}

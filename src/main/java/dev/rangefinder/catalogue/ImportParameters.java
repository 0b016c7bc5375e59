package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.Importer.Notation;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.serving.ContentCoding;
import dev.rangefinder.serving.MediaRange;
import dev.rangefinder.transaction.Author;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;

/** Reads from the head of a request what is to be imported. */
final class ImportParameters {

    private ImportParameters() {}

    /**
     * Reads the parameters.
     *
     * @throws InputException when one is invalid, or the body cannot be imported
     */
    static Importer.Request read(HttpServerRequest request, Author author, ImportConfig config) {
        ContentCoding coding = ContentCoding.of(request.headers().getAll(HttpHeaderNames.CONTENT_ENCODING));
        if (coding != ContentCoding.IDENTITY) {
            throw new InputException(
                    ErrorCode.UNSUPPORTED_CODING, "The body of an import must have no Content-Encoding.");
        }
        String length = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > config.maxSize().asLongValue()) {
            throw ContentCoding.tooLarge(config.maxSize().asLongValue());
        }
        return new Importer.Request(
                notation(request.headers().getAll(HttpHeaderNames.CONTENT_TYPE)),
                policy(request.getParam("policy", ImportPolicy.ALL.name())),
                author,
                isDryRun(request.getParam("dryRun", "false")));
    }

    private static Notation notation(List<String> contentType) {
        List<MediaRange> types = contentType.stream()
                .flatMap(header -> MediaRange.listOf(header).stream())
                .toList();
        if (types.size() == 1 && types.get(0).isUtf8()) {
            switch (types.get(0).type()) {
                case "application/yaml", "text/yaml":
                    return Notation.YAML;
                case "application/jsonl", "application/x-ndjson":
                    return Notation.JSON_LINES;
                default:
                    break;
            }
        }
        throw new InputException(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                "The Content-Type must be application/yaml or application/jsonl, in UTF-8.");
    }

    private static ImportPolicy policy(String name) {
        try {
            return ImportPolicy.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InputException(ErrorCode.BAD_REQUEST, "The policy must be all, rows or fields.");
        }
    }

    private static boolean isDryRun(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new InputException(ErrorCode.BAD_REQUEST, "dryRun must be true or false.");
        }
        return value.equals("true");
    }
}

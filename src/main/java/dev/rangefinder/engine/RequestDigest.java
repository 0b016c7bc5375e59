package dev.rangefinder.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.scalar.Sha256;
import java.util.Arrays;

/** Digests of requests, which are the same for the same document, operation and variables. */
final class RequestDigest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private RequestDigest() {}

    /** The digest of a request, in hexadecimal digits. */
    static String of(Request request) {
        try {
            return Sha256.hex(JSON.writeValueAsString(
                    Arrays.asList(request.query(), request.operationName(), request.variables())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The variables of every request are JSON", e);
        }
    }
}

package dev.rangefinder.serving;

import dev.rangefinder.engine.document.PreparedDocument;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.scalar.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Computes strong entity tags (RFC 9110, section 8.8.3): the SHA-256 of everything that an answer depends on. Each part is
 * preceded by its kind and length, so that no two lists of parts are hashed as the same bytes.
 */
final class EntityTag {

    /** Stands for the permissions of the caller. Today everybody may read everything. */
    private static final String VISIBLE = "everything";

    private final MessageDigest digest = Sha256.digest();

    private EntityTag() {}

    /**
     * The tag of an answer, including the quotes.
     *
     * @param version the version of the service, because another version may answer differently
     * @param today the current day in UTC, on which some answers depend; as of a moment they depend on its day
     */
    static String of(
            String version,
            Origin origin,
            LocalDate today,
            PreparedDocument document,
            Request request,
            ResponseVariant variant) {
        EntityTag tag = new EntityTag();
        tag.add('n', version);
        tag.add('n', VISIBLE);
        tag.add('n', variant.mediaType().name());
        tag.add('n', variant.coding().name());
        tag.addNumber('r', origin.revision().number());
        tag.addNumber('r', origin.revision().changedAt());
        tag.addNumber('d', origin.day(today).toEpochDay());
        tag.add('d', origin.validity());
        tag.add('q', document.hash());
        tag.addValue(request.operationName());
        tag.addValue(request.variables());
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(tag.digest.digest()) + '"';
    }

    private void add(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        addNumber(kind, bytes.length);
        digest.update(bytes);
    }

    private void addNumber(char kind, long number) {
        digest.update(ByteBuffer.allocate(9).put((byte) kind).putLong(number).array());
    }

    private void addValue(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            addNumber('{', object.size());
            new TreeMap<>(object).forEach((name, field) -> {
                add('k', (String) name);
                addValue(field);
            });
        } else if (value instanceof List<?> items) {
            addNumber('[', items.size());
            items.forEach(this::addValue);
        } else if (value instanceof Number number) {
            add('#', number.toString());
        } else if (value instanceof String text) {
            add('s', text);
        } else {
            add('c', String.valueOf(value)); // true, false and null
        }
    }
}

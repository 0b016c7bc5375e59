package dev.rangefinder.serving;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rangefinder.engine.document.Documents;
import dev.rangefinder.engine.document.PreparedDocument;
import dev.rangefinder.engine.document.RequestedDocument;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.scalar.Sha256;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the document of a request: by its text, by the id of a trusted document, or by the hash of one that a client sent
 * before (Apollo's automatic persisted queries).
 */
@Singleton
public final class PersistedDocuments {

    /** The maximum size of a character in memory. */
    private static final int BYTES_PER_CHARACTER = 2;

    private static final int ENTRY_OVERHEAD = 256;

    private final TrustedDocuments trusted;
    private final Documents documents;
    private final boolean onlyTrusted;
    private final boolean persistsQueries;
    private final Cache<String, String> persisted;

    PersistedDocuments(TrustedDocuments trusted, Documents documents, DocumentsConfig config) {
        long size = config.persisted().asLongValue();
        this.trusted = trusted;
        this.documents = documents;
        this.onlyTrusted = config.onlyTrusted();
        this.persistsQueries = size > 0;
        this.persisted = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((String hash, String text) -> ENTRY_OVERHEAD + BYTES_PER_CHARACTER * text.length())
                .build();
    }

    /**
     * Finds a document, which is already prepared if it was requested before.
     *
     * @param query the text; the id is ignored if there is one
     * @param id the id of a trusted document
     * @param extensions the extensions of the request, which may contain a hash
     * @throws InputException when the document is not found, or not permitted
     */
    RequestedDocument find(@Nullable String query, @Nullable String id, Map<String, Object> extensions) {
        String hash = PersistedQuery.hashOf(extensions);
        if (query != null) {
            return byText(query, hash);
        }
        if (hash != null) {
            return documents.find(byHash(hash));
        }
        if (id != null) {
            return documents.find(byId(id));
        }
        throw new InputException(ErrorCode.BAD_REQUEST, "The request has no `query`.");
    }

    private RequestedDocument byText(String query, @Nullable String hash) {
        if (hash != null && !hash.equals(Sha256.hex(query))) {
            throw new InputException(ErrorCode.BAD_REQUEST, "provided sha does not match query");
        }
        if (onlyTrusted && !trusted.contains(query)) {
            throw new InputException(ErrorCode.DOCUMENT_NOT_TRUSTED, "Only trusted documents are executed.");
        }
        RequestedDocument document = documents.find(query);
        return hash != null && persistsQueries && !onlyTrusted ? persist(document, hash) : document;
    }

    /** Stores valid documents only, so that invalid ones never evict them. */
    private RequestedDocument persist(RequestedDocument document, String hash) {
        String text = document.text();
        PreparedDocument prepared = document.prepared() == null ? documents.prepare(text) : document.prepared();
        if (prepared.errors().isEmpty()) {
            persisted.put(hash, text);
        }
        return new RequestedDocument(text, prepared);
    }

    private String byHash(String hash) {
        String text = trusted.byHash(hash);
        if (text == null && !onlyTrusted) {
            text = persisted.getIfPresent(hash);
        }
        if (text != null) {
            return text;
        }
        throw persistsQueries || onlyTrusted
                ? new InputException(ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound")
                : new InputException(ErrorCode.PERSISTED_QUERY_NOT_SUPPORTED, "PersistedQueryNotSupported");
    }

    private String byId(String id) {
        return Objects.requireNonNullElseGet(trusted.byId(id), () -> {
            throw new InputException(ErrorCode.DOCUMENT_NOT_FOUND, "There is no trusted document with this id.");
        });
    }
}

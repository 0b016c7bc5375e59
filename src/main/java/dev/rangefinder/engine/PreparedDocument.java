package dev.rangefinder.engine;

import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A document that was parsed and validated. */
public final class PreparedDocument {

    private final PreparsedDocumentEntry entry;
    private final String hash;

    PreparedDocument(String text, PreparsedDocumentEntry entry) {
        this.entry = entry;
        this.hash = hash(text);
    }

    PreparsedDocumentEntry entry() {
        return entry;
    }

    /** The SHA-256 of its text, in hexadecimal digits. */
    public String hash() {
        return hash;
    }

    /** Whether a request that names this operation, or none, runs a query. */
    public boolean isQuery(@Nullable String operationName) {
        OperationDefinition operation = OperationRule.operationOf(entry.getDocument(), operationName);
        return operation != null && operation.getOperation() == Operation.QUERY;
    }

    /** The SHA-256 of a text, in hexadecimal digits. */
    public static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}

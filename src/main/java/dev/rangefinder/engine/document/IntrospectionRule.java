package dev.rangefinder.engine.document;

import dev.rangefinder.engine.ClientError;
import dev.rangefinder.error.ErrorCode;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Field;
import graphql.language.Node;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Rejects introspection of the schema (GraphQL specification, section 4.2) when it is disabled. {@code __typename} is always
 * allowed.
 */
@Singleton
public final class IntrospectionRule {

    /** Whether introspection is enabled. */
    @ConfigMapping(prefix = "rangefinder.introspection")
    public interface Config {

        @WithDefault("false")
        boolean enabled();
    }

    private static final List<String> SCHEMA_FIELDS = List.of("__schema", "__type");

    private final boolean enabled;

    public IntrospectionRule(Config config) {
        this.enabled = config.enabled();
    }

    PreparsedDocumentEntry apply(PreparsedDocumentEntry entry) {
        if (enabled || entry.getDocument() == null) {
            return entry;
        }
        return schemaField(entry.getDocument())
                .map(field -> new PreparsedDocumentEntry(entry.getDocument(), List.of(disabled(field))))
                .orElse(entry);
    }

    private static Optional<Field> schemaField(Node<?> node) {
        if (node instanceof Field field && SCHEMA_FIELDS.contains(field.getName())) {
            return Optional.of(field);
        }
        return node.getChildren().stream()
                .map(IntrospectionRule::schemaField)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static GraphQLError disabled(Field field) {
        return ClientError.builder(ErrorCode.INTROSPECTION_DISABLED, "Introspection is disabled.")
                .location(field.getSourceLocation())
                .build();
    }
}

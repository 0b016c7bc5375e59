package dev.rangefinder.engine;

import dev.rangefinder.sql.Wanted;
import graphql.execution.ExecutionContext;
import graphql.schema.GraphQLObjectType;
import jakarta.persistence.Entity;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out which properties of the entities behind a relation a document needs. */
final class Projection {

    private final ExecutionContext context;
    private final Set<String> properties = new HashSet<>();
    private @Nullable Class<?> entity;
    private boolean unknown;

    private Projection(ExecutionContext context) {
        this.context = context;
    }

    /** What is needed of the entities that a field leads to, by itself or as a page; null when that is not known. */
    static @Nullable Wanted of(SelectedField field, ExecutionContext context) {
        Projection projection = new Projection(context);
        projection.below(field);
        return projection.unknown || projection.entity == null
                ? null
                : new Wanted(projection.entity, Set.copyOf(projection.properties));
    }

    private void below(SelectedField field) {
        if (field.completion().isLeaf()) {
            return;
        }
        if (!(field.completion().type() instanceof GraphQLObjectType type)) {
            unknown = true;
            return;
        }
        for (SelectedField selected : field.below(type, context).fields()) {
            add(selected);
        }
    }

    private void add(SelectedField selected) {
        if (selected.fetcher() instanceof OperationFetcher relation) {
            read(relation.reads());
        } else if (selected.fetcher() instanceof PropertyFetcher property) {
            add(selected, property);
        }
    }

    private void add(SelectedField selected, PropertyFetcher property) {
        if (property.owner().isAnnotationPresent(Entity.class)) {
            entity = property.owner();
            read(property.reads());
        } else {
            below(selected); // a connection, or an edge
        }
    }

    private void read(@Nullable Set<String> names) {
        if (names == null) {
            unknown = true;
        } else {
            properties.addAll(names);
        }
    }
}

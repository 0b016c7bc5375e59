package dev.rangefinder.engine;

import dev.rangefinder.engine.schema.OperationFetcher;
import dev.rangefinder.engine.schema.PropertyFetcher;
import dev.rangefinder.transaction.Projection;
import dev.rangefinder.transaction.Projection.Companion;
import graphql.execution.ExecutionContext;
import graphql.schema.GraphQLObjectType;
import jakarta.persistence.Entity;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans the projection of a relation: the properties that a document needs of its entities, and the companions to join. */
final class ProjectionPlanner {

    /** PostgreSQL optimizes the join order only up to this number of tables. With more, no companions are joined. */
    private static final int MAX_TABLES = 8;

    private final ExecutionContext context;
    private final Set<String> properties = new HashSet<>();
    private final Set<Companion> companions = new LinkedHashSet<>();
    private @Nullable Class<?> entity;
    private boolean unknown;
    private boolean readsPage;

    private ProjectionPlanner(ExecutionContext context) {
        this.context = context;
    }

    /** Returns the projection of a relation or a connection; null when it is unknown. */
    static @Nullable Projection of(SelectedField field, ExecutionContext context) {
        ProjectionPlanner planner = new ProjectionPlanner(context);
        planner.below(field);
        if (field.isPaged() && !planner.unknown && !planner.readsPage) {
            return Projection.NOTHING;
        }
        return planner.unknown || planner.entity == null ? null : planner.projection(planner.entity);
    }

    private Projection projection(Class<?> type) {
        Projection projection = new Projection(type, Set.copyOf(properties), List.copyOf(companions));
        return projection.tables() <= MAX_TABLES ? projection : projection.withoutCompanions();
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
            add(selected, relation);
        } else if (selected.fetcher() instanceof PropertyFetcher property) {
            add(selected, property);
        }
    }

    private void add(SelectedField selected, OperationFetcher relation) {
        if (relation.parents() != null) {
            entity = relation.parents();
        }
        readsPage |= relation.isOfEdge();
        read(relation.reads());
        if (selected.isCompanion(context)) {
            companions.add(new Companion(relation.foreignKey(), selected.projection(context)));
        }
    }

    private void add(SelectedField selected, PropertyFetcher property) {
        if (property.owner().isAnnotationPresent(Entity.class)) {
            entity = property.owner();
            read(property.reads());
        } else {
            readsPage |= property.readsPage();
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

package dev.rangefinder.store;

import dev.rangefinder.filter.GroupedBy;
import dev.rangefinder.filter.Grouping;
import dev.rangefinder.filter.RelationFilter;
import dev.rangefinder.relay.Keyed;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** Derives the facets of a filter from its components: those whose operators, or which themselves, are {@link GroupedBy}. */
public final class Facets {

    private static final String FILTERS_BY = "Filters by ";

    private final Class<?> criteria;
    private final EntityTable<?> rows;

    private Facets(Class<?> criteria, EntityTable<?> rows) {
        this.criteria = criteria;
        this.rows = rows;
    }

    /** The facets of the rows that some criteria restrict. */
    @SuppressWarnings("unchecked") // criteria restrict the rows of an entity
    public static List<Facet> of(Class<?> criteria) {
        Class<? extends Keyed> entity = (Class<? extends Keyed>) argument(criteria.getGenericInterfaces()[0]);
        Facets facets = new Facets(criteria, EntityTable.ofList(entity));
        return Stream.of(criteria.getRecordComponents())
                .flatMap(component ->
                        component.getType() == RelationFilter.class ? facets.related(component) : facets.own(component))
                .toList();
    }

    private Stream<Facet> own(RecordComponent component) {
        Grouping grouping = groupingOf(component);
        if (grouping == null || grouping == Grouping.IDENTITY) {
            return Stream.empty();
        }
        String description = "By " + subject(component, grouping) + '.';
        return Stream.of(new Facet(
                nameOf(component),
                description,
                List.of(component.getName()),
                grouping,
                probe(component).source()));
    }

    /** The facets of the related rows, except for that of their relation itself. */
    private Stream<Facet> related(RecordComponent component) {
        Relation<?, ?, ?> relation = probe(component).relation();
        Class<?> inner = (Class<?>) argument(component.getGenericType());
        Facets facets = new Facets(inner, relation.rows());
        List<Facet> found = new ArrayList<>();
        for (RecordComponent next : inner.getRecordComponents()) {
            Grouping grouping = facets.groupingOf(next);
            FacetSource source = grouping == null ? null : facets.sourceOf(next, grouping);
            if (source != null && !source.value().equals(relation.parent())) {
                String name = nameOf(component) + (grouping == Grouping.IDENTITY ? "" : '_' + nameOf(next));
                String description =
                        "By " + subject(component, Grouping.VALUE) + ": " + facets.subject(next, grouping) + '.';
                found.add(new Facet(
                        name,
                        description,
                        List.of(component.getName(), next.getName()),
                        grouping,
                        source.behind(relation)));
            }
        }
        return found.stream();
    }

    private FacetSource sourceOf(RecordComponent component, Grouping grouping) {
        FacetSource source = probe(component).source();
        return grouping == Grouping.IDENTITY ? new FacetSource(null, source.compared(), rows.key(), rows) : source;
    }

    private FacetProbe<?> probe(RecordComponent component) {
        return probe(rows, component);
    }

    @SuppressWarnings("unchecked") // the criteria restrict these rows
    private <T extends Keyed> FacetProbe<T> probe(EntityTable<T> table, RecordComponent component) {
        FacetProbe<T> probe = new FacetProbe<>(table);
        Object[] values = Stream.of(criteria.getRecordComponents())
                .map(one -> one.getName().equals(component.getName()) ? withoutValues(one.getType()) : null)
                .toArray();
        ((Criteria<T>) create(criteria, values)).restrict(probe);
        return probe;
    }

    private static Object withoutValues(Class<?> type) {
        return create(type, new Object[type.getRecordComponents().length]);
    }

    private static Object create(Class<?> type, @Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot create " + type, e);
        }
    }

    private static Type argument(Type generic) {
        return ((ParameterizedType) generic).getActualTypeArguments()[0];
    }

    private @Nullable Grouping groupingOf(RecordComponent component) {
        GroupedBy grouped = fieldOf(component).getAnnotation(GroupedBy.class);
        grouped = grouped == null ? component.getType().getAnnotation(GroupedBy.class) : grouped;
        return grouped == null ? null : grouped.value();
    }

    private Field fieldOf(RecordComponent component) {
        try {
            return criteria.getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("No field for " + component, e);
        }
    }

    private String subject(RecordComponent component, Grouping grouping) {
        String filters = fieldOf(component).getAnnotation(Description.class).value();
        String subject = filters.substring(FILTERS_BY.length()).replaceFirst("\\..*", "");
        return grouping == Grouping.YEAR ? subject + ", by year" : subject;
    }

    private static String nameOf(RecordComponent component) {
        return component.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}

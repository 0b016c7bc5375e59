package dev.rangefinder.filter;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/**
 * A condition on the rows that a relation leads to.
 *
 * @param <C> the criteria for these rows
 */
@Input("RelationFilter")
@Description("A condition on the related {items} of an object.")
public record RelationFilter<C>(
        @Nullable @Description("At least one of the {items} matches this filter.")
        Filter<C> some,

        @Nullable @Description("None of the {items} matches this filter.")
        Filter<C> none) {}

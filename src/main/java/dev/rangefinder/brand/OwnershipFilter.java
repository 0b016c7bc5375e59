package dev.rangefinder.brand;

import dev.rangefinder.filter.ReferenceFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter ownerships by. */
public record OwnershipFilter(
        @Nullable @Description("Filters by the slug of the owner.")
        ReferenceFilter owner) implements Criteria<Ownership> {

    @Override
    public void restrict(FilterCompiler<Ownership> rows) {
        rows.to(OwnershipApi.OWNER, owner);
    }
}

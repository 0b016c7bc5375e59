package dev.rangefinder.brand;

import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter aliases by. */
public record AliasFilter(
        @Nullable @Description("Filters by the name.") TextFilter text,
        @Nullable @Description("Filters by kind.") EnumFilter<AliasKind> kind)
        implements Criteria<Alias> {

    @Override
    public void restrict(FilterCompiler<Alias> rows) {
        rows.on(Alias_.TEXT, text).on(Alias_.KIND, kind);
    }
}

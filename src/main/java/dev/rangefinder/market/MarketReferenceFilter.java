package dev.rangefinder.market;

import dev.rangefinder.filter.Conditions;
import dev.rangefinder.filter.GroupedBy;
import dev.rangefinder.filter.Grouping;
import dev.rangefinder.filter.ReferenceFilter;
import dev.rangefinder.filter.ReferenceOperators;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@GroupedBy(Grouping.REFERENCE)
@Input("MarketReferenceFilter")
@Description("Comparison operators for a market, identified by its code.")
public record MarketReferenceFilter(
        @Nullable @Description("The market has this code.") String eq,

        @Nullable @Description("The market has one of these codes.")
        List<@NonNull String> in,

        @Nullable @Description("The market has this code, or lies inside the region with this code, at any depth.")
        String within,

        @Nullable @Description("Whether there is no market.")
        Boolean isNull)
        implements ReferenceOperators {

    /** The keys of the markets in the region with a code, at any depth. */
    static final String INSIDE = """
        array (with recursive inside (id) as (
                   select m.id from market m where m.code = ?
                   union
                   select p.child_id from market_parent p join inside i on p.parent_id = i.id)
               select id from inside)\
        """;

    @Override
    public void restrict(Conditions rows, String foreignKey, String keys) {
        new ReferenceFilter(eq, in, isNull).restrict(rows, foreignKey, keys);
        if (within != null) {
            rows.and(foreignKey + " = any (" + INSIDE + ")", within);
        }
    }
}

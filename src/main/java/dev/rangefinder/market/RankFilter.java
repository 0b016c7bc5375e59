package dev.rangefinder.market;

import dev.rangefinder.filter.CompositeOperators;
import dev.rangefinder.filter.Conditions;
import dev.rangefinder.filter.GroupedBy;
import dev.rangefinder.filter.Grouping;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@GroupedBy(Grouping.NUMBER)
@Input("RankFilter")
@Description("Comparison operators for a rank, which can be a bound.")
public record RankFilter(
        @Nullable @Description("The stated rank is this, exact or as a bound.")
        Integer eq,

        @Nullable @Description("The rank is certainly this or a number above it: `{gte: 5}` does not match \"6 or higher\".")
        Integer gte,

        @Nullable @Description("The rank is certainly this or a number below it: `{lte: 5}` does not match \"4 or lower\".")
        Integer lte,

        @Nullable @Description("Whether there is no rank.") Boolean isNull)
        implements CompositeOperators {

    @Override
    public void restrict(Conditions rows, List<String> boundAndRank) {
        String bound = boundAndRank.get(0);
        String rank = boundAndRank.get(1);
        if (eq != null) {
            rows.and(rank + " = ?", eq);
        }
        if (gte != null) { // every rank is at least 1
            rows.and(rank + " >= ? and (" + bound + " <> 'OR_HIGHER' or ? <= 1)", gte, gte);
        }
        if (lte != null) {
            rows.and(rank + " <= ? and " + bound + " <> 'OR_LOWER'", lte);
        }
        if (isNull != null) {
            rows.and(Conditions.isNull(rank, isNull));
        }
    }
}

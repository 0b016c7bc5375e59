package dev.rangefinder.filter;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@GroupedBy(Grouping.REFERENCE)
@Input("ReferenceFilter")
@Description("Comparison operators for a related object, identified by its slug, code or key.")
public record ReferenceFilter(
        @Nullable @Description("The related object has this slug, code or key.")
        String eq,

        @Nullable @Description("The related object has one of these slugs, codes or keys.")
        List<@NonNull String> in,

        @Nullable @Description("Whether there is no related object.")
        Boolean isNull)
        implements ReferenceOperators {

    @Override
    public void restrict(Conditions rows, String foreignKey, String keys) {
        if (eq != null) {
            rows.exactly(foreignKey + " = (" + keys + " = ?)", eq);
        }
        if (in != null) {
            rows.references(foreignKey, keys, in);
        }
        if (isNull != null) {
            rows.exactly(Conditions.isNull(foreignKey, isNull));
        }
    }
}

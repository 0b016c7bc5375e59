package dev.rangefinder.filter;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Operators for a list of constants of an enum.
 *
 * @param <V> the enum
 */
@GroupedBy(Grouping.ITEM)
@Input("EnumListFilter")
@Description("Comparison operators for a list of `{item}` values.")
public record EnumListFilter<V extends Enum<V>>(
        @Nullable @Description("The list contains this value.")
        V has,

        @Nullable @Description("The list contains one of these values.")
        List<@NonNull V> hasAny,

        @Nullable @Description("Whether the list is empty.") Boolean isEmpty)
        implements Operators {

    @Override
    public void restrict(Conditions rows, String expression) {
        List<String> names =
                hasAny == null ? null : hasAny.stream().map(Enum::name).toList();
        new TextListFilter(has == null ? null : has.name(), names, isEmpty).restrict(rows, expression);
    }
}

package dev.rangefinder.feed;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The criteria that a client can filter the feed by. */
@Input("CatalogueChangeFilter")
@Description(
        "Selects changes. A change must match every criterion, and one of its values. Each may have 1 to 100 values.")
public record CatalogueChangeFilter(
        @Nullable @Description("The types of the changed objects, such as `Device`.")
        List<@NonNull String> types,

        @Nullable @Description("The IDs of the changed objects. Removed ones can be among them.") @Id
        List<@NonNull String> nodes,

        @Nullable @Description(
                "The slugs of brands: changes of these, of what refers to them, of their partnerships, of the devices that carry their work, and of claims about any of these.")
        List<@NonNull String> brands,

        @Nullable @Description(
                "The slugs of partnerships: changes of these, of what refers to them, of their devices, and of claims about any of these.")
        List<@NonNull String> partnerships) {}

package dev.rangefinder.event;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("RegisterEventInput")
@Description("An event that the catalogue does not have yet.")
public record RegisterEventInput(
        @Description("The unique slug of the event.") String slug,

        @Description("The name of the event.") String name,

        @Description("The kind of the event.") EventKind kind,

        @Nullable @Description("The date of the event, or of its beginning.")
        PartialDate on,

        @Nullable @Description("The last date of the event.")
        PartialDate until,

        @Nullable @Description("The place of the event.") String place,

        @Nullable @Description("The code or ID of the market.")
        String market,

        @Nullable @Description("The slugs or IDs of the brands that were part of the event.")
        List<@NonNull String> brands,

        @Nullable @Description("The slugs or IDs of the partnerships that were part of the event.")
        List<@NonNull String> partnerships,

        @Description("The claims about the event, which state its values.")
        List<@NonNull ClaimInput> claims) {}

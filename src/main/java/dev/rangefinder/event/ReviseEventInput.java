package dev.rangefinder.event;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReviseEventInput")
@Description(
        "A change of an event. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record ReviseEventInput(
        @Description("The slug or ID of the event.") String event,

        @Description("The version of the event that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The unique slug of the event.")
        String slug,

        @Nullable @Description("The name of the event.") String name,

        @Nullable @Description("The kind of the event.") EventKind kind,

        @Nullable @Description("The date of the event, or of its beginning.")
        Optional<PartialDate> on,

        @Nullable @Description("The last date of the event.")
        Optional<PartialDate> until,

        @Nullable @Description("The place of the event.") Optional<String> place,

        @Nullable @Description("The code or ID of the market.")
        Optional<String> market,

        @Nullable @Description("The slugs or IDs of the brands that were part of the event.")
        List<@NonNull String> brands,

        @Nullable @Description("The slugs or IDs of the partnerships that were part of the event.")
        List<@NonNull String> partnerships,

        @Nullable @Description("Further claims about the event. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}

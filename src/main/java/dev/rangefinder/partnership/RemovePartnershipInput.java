package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemovePartnershipInput")
@Description("The removal of a partnership, with its members, territories, terms, contributions and claims.")
public record RemovePartnershipInput(
        @Description("The slug or ID of the partnership.") String partnership,

        @Description("The version of the partnership that the removal is based on.")
        int expectedVersion) {}

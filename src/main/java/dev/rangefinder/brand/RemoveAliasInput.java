package dev.rangefinder.brand;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveAliasInput")
@Description("The removal of an alias, with its claims.")
public record RemoveAliasInput(
        @Description("The ID of the alias.") String alias,

        @Description("The version of the alias that the removal is based on.")
        int expectedVersion) {}

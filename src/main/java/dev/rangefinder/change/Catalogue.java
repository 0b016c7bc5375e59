package dev.rangefinder.change;

import org.eclipse.microprofile.graphql.Description;

@Description("The catalogue as a whole.")
public record Catalogue(
        @Description("Counts the changes of the catalogue: a greater revision is a later state.")
        int revision) {}

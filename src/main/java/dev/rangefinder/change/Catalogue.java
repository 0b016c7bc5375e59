package dev.rangefinder.change;

import org.eclipse.microprofile.graphql.Description;

@Description("The catalogue as a whole.")
public record Catalogue(
        @Description("The revision of the catalogue, which increases with every change.")
        int revision) {}

package dev.rangefinder.evidence;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("EffectInput")
@Description("An effect of a claim on a brand or on a device: one of the two.")
public record EffectInput(
        @Description("The kind of the effect.") EffectKind kind,

        @Nullable @Description("The slug or ID of the brand.")
        String brand,

        @Nullable @Description("The slug or ID of the device.")
        String device,

        @Nullable @Description("What the citation says about it.")
        String statement) {}

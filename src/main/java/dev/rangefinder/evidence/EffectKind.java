package dev.rangefinder.evidence;

import org.eclipse.microprofile.graphql.Description;

@Description("What a claim would mean for a brand or a device if it came true.")
public enum EffectKind {
    @Description("It would be affected.")
    AFFECTED,

    @Description("It would benefit.")
    BENEFITS
}

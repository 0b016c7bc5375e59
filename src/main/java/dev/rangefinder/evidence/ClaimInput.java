package dev.rangefinder.evidence;

import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ClaimInput")
@Description(
        "A claim about the record of the input: it states values of the record, or has a property with a value of its own, or is about the record as a whole.")
public record ClaimInput(
        @Description("The key or ID of the citation that makes the claim.")
        String citation,

        @Nullable @Description("The slug or ID of the speaker whom the citation quotes.")
        String speaker,

        @Nullable @Description("How well the claim is supported. `REPORTED` if absent.")
        Standing standing,

        @Nullable @Description("How firmly the claim states what it says. `STATED` if absent.")
        Likelihood likelihood,

        @Nullable @Description("The properties of the record whose values the claim states, or `\"all\"`.")
        List<@NonNull String> states,

        @Nullable @Description("The property that the claim is about, such as `releasedOn`.")
        String property,

        @Nullable @Description("The value that the citation states, which can differ from that of the record.")
        String value,

        @Nullable @Description("Whether the claim says that something will happen.")
        Boolean foreseen,

        @Nullable @Description("The date on which it is expected to happen.")
        PartialDate expectedOn,

        @Nullable @Description("When it is expected to happen, in words.")
        String expected,

        @Nullable @Description("What it would mean for brands and devices.")
        List<@NonNull EffectInput> effects,

        @Nullable @Description("Whether the citation names the effects only as examples.")
        Boolean effectsAreOpen,

        @Nullable @Description("Additional information about the claim.")
        String remark) {}

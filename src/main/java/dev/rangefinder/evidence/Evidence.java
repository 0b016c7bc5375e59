package dev.rangefinder.evidence;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The evidence on one side of a question.")
public record Evidence(
        @Description("The number of independent sources. Citations that relay the same source count as one.")
        int independentSources,

        @Description("The number of citations that disclose that a party to the claim paid for them.")
        int paidByParty,

        @Description("The claims, the strongest first: at most 100.")
        List<@NonNull Claim> claims) {}

package dev.rangefinder.market;

import dev.rangefinder.evidence.ClaimInput;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReviseFigureInput")
@Description(
        "A change of a figure. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record ReviseFigureInput(
        @Description("The ID of the figure.") String figure,

        @Description("The version of the figure that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The slugs or IDs of the brands that the figure is about.")
        List<@NonNull String> brands,

        @Nullable @Description("The code or ID of the market.")
        Optional<String> market,

        @Nullable @Description("A year, quarter or month, such as `2021`, `2022-Q1` or `2021-07`.")
        Optional<String> period,

        @Nullable @Description("What is measured.") Measure measure,

        @Nullable @Description("The value.") Optional<BigDecimal> value,

        @Nullable @Description("The unit: `UNITS`, `PERCENT` or the code of a currency.")
        String unit,

        @Nullable @Description("The value in another currency.")
        Optional<ConvertedInput> converted,

        @Nullable @Description("The change on the year before, in per cent.")
        Optional<BigDecimal> changeOnYear,

        @Nullable @Description("The rank.") Optional<Integer> rank,

        @Nullable @Description("Whether the rank is exact or a bound. `EXACT` if absent.")
        Optional<RankBound> rankBound,

        @Nullable @Description("Whether the value is the highest so far. Omitted if it is not.")
        Optional<Boolean> peak,

        @Nullable @Description("What qualifies the figure.") Optional<String> qualification,

        @Nullable @Description("The analyst who published the figure.")
        Optional<String> analyst,

        @Nullable @Description("Further claims about the figure. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}

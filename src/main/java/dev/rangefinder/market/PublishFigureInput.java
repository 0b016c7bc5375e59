package dev.rangefinder.market;

import dev.rangefinder.evidence.ClaimInput;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("PublishFigureInput")
@Description("A figure that the catalogue does not have yet.")
public record PublishFigureInput(
        @Description("The slugs or IDs of the brands that the figure is about.")
        List<@NonNull String> brands,

        @Nullable @Description("The code or ID of the market.")
        String market,

        @Nullable @Description("A year, quarter or month, such as `2021`, `2022-Q1` or `2021-07`.")
        String period,

        @Description("What is measured.") Measure measure,

        @Nullable @Description("The value.") BigDecimal value,

        @Description("The unit: `UNITS`, `PERCENT` or the code of a currency.")
        String unit,

        @Nullable @Description("The value in another currency.")
        ConvertedInput converted,

        @Nullable @Description("The change on the year before, in per cent.")
        BigDecimal changeOnYear,

        @Nullable @Description("The rank.") Integer rank,

        @Nullable @Description("Whether the rank is exact or a bound. `EXACT` if absent.")
        RankBound rankBound,

        @Nullable @Description("Whether the value is the highest so far. Omitted if it is not.")
        Boolean peak,

        @Nullable @Description("What qualifies the figure.") String qualification,

        @Nullable @Description("The analyst who published the figure.")
        String analyst,

        @Description("The claims about the figure, which state its values.")
        List<@NonNull ClaimInput> claims) {}

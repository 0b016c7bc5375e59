package dev.rangefinder.partnership;

import dev.rangefinder.filter.CompositeOperators;
import dev.rangefinder.filter.Conditions;
import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.store.CurrentDay;
import io.smallrye.graphql.api.Nullable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("PartnershipStatusFilter")
@Description("Comparison operators for the status of a partnership on a given day.")
public record PartnershipStatusFilter(
        @Nullable @Description("The partnership has this status.")
        PartnershipStatus eq,

        @Nullable @Description("The partnership has one of these statuses.")
        List<@NonNull PartnershipStatus> in,

        @Nullable @Description("The day, or the last day of a month or year. Defaults to today in UTC.")
        PartialDate on)
        implements CompositeOperators {

    /** The properties that the status is derived from, in the order of the parameters of {@code partnership_status}. */
    static final List<String> PROPERTIES = List.of(
            Partnership_.SIGNED_ON,
            Partnership_.ANNOUNCED_ON,
            Partnership_.STARTED_ON,
            Partnership_.ENDED_ON,
            Partnership_.ONGOING);

    @Override
    public void restrict(Conditions rows, List<String> columns) {
        Clock clock = Clock.systemUTC();
        LocalDate today = CurrentDay.known(clock);
        String day = PartialDate.dayOf(on, CurrentDay.by(clock)).toString();
        String status = "partnership_status(" + String.join(", ", columns) + ", ?, ?)";
        if (eq != null) {
            rows.and(status + " = ?", day, today.toString(), eq.name());
        }
        if (in != null) {
            String[] names = in.stream().map(Enum::name).toArray(String[]::new);
            rows.and(status + " = any (?)", day, today.toString(), names);
        }
    }
}

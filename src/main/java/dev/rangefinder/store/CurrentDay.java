package dev.rangefinder.store;

import dev.rangefinder.transaction.Moment;
import dev.rangefinder.transaction.ReadContext;
import java.time.Clock;
import java.time.LocalDate;

/** The day that fields and filters mean by default. */
public final class CurrentDay {

    private CurrentDay() {}

    /** The current day by a clock, or the day of the moment that the operation reads. */
    public static LocalDate by(Clock clock) {
        Moment moment = ReadContext.current().transaction().moment();
        return moment == null ? LocalDate.now(clock) : moment.day();
    }
}

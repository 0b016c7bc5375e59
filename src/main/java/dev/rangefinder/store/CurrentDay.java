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

    /** Whether the operation reads only what was there on a day in the world, which no index knows. */
    static boolean isAsked() {
        Moment moment = ReadContext.current().transaction().moment();
        return moment != null && moment.validDay() != null;
    }

    /** The day that records about the present mean: the current day by a clock, or that of the revision that the operation reads. */
    public static LocalDate known(Clock clock) {
        Moment moment = ReadContext.current().transaction().moment();
        return moment == null ? LocalDate.now(clock) : moment.knownOn();
    }
}

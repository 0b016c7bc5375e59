package dev.rangefinder.transaction;

/** How certain something must be on a day, because many dates are known only by the month or the year. */
public enum Validity {
    CERTAINLY,
    POSSIBLY
}

package dev.rangefinder.transaction;

import java.time.LocalDate;

/** A day in the world: a transaction that reads it sees what was there on this day, by the state of the catalogue that it reads. */
public record ValidDay(LocalDate day, Validity validity) {}

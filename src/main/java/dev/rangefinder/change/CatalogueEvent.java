package dev.rangefinder.change;

import dev.rangefinder.transaction.Moment;

/** Something that happened to the catalogue, which subscriptions report. */
public interface CatalogueEvent {

    /** The state of the catalogue that it led to. */
    Moment moment();

    /** Identifies the event, and its place among all others. */
    String cursor();
}

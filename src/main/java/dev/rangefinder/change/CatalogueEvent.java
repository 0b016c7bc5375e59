package dev.rangefinder.change;

/** Something that happened to the catalogue, which subscriptions report. */
public interface CatalogueEvent {

    /** The revision that it happened in. */
    long revision();

    /** Identifies the event, and its place among all others. */
    String cursor();
}

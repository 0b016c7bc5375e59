package dev.rangefinder.observation;

/** Counts connections that stay open between operations. A metric sums up all beans of this type. */
public interface OpenSockets {

    /** How many are open. Called at each scrape, on any thread. */
    int count();
}

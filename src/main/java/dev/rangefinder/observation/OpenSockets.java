package dev.rangefinder.observation;

/** Keeps connections open between operations. How many they are is told of each bean that implements this. */
public interface OpenSockets {

    /** How many are open. Called at each scrape, by any thread. */
    int count();
}

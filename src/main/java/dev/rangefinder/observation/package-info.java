/** What the people who run the service see of it: metrics, traces, and the log of slow operations. */
@NullMarked
package dev.rangefinder.observation;

import org.jspecify.annotations.NullMarked;

/** What operators see of the service: metrics, traces, and the log of slow operations. */
@NullMarked
package dev.rangefinder.observation;

import org.jspecify.annotations.NullMarked;

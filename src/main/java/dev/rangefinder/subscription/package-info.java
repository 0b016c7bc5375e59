/** Executes subscriptions: the events that clients have subscribed to, however they are connected. */
@NullMarked
package dev.rangefinder.subscription;

import org.jspecify.annotations.NullMarked;

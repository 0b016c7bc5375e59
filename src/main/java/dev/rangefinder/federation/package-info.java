/** Apollo Federation 2: this service as a subgraph of a supergraph. */
@NullMarked
package dev.rangefinder.federation;

import org.jspecify.annotations.NullMarked;

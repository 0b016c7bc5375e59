package dev.rangefinder.event;

import org.eclipse.microprofile.graphql.Description;

@Description("The kind of an event.")
public enum EventKind {
    @Description("Something was announced.")
    ANNOUNCEMENT,

    @Description("A trade show.")
    TRADE_SHOW,

    @Description("A visit.")
    VISIT,

    @Description("A sanction or another restriction by a government.")
    SANCTION,

    @Description("A disruption of business.")
    DISRUPTION,

    @Description("Anything else.")
    OTHER
}

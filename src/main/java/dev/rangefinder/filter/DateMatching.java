package dev.rangefinder.filter;

import org.eclipse.microprofile.graphql.Description;

@Description("How a partial date such as `2022`, which can be any day of that year, is compared with a range.")
public enum DateMatching {
    @Description("Every possible day is in the range: `2022` is not certainly on or after `2022-05-23`.")
    CERTAINLY,

    @Description("At least one possible day is in the range: `2022` is possibly on or after `2022-05-23`.")
    POSSIBLY
}

package dev.rangefinder.filter;

import org.eclipse.microprofile.graphql.Description;

@Description("What it means that a date such as `2022`, which may be any day of that year, lies in a range.")
public enum DateMatching {
    @Description(
            "Every day that the date may mean lies in the range: `2022` is not certainly on or after `2022-05-23`.")
    CERTAINLY,

    @Description(
            "At least one day that the date may mean lies in the range: `2022` is possibly on or after `2022-05-23`.")
    POSSIBLY
}

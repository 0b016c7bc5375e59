package dev.rangefinder.filter;

import java.util.List;

/** The operators of a filter for a value in several columns. Omitted operators add no condition. */
public interface CompositeOperators {

    /** Adds the conditions of these operators on expressions, in the order in which the filter names the properties. */
    void restrict(Conditions rows, List<String> expressions);
}

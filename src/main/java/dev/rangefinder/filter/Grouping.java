package dev.rangefinder.filter;

import java.util.Map;
import java.util.TreeMap;

/** How rows are grouped by a property, and the operators that select the rows of a group, as a client would send them. */
public enum Grouping {
    /** By its value. */
    VALUE("eq", "isNull"),

    /** By whether it is true. */
    TRUTH("eq", "isNull") {
        @Override
        public Map<String, Object> operators(String group) {
            return Map.of("eq", Boolean.valueOf(group));
        }
    },

    /** By each item of a list. */
    ITEM("has", "isEmpty"),

    /** By the year of a date. */
    YEAR("gte", "isNull") {
        @Override
        public Map<String, Object> operators(String group) {
            return new TreeMap<>(Map.of("gte", group, "lte", group)); // the order of Map.of differs between processes
        }
    },

    /** By the object that it refers to. */
    REFERENCE("eq", "isNull"),

    /** By the object that it identifies, for rows that others are related to. */
    IDENTITY("eq", "isNull") {
        @Override
        public Map<String, Object> known() {
            return Map.of();
        }
    },

    /** By the number that it is. */
    NUMBER("eq", "isNull") {
        @Override
        public Map<String, Object> operators(String group) {
            return Map.of("eq", Integer.valueOf(group));
        }
    },

    /** By the currency of a price. */
    CURRENCY("currency", "isNull"),

    /** By the unit of a value. */
    UNIT("unit", "isNull");

    private final String operator;
    private final String missing;

    /**
     * A way to group rows.
     *
     * @param operator the operator whose operand is the group
     * @param missing the operator that tests whether there is no value
     */
    Grouping(String operator, String missing) {
        this.operator = operator;
        this.missing = missing;
    }

    /** Whether the groups are on one scale, so that it has ends whatever the number of groups. */
    public boolean isScale() {
        return this == YEAR || this == NUMBER;
    }

    /** Whether each group has amounts, which are comparable within it. */
    public boolean hasAmounts() {
        return this == CURRENCY || this == UNIT;
    }

    /** The operators that select a group. */
    public Map<String, Object> operators(String group) {
        return Map.of(operator, group);
    }

    /** The operators that select the rows without a value. */
    public Map<String, Object> unknown() {
        return Map.of(missing, true);
    }

    /** The operators that select the rows with a value; empty if all of them have one. */
    public Map<String, Object> known() {
        return Map.of(missing, false);
    }
}

package dev.rangefinder.filter;

import java.util.Map;
import java.util.TreeMap;

/** How rows are grouped by a property, and the operators that select the rows of a group, as a client would send them. */
public enum Grouping {
    /** By its value. */
    VALUE("isNull") {
        @Override
        public Map<String, Object> operators(String group) {
            return Map.of("eq", group);
        }
    },

    /** By whether it is true. */
    TRUTH("isNull") {
        @Override
        public Map<String, Object> operators(String group) {
            return Map.of("eq", Boolean.valueOf(group));
        }
    },

    /** By each item of a list. */
    ITEM("isEmpty") {
        @Override
        public Map<String, Object> operators(String group) {
            return Map.of("has", group);
        }
    },

    /** By the year of a date. */
    YEAR("isNull") {
        @Override
        public Map<String, Object> operators(String group) {
            return new TreeMap<>(Map.of("gte", group, "lte", group)); // the order of Map.of differs between processes
        }
    },

    /** By the object that it refers to. */
    REFERENCE("isNull") {
        @Override
        public Map<String, Object> operators(String group) {
            return Map.of("eq", group);
        }
    },

    /** By the object that it identifies, for rows that others are related to. */
    IDENTITY("isNull") {
        @Override
        public Map<String, Object> operators(String group) {
            return Map.of("eq", group);
        }

        @Override
        public Map<String, Object> known() {
            return Map.of();
        }
    },

    /** By the currency of a price. */
    CURRENCY("isNull") {
        @Override
        public Map<String, Object> operators(String group) {
            return Map.of("currency", group);
        }
    };

    private final String missing;

    Grouping(String missing) {
        this.missing = missing;
    }

    /** The operators that select a group. */
    public abstract Map<String, Object> operators(String group);

    /** The operators that select the rows without a value. */
    public Map<String, Object> unknown() {
        return Map.of(missing, true);
    }

    /** The operators that select the rows with a value; empty if all of them have one. */
    public Map<String, Object> known() {
        return Map.of(missing, false);
    }
}

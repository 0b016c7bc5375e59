package dev.rangefinder.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table that records of a shape are stored in. A key is stored in the column of the same name in snake case, and a reference
 * in a column that ends in {@code _id}, unless declared otherwise.
 *
 * @param name the name of the table
 * @param identity the keys by which a record is found again, besides the record that it is part of
 * @param otherIdentity the keys by which records without the first of those are found
 * @param inherited the keys of the record that this one is part of which are stored here as well
 * @param columns the columns of keys that have others than their names say
 * @param links the tables of keys with lists of references
 */
record Table(
        String name,
        List<String> identity,
        List<String> otherIdentity,
        List<String> inherited,
        Map<String, String> columns,
        Map<String, Link> links) {

    /** A table with two foreign keys. */
    record Link(String table, String from, String to) {}

    /** A table, and the keys by which a record is found again. */
    static Table of(String name, String... identity) {
        return new Table(name, List.of(identity), List.of(), List.of(), Map.of(), Map.of());
    }

    /** Finds records without the first key of their identity by these keys instead. */
    Table otherwise(String... keys) {
        return new Table(name, identity, List.of(keys), inherited, columns, links);
    }

    /** Stores a key of the record that this one is part of, too. */
    Table inherits(String key) {
        return new Table(name, identity, otherIdentity, List.of(key), columns, links);
    }

    /** Stores a key in a column of another name. */
    Table column(String key, String column) {
        Map<String, String> all = new HashMap<>(columns);
        all.put(key, column);
        return new Table(name, identity, otherIdentity, inherited, Map.copyOf(all), links);
    }

    /** Stores the references in the list of a key in a table of their own. */
    Table link(String key, String table, String from, String to) {
        Map<String, Link> all = new HashMap<>(links);
        all.put(key, new Link(table, from, to));
        return new Table(name, identity, otherIdentity, inherited, columns, Map.copyOf(all));
    }

    /** The column of a key. */
    String column(String key) {
        return columns.getOrDefault(key, snakeCase(key));
    }

    /** The column of a key with a reference. */
    String referenceColumn(String key) {
        return columns.getOrDefault(key, snakeCase(key) + "_id");
    }

    /** The foreign key of records that are part of those of another table. */
    static String foreignKey(@Nullable Table owner) {
        return owner == null ? "" : owner.name + "_id";
    }

    static String snakeCase(String key) {
        return key.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}

package dev.rangefinder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entry of the catalogue that a test is about to make: see {@link CatalogueData}. */
public final class Entry {

    private final String table;
    private final String name;
    private final Map<String, Object> values = new LinkedHashMap<>();

    Entry(String table, String name) {
        this.table = table;
        this.name = name;
    }

    /** Gives a column a value. That of a foreign key is the entry it leads to. */
    public Entry with(String column, Object value) {
        values.put(column, value instanceof Saved saved ? saved.key() : value);
        return this;
    }

    /** Says which document the entry is taken from. */
    public Entry citedFrom(Saved citation) {
        return with("citation_id", citation).with("standing", "REPORTED");
    }

    /** Stores the entry. */
    public Saved save() {
        List<Object> parameters = new ArrayList<>(values.values());
        String sql = "insert into " + table + " (" + String.join(", ", values.keySet()) + ") values ("
                + String.join(", ", Collections.nCopies(parameters.size(), "?")) + ") returning *";
        return new Saved(table, CatalogueData.execute(sql, parameters), name);
    }
}

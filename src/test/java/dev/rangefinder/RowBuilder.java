package dev.rangefinder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a row of a table of the catalogue: see {@link CatalogueData}. */
public final class RowBuilder {

    private final String table;
    private final String name;
    private final Map<String, Object> values = new LinkedHashMap<>();

    RowBuilder(String table, String name) {
        this.table = table;
        this.name = name;
    }

    /** Sets a column. The value of a foreign key is the row that it references. */
    public RowBuilder with(String column, Object value) {
        values.put(column, value instanceof StoredRow row ? row.key() : value);
        return this;
    }

    /** Sets the citation of the row, which is then reported. */
    public RowBuilder citedFrom(StoredRow citation) {
        return with("citation_id", citation).with("standing", "REPORTED");
    }

    /** Inserts the row. */
    public StoredRow save() {
        List<Object> parameters = new ArrayList<>(values.values());
        String sql = "insert into " + table + " (" + String.join(", ", values.keySet()) + ") values ("
                + String.join(", ", Collections.nCopies(parameters.size(), "?")) + ") returning *";
        return new StoredRow(table, CatalogueData.execute(sql, parameters), name);
    }
}

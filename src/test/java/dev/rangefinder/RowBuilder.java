package dev.rangefinder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Builds a row of a table of the catalogue: see {@link CatalogueData}. */
public final class RowBuilder {

    /** The tables without claims about their rows. */
    private static final List<String> UNCLAIMED = List.of("citation", "claim", "effect");

    /** A claim for each value, or else one about the row as a whole. */
    private static final String CLAIMS = """
        insert into claim (source_id, standing, property, value, %1$s_id)
        select (select id from citation where key = ?), ?, v.property, v.value, r.id
        from %1$s r left join %1$s_value v on v.id = r.id where r.id = ?\
        """;

    private final String table;
    private final String name;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Function<StoredRow, RowBuilder>> parts = new ArrayList<>();
    private String citation;
    private String standing = "RUMOURED";

    /** A row of a table that links the row to another one, and its columns. */
    private record Link(String columns, long other) {}

    RowBuilder(String table, String name, String citation) {
        this.table = table;
        this.name = name;
        this.citation = citation;
    }

    /** Sets a column. The value of a foreign key is the row that it references. */
    public RowBuilder with(String column, Object value) {
        values.put(column, value instanceof StoredRow row ? row.key() : value);
        return this;
    }

    /** Sets the citation that reports the values of the row. */
    public RowBuilder citedFrom(StoredRow source) {
        return citedFrom(source, "REPORTED");
    }

    /** Sets the citation of the values of the row, and the standing of its claims. */
    public RowBuilder citedFrom(StoredRow source, String claimed) {
        citation = source.name();
        standing = claimed;
        return this;
    }

    /** Places a market inside a region. */
    public RowBuilder inside(StoredRow region) {
        links.add(new Link("market_parent (child_id, parent_id)", region.key()));
        return this;
    }

    /** Makes a brand belong to another one. */
    public RowBuilder ownedBy(StoredRow owner) {
        return part("ownership", "brand_id", "owner_id", owner);
    }

    /** Makes a device result from a partnership. */
    public RowBuilder resultingFrom(StoredRow partnership) {
        return part("collaboration", "device_id", "partnership_id", partnership);
    }

    private RowBuilder part(String partTable, String own, String other, StoredRow otherRow) {
        parts.add(
                row -> new RowBuilder(partTable, name, citation).with(own, row).with(other, otherRow));
        return this;
    }

    /** Makes a citation relay another one. */
    public RowBuilder relaying(StoredRow basis) {
        links.add(new Link("citation_basis (citation_id, basis_id)", basis.key()));
        return this;
    }

    /** Adds a brand to those that paid for a citation. */
    public RowBuilder paidBy(StoredRow payer) {
        links.add(new Link("citation_payer (citation_id, brand_id)", payer.key()));
        return this;
    }

    /** Adds a brand to those that a figure is about, or a brand or a partnership to those that an event is about. */
    public RowBuilder about(StoredRow subject) {
        links.add(new Link("%1$s_%2$s (%1$s_id, %2$s_id)".formatted(table, subject.table()), subject.key()));
        return this;
    }

    /** Inserts the row, and claims that state its values. */
    public StoredRow save() {
        long[] key = new long[1];
        CatalogueData.transaction(() -> {
            key[0] = insert();
            links.forEach(link -> CatalogueData.execute(
                    "insert into " + link.columns + " values (?, ?)", List.of(key[0], link.other)));
            if (!UNCLAIMED.contains(table)) {
                CatalogueData.execute(
                        "insert into citation (key) values (?) on conflict do nothing", List.of(citation));
                CatalogueData.execute(CLAIMS.formatted(table), List.of(citation, standing, key[0]));
            }
            parts.forEach(part -> part.apply(new StoredRow(table, key[0], name)).save());
        });
        return new StoredRow(table, key[0], name);
    }

    private long insert() {
        List<Object> parameters = new ArrayList<>(values.values());
        String sql = "insert into " + table + " (" + String.join(", ", values.keySet()) + ") values ("
                + String.join(", ", Collections.nCopies(parameters.size(), "?")) + ") returning id";
        return CatalogueData.execute(sql, parameters);
    }
}

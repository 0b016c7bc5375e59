package dev.rangefinder;

/** Brands that tests insert into databases of their own. */
public final class BrandRows {

    private BrandRows() {}

    /**
     * A statement that inserts brands, with a claim about each, into a database that has a citation.
     *
     * @param rows the values of the columns slug and name: a VALUES clause or a query
     */
    public static String insert(String rows) {
        return "with added as (insert into brand (slug, name) " + rows + " returning id) "
                + "insert into claim (source_id, brand_id) select (select min(id) from citation), id from added";
    }
}

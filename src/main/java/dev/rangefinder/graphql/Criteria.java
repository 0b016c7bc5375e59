package dev.rangefinder.graphql;

/** What a client asks of the rows of one table. All of it must hold; a {@link Filter} combines several. */
public interface Criteria {

    /** Says in SQL what is asked of a row. */
    void restrict(Restriction rows);
}

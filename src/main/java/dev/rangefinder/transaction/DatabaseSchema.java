package dev.rangefinder.transaction;

import org.jspecify.annotations.Nullable;

/** The tables, or the views with their names, that a transaction reads. */
enum DatabaseSchema {
    /** The tables themselves. */
    PRESENT("select * from open_moment(?)"),

    /** The tables as of a revision. */
    ASOF("select * from open_moment(?)"),

    /** The tables of the current revision on a day. */
    VALIDON("/* on a day */ ", "select * from open_day(?, ?::date, ?, false)"),

    /** The tables as of a revision on a day. */
    ASOF_VALIDON("/* as of a revision on a day */ ", "select * from open_day(?, ?::date, ?, true)");

    /**
     * Makes a statement differ from the same one in another schema. Sessions begin in the search path of {@link #ASOF}, and only
     * transactions in that of a day: PostgreSQL would plan a statement again whenever it ran in another search path than before.
     */
    private final String comment;

    private final String opening;

    DatabaseSchema(String opening) {
        this("", opening);
    }

    DatabaseSchema(String comment, String opening) {
        this.comment = comment;
        this.opening = opening;
    }

    /** The schema of a revision, which may be the current one until another is known to have followed, perhaps on a day. */
    static DatabaseSchema of(boolean isPast, @Nullable ValidDay day) {
        if (day == null) {
            return isPast ? ASOF : PRESENT;
        }
        return isPast ? ASOF_VALIDON : VALIDON;
    }

    /** Whether it is read in sessions that read as of moments. */
    boolean isOfMoments() {
        return this != PRESENT;
    }

    /** The text of a statement in this schema. */
    String statement(String text) {
        return comment.isEmpty() ? text : comment + text;
    }

    /** Opens a moment in a transaction; the row begins with its revision and its time. */
    Sql opening(Moment moment) {
        ValidDay day = moment.validDay();
        return day == null
                ? Sql.of(opening, moment.revision())
                : Sql.of(
                        opening,
                        moment.revision(),
                        day.day().toString(),
                        day.validity().name());
    }
}

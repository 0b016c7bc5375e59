package dev.rangefinder.store;

import dev.rangefinder.transaction.Sql;

/** The statements that count the rows of each parent. Their first column is the position of the parent among the keys, from 1 on. */
record CountStatements(Relation<?, ?, ?> relation, Condition filter, MatchingRows matching) {

    /** Counts all rows. */
    Sql all(long[] parents) {
        return Sql.of("select parent.n, (select count(*)").add(rows()).add(") from " + ParentKeys.numbered(), parents);
    }

    /** Counts rows up to one more than a limit. */
    Sql upTo(int limit, long[] parents) {
        return Sql.of("select parent.n, (select count(*) from (select")
                .add(rows())
                .add(" limit " + (limit + 1) + ") counted) from " + ParentKeys.numbered(), parents);
    }

    private Sql rows() {
        Sql from = filter.parts().isEmpty() ? relation.links() : relation.from();
        return matching.of(filter, from, new ParentKeys(relation.parent()).matching());
    }
}

package dev.rangefinder.evidence;

import dev.rangefinder.graphql.OrderField;
import dev.rangefinder.graphql.Ordering;
import org.eclipse.microprofile.graphql.Description;

/** What citations can be ordered by. */
@Description("What citations can be ordered by.")
public enum CitationOrderField implements OrderField {
    /** By the short name of the document. */
    @Description("By the short name of the document.")
    KEY(Ordering.unique("q.key", "citationKey")),

    /** By the date of publication. */
    @Description("By the date of publication.")
    PUBLISHED_ON(Ordering.date("q.published_on", "publishedOn"));

    private final Ordering ordering;

    CitationOrderField(Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Ordering ordering() {
        return ordering;
    }
}

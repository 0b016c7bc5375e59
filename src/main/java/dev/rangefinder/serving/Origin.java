package dev.rangefinder.serving;

import dev.rangefinder.change.Revision;
import dev.rangefinder.transaction.Moment;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The state of the catalogue that an answer is from.
 *
 * @param moment the moment that the request asks for; null for the present
 */
record Origin(Revision revision, @Nullable Moment moment) {

    /** The current revision. */
    static Origin of(Revision revision) {
        return new Origin(revision, null);
    }

    /** The revision of a moment. */
    static Origin of(Moment moment) {
        return new Origin(Revision.of(moment), moment);
    }

    /** Whether the answer never changes. */
    boolean isFinal() {
        return moment != null && moment.isPast();
    }

    /** What the answer has of the world on a day; empty for all that the catalogue knows. */
    String validity() {
        return moment == null || moment.validDay() == null
                ? ""
                : moment.validDay().validity().name();
    }

    /** The day that the answer depends on. */
    LocalDate day(LocalDate today) {
        return moment == null ? today : moment.day();
    }
}

package dev.rangefinder.engine.document;

import dev.rangefinder.transaction.Deadline;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one operation may ask for. All but the cost is checked before any statement is run. */
@ConfigMapping(prefix = "rangefinder.limits")
public interface Limits {

    /** The most that an operation may cost, as it is metered while it runs. */
    @WithDefault("50000")
    long cost();

    /** The most that an operation may be estimated to cost before it runs. */
    @WithDefault("10000000")
    long estimate();

    /** The most levels of fields below each other. Introspection is not counted. */
    @WithDefault("20")
    int depth();

    /** The most characters of a document. */
    @WithDefault("100000")
    int characters();

    /** The most tokens of a document. */
    @WithDefault("15000")
    int tokens();

    /** The most aliases in a document. */
    @WithDefault("200")
    int aliases();

    /** The most directives in a document. */
    @WithDefault("100")
    int directives();

    /** The most fragments in a document. */
    @WithDefault("100")
    int fragments();

    /** The most parts of a document, where its fragments are expanded: fields, arguments, values, directives, fragments. */
    @WithDefault("10000")
    int parts();

    /** The most values in the variables, those inside lists and objects too. */
    @WithDefault("10000")
    int values();

    /** The most fields of the query root in an operation. */
    @WithDefault("50")
    int rootFields();

    /** The most bytes of an answer, before it is compressed. */
    @WithDefault("32M")
    MemorySize answerSize();

    /** How long an operation may take. */
    @WithDefault(Deadline.DEFAULT)
    Duration deadline();

    /** How long the database may work on an operation, where that can be long at all. */
    @WithDefault("800ms")
    Duration databaseTime();
}

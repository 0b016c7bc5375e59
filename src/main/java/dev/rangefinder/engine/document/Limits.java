package dev.rangefinder.engine.document;

import dev.rangefinder.transaction.Deadline;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of one operation. Those of documents, variables and the estimate are checked before any statement is run. */
@ConfigMapping(prefix = "rangefinder.limits")
public interface Limits {

    /** The maximum cost of an operation, metered while it runs. */
    @WithDefault("50000")
    long cost();

    /** The maximum cost of an operation, estimated before it runs. */
    @WithDefault("10000000")
    long estimate();

    /** The number of rows up to which `count` and facets of a connection are exact. */
    @WithDefault("10000")
    int count();

    /** The maximum depth of nested fields, not counting introspection. */
    @WithDefault("20")
    int depth();

    /** The maximum number of characters of a document. */
    @WithDefault("100000")
    int characters();

    /** The maximum number of tokens of a document. */
    @WithDefault("15000")
    int tokens();

    /** The maximum number of aliases in a document. */
    @WithDefault("200")
    int aliases();

    /** The maximum number of directives in a document. */
    @WithDefault("100")
    int directives();

    /** The maximum number of fragments in a document. */
    @WithDefault("100")
    int fragments();

    /** The maximum number of fields, arguments, values, directives and fragments of a document with expanded fragments. */
    @WithDefault("10000")
    int parts();

    /** The maximum number of values in the variables, including those inside lists and objects. */
    @WithDefault("10000")
    int values();

    /** The maximum number of root fields of an operation. */
    @WithDefault("50")
    int rootFields();

    /** The maximum size of an answer before compression. */
    @WithDefault("32M")
    MemorySize answerSize();

    /** How long an operation may take. */
    @WithDefault(Deadline.DEFAULT)
    Duration deadline();

    /** How long the database may work on an operation whose estimated time exceeds this, too. */
    @WithDefault("800ms")
    Duration databaseTime();
}

package dev.rangefinder.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rangefinder.change.CatalogueEvent;
import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.document.PreparedDocument;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.observation.Outcome;
import dev.rangefinder.transaction.Moment;
import graphql.GraphQLError;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The response to a request: GraphQL specification, section 7.1. */
public final class Answer {

    private final boolean executed;
    private final @Nullable Object data;
    private final List<GraphQLError> errors;

    private final Map<String, Object> extensions;
    private final @Nullable Revision revision;
    private final @Nullable Moment moment;
    private final @Nullable PreparedDocument document;

    private Answer(
            boolean executed,
            @Nullable Object data,
            List<GraphQLError> errors,
            Map<String, Object> extensions,
            @Nullable Revision revision,
            @Nullable Moment moment,
            @Nullable PreparedDocument document) {
        this.executed = executed;
        this.data = data;
        this.errors = errors;
        this.extensions = extensions;
        this.revision = revision;
        this.moment = moment;
        this.document = document;
    }

    /** An answer to a request that was executed. */
    static Answer executed(@Nullable Object data, List<GraphQLError> errors) {
        return new Answer(true, data, errors, Map.of(), null, null, null);
    }

    /** An answer to a request that was not executed: it has errors and no data. */
    public static Answer rejected(List<GraphQLError> errors) {
        return new Answer(false, null, errors, Map.of(), null, null, null);
    }

    /** The same answer with extensions. */
    Answer with(Map<String, Object> entries) {
        return new Answer(executed, data, errors, entries, revision, moment, document);
    }

    /**
     * The same answer, with its origin.
     *
     * @param source the document; null when it was not prepared, or when the answer depends on more than that and the revision
     * @param read the revision; null when none was read
     * @param asOf the moment that it is as of; null for the present
     */
    Answer from(@Nullable PreparedDocument source, @Nullable Revision read, @Nullable Moment asOf) {
        return new Answer(executed, data, errors, extensions, read, asOf, source);
    }

    /** The events that the client has subscribed to; empty for other operations. */
    @SuppressWarnings("unchecked") // no other publisher is ever the data
    public Optional<Flow.Publisher<CatalogueEvent>> events() {
        return data instanceof Flow.Publisher<?> events
                ? Optional.of((Flow.Publisher<CatalogueEvent>) events)
                : Optional.empty();
    }

    /** The document by which the answer can be cached; empty when it cannot. */
    public Optional<PreparedDocument> document() {
        return Optional.ofNullable(document);
    }

    /** The revision of the catalogue that was read; empty when none was. */
    public Optional<Revision> revision() {
        return Optional.ofNullable(revision);
    }

    /** The moment that the answer is as of; null for the present. */
    public @Nullable Moment moment() {
        return moment;
    }

    /** Whether the answer is valid until the catalogue changes: it has data, and nothing else. */
    public boolean isCacheable() {
        return executed && errors.isEmpty() && extensions.isEmpty();
    }

    /** Whether the request was executed, so that the answer has an entry {@code data}, which may be null. */
    public boolean isExecuted() {
        return executed;
    }

    public List<GraphQLError> errors() {
        return errors;
    }

    /** The outcome of the request for metrics and logs. */
    public Outcome outcome() {
        if (errors.isEmpty()) {
            return Outcome.OK;
        }
        if (!executed) {
            return Outcome.rejected(ClientError.codeOf(errors.get(0)));
        }
        Set<ErrorCode> codes = errors.stream().map(ClientError::codeOf).collect(Collectors.toSet());
        return Outcome.partial(codes);
    }

    /** Writes the errors as a JSON array. */
    public void writeErrors(JsonGenerator json) throws IOException {
        AnswerWriter.write(json, errors.stream().map(ClientError::of).toList());
    }

    /** Writes the answer as JSON. */
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (!errors.isEmpty()) {
            json.writeFieldName("errors");
            writeErrors(json);
        }
        if (executed) {
            json.writeFieldName("data");
            AnswerWriter.write(json, data);
        }
        if (!extensions.isEmpty()) {
            json.writeFieldName("extensions");
            AnswerWriter.write(json, extensions);
        }
        json.writeEndObject();
    }
}

package dev.rangefinder.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What clients get from an execution, so that executions can be compared.
 *
 * @param data the data as JSON, with its keys in their order; empty when there is none
 * @param errors path, code and message of each error, in some order of their own; of unexpected failures no message,
 *     because that has an id
 */
record Outcome(String data, List<String> errors) {

    private static final JsonFactory JSON = new JsonFactory();

    static Outcome of(ExecutionResult result) {
        String data = result.isDataPresent() ? json(result.getData()) : "";
        return new Outcome(
                data,
                result.getErrors().stream()
                        .map(Outcome::describe)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static String json(Object data) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            AnswerWriter.write(json, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String describe(GraphQLError error) {
        Map<String, Object> told = ClientError.of(error);
        String code = String.valueOf(((Map<?, ?>) told.get("extensions")).get("code"));
        return told.get("path") + " " + code + (code.equals("INTERNAL_SERVER_ERROR") ? "" : " " + told.get("message"));
    }

    @Override
    public String toString() {
        return data + errors.stream().collect(Collectors.joining("\n  ", "\n  ", ""));
    }
}

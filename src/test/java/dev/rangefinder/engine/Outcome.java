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
 * The result of an execution in a comparable form.
 *
 * @param data the data as JSON, with its keys in order; empty without data
 * @param errors path, code and message of each error, sorted; without the message of unexpected failures, which has a
 *     random id
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
        Map<String, Object> described = ClientError.of(error);
        String code = String.valueOf(((Map<?, ?>) described.get("extensions")).get("code"));
        return described.get("path") + " " + code
                + (code.equals("INTERNAL_SERVER_ERROR") ? "" : " " + described.get("message"));
    }

    @Override
    public String toString() {
        return data + errors.stream().collect(Collectors.joining("\n  ", "\n  ", ""));
    }
}

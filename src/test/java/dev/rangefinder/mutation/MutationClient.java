package dev.rangefinder.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.identity.IdentityResource;
import dev.rangefinder.identity.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** Sends mutations as any client does, with the access token of an administrator, who may edit as well. */
final class MutationClient {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final String EXISTING = " ... on AlreadyExists { existing { id ... on Brand { slug } } }";
    private static final String STALE =
            " ... on StaleVersion { currentVersion differing changed message current { id ... on Brand { name version } } }";

    private static Runnable afterChange = () -> {};

    private MutationClient() {}

    /** Runs something after each change from now on. */
    static void afterChanges(Runnable action) {
        afterChange = action;
    }

    /** A name that no other test has used. */
    static String unique(String prefix) {
        return prefix
                + '-'
                + NUMBER.incrementAndGet()
                + '-'
                + ProcessHandle.current().pid();
    }

    /** The header with the access token. */
    static String authorization() {
        return IdentityResource.token().with(Role.ADMIN).header();
    }

    private static JsonNode answer(String document, Map<String, ?> variables) {
        return GraphQLClient.answer(document, variables, "authorization", authorization());
    }

    /** The data that a document without variables selects. The answer must have no errors. */
    static JsonNode data(String document) {
        return data(document, Map.of());
    }

    /** The data that a document selects. The answer must have no errors. */
    static JsonNode data(String document, Map<String, ?> variables) {
        return GraphQLClient.data(document, answer(document, variables));
    }

    /** The code of the first error in the answer to a document without variables. */
    static String errorCode(String document) {
        return errorCode(document, Map.of());
    }

    /** The code of the first error in the answer to a document. */
    static String errorCode(String document, Map<String, ?> variables) {
        return GraphQLClient.errorCode(document, answer(document, variables));
    }

    /** Executes a mutation with a variable {@code input}, and returns its payload. */
    static JsonNode change(String mutation, String selection, Map<String, ?> input) {
        String type = mutation.substring(0, 1).toUpperCase(Locale.ROOT) + mutation.substring(1) + "Input";
        String document = "mutation($input: " + type + "!) { " + mutation + "(input: $input) { " + selection
                + " revision errors { __typename ... on ChangeError { code message path }"
                + (mutation.startsWith("remove") ? "" : EXISTING)
                + (mutation.matches("(revise|remove).*") ? STALE : "") + " } } }";
        JsonNode payload = data(document, Map.of("input", input)).get(mutation);
        afterChange.run();
        return payload;
    }

    /** The types of the errors of a payload with their paths, such as {@code NotFound input.brand}. */
    static List<String> errors(JsonNode payload) {
        return StreamSupport.stream(payload.get("errors").spliterator(), false)
                .map(error -> error.get("__typename").asText() + ' ' + path(error.get("path")))
                .sorted()
                .toList();
    }

    private static String path(JsonNode path) {
        return String.join(
                ".",
                StreamSupport.stream(path.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }

    /** The key of a new citation. */
    static String cite() {
        String key = unique("M");
        JsonNode cited = change("citeDocument", "citation { key }", Map.of("key", key, "title", "On " + key));
        return cited.at("/citation/key").asText();
    }

    /** A claim that states all values of its record. */
    static Map<String, ?> statesAll(String citation) {
        return Map.of("citation", citation, "states", "all");
    }

    /** The input for a brand that makes cameras. */
    static Map<String, ?> brand(String slug, String citation) {
        return Map.of(
                "slug",
                slug,
                "name",
                "Brand " + slug,
                "makes",
                List.of("CAMERAS"),
                "claims",
                List.of(statesAll(citation)));
    }

    /** Registers a brand that makes cameras, and returns its payload. */
    static JsonNode registerBrand(String slug, String citation) {
        return change(
                "registerBrand",
                "brand { id slug name version makes standing citation { key } }",
                brand(slug, citation));
    }
}

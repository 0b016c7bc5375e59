package dev.rangefinder.engine.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rangefinder.engine.schema.Executable;
import dev.rangefinder.memory.Memory;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/**
 * Parses and validates documents (GraphQL specification, chapter 5), and caches the valid ones. Documents that are too large are
 * rejected before their validation.
 */
@ApplicationScoped
// Caffeine loads the class of a cache by name, and Quarkus does not register the one with weights
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSMW")
public class Documents {

    /** The cache uses at most this part of the heap, as its reciprocal. */
    private static final int HEAP_PART = 16;

    private static final long MAX_CACHE_BYTES = 64_000_000;

    private final GraphQLSchema schema;
    private final Limits limits;
    private final IntrospectionRule introspection;
    private final ParserOptions options;
    private final DocumentMemory parsing;
    private final Cache<String, PreparedDocument> cache = Caffeine.newBuilder()
            .maximumWeight(Memory.atMost(MAX_CACHE_BYTES, HEAP_PART))
            .weigher((String query, PreparedDocument document) -> DocumentMemory.ofCached(query))
            .build();

    public Documents(@Executable GraphQLSchema schema, Limits limits, IntrospectionRule introspection, Memory memory) {
        this.schema = schema;
        this.limits = limits;
        this.introspection = introspection;
        this.parsing = new DocumentMemory(memory);
        this.options = ParserOptions.newParserOptions()
                .maxCharacters(limits.characters())
                .maxTokens(limits.tokens())
                .readerTrackData(false)
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .build();
    }

    /** Returns the document with a text, prepared if it is in the cache. */
    public RequestedDocument find(String text) {
        return new RequestedDocument(text, cache.getIfPresent(text));
    }

    /** Prepares a document, and caches it if it is valid. */
    public PreparedDocument prepare(String text) {
        ExecutionInput input =
                ExecutionInput.newExecutionInput(text).locale(Locale.ROOT).build();
        PreparedDocument document =
                PreparedDocument.of(text, parsing.with(text, () -> introspection.apply(prepare(input))), schema);
        if (document.errors().isEmpty()) {
            cache.put(text, document);
        }
        return document;
    }

    /** Prepares the operation of a request, and its document if that was not cached. */
    public PreparedOperation prepare(Request request) {
        PreparedDocument cached = request.document().prepared();
        List<GraphQLError> tooLarge = VariablesSize.check(request.variables(), limits);
        if (!tooLarge.isEmpty()) {
            return new PreparedOperation(request, cached, new PreparsedDocumentEntry(tooLarge));
        }
        PreparedDocument document = cached == null ? prepare(request.query()) : cached;
        return new PreparedOperation(request, document, OperationRule.apply(document, request));
    }

    private PreparsedDocumentEntry prepare(ExecutionInput input) {
        if (input.getQuery().length() > limits.characters()) {
            return new PreparsedDocumentEntry(
                    DocumentSize.tooLarge("The document has more than " + limits.characters() + " characters."));
        }
        try {
            return validated(parse(input));
        } catch (SourceException e) {
            return new PreparsedDocumentEntry(e.error());
        }
    }

    private ParseAndValidateResult parse(ExecutionInput input) {
        return ParseAndValidate.parse(input.transform(
                with -> with.query(SourceText.parsable(input.getQuery(), limits.tokens()))
                        .graphQLContext(context -> context.put(ParserOptions.class, options))));
    }

    private PreparsedDocumentEntry validated(ParseAndValidateResult parsed) {
        if (parsed.isFailure()) {
            return new PreparsedDocumentEntry(errorsOf(parsed));
        }
        Document document = parsed.getDocument();
        List<GraphQLError> tooLarge = DocumentSize.check(document, limits);
        if (!tooLarge.isEmpty()) {
            return new PreparsedDocumentEntry(document, tooLarge);
        }
        List<ValidationError> invalid = Validation.check(schema, document);
        return invalid.isEmpty()
                ? new PreparsedDocumentEntry(document)
                : new PreparsedDocumentEntry(document, List.<GraphQLError>copyOf(invalid));
    }

    private static List<GraphQLError> errorsOf(ParseAndValidateResult parsed) {
        InvalidSyntaxException failure = parsed.getSyntaxException();
        boolean tooLarge = failure instanceof ParseCancelledException
                || failure instanceof ParseCancelledTooDeepException
                || failure instanceof ParseCancelledTooManyCharsException;
        return tooLarge ? List.of(DocumentSize.tooLarge(failure.getMessage())) : parsed.getErrors();
    }
}

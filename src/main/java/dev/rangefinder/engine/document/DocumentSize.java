package dev.rangefinder.engine.document;

import dev.rangefinder.engine.ClientError;
import dev.rangefinder.error.ErrorCode;
import graphql.GraphQLError;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Checks the size of a parsed document before its validation, which can take exponential time. */
public final class DocumentSize {

    private final Limits limits;
    private final List<GraphQLError> errors = new ArrayList<>();

    private DocumentSize(Limits limits) {
        this.limits = limits;
    }

    /** Returns the limits that a document exceeds, as errors. */
    static List<GraphQLError> check(Document document, Limits limits) {
        DocumentSize size = new DocumentSize(limits);
        size.check(document);
        return size.errors;
    }

    private void check(Document document) {
        SelectionMeasure measure = new SelectionMeasure(document);
        check(
                "aliases",
                count(document, node -> node instanceof Field field && field.getAlias() != null),
                limits.aliases());
        check("directives", count(document, Directive.class::isInstance), limits.directives());
        check("fragments", measure.fragments().size(), limits.fragments());
        int nesting = 0;
        for (String fragment : measure.fragments()) {
            nesting = Math.max(nesting, measure.of(fragment).nesting());
        }
        SelectionSize all = SelectionSize.NOTHING;
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            SelectionSize size = measure.of(operation.getSelectionSet());
            check("root fields", size.width(), limits.rootFields());
            check("levels of nested fields", size.depth(), limits.depth());
            all = all.plus(size);
        }
        check("parts", all.parts(), limits.parts());
        check("nested selection sets", Math.max(nesting, all.nesting()), SelectionMeasure.MAX_NESTING);
    }

    private static int count(Node<?> node, Predicate<Node<?>> counted) {
        int number = counted.test(node) ? 1 : 0;
        for (Node<?> child : node.getChildren()) {
            number += count(child, counted);
        }
        return number;
    }

    private void check(String what, long number, long limit) {
        if (number > limit) {
            String counted = number >= SelectionSize.MANY ? "too many " : number + " ";
            errors.add(tooLarge("The document has " + counted + what + "; the limit is " + limit + '.'));
        }
    }

    public static GraphQLError tooLarge(String message) {
        return ClientError.builder(ErrorCode.DOCUMENT_TOO_COMPLEX, message).build();
    }
}

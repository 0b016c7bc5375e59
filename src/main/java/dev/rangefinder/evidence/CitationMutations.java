package dev.rangefinder.evidence;

import dev.rangefinder.mutation.Change;
import dev.rangefinder.mutation.Editor;
import dev.rangefinder.mutation.Removal;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/** The changes of citations. */
@GraphQLApi
public class CitationMutations {

    private final Editor editor;

    CitationMutations(Editor editor) {
        this.editor = editor;
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds a citation. Requires the role `editor`.")
    public Change<Citation> citeDocument(@Description("The document.") CiteDocumentInput input) {
        return editor.register(EvidenceApi.CITATIONS, input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes a citation. Requires the role `editor`.")
    public Change<Citation> reviseCitation(@Description("The changes.") ReviseCitationInput input) {
        return editor.revise(EvidenceApi.CITATIONS, input.citation(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes a citation that no other record refers to. Requires the role `admin`.")
    public Removal removeCitation(@Description("The citation.") RemoveCitationInput input) {
        return editor.remove(EvidenceApi.CITATIONS, input.citation(), input.expectedVersion());
    }
}

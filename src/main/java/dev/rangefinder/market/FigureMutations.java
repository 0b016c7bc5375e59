package dev.rangefinder.market;

import dev.rangefinder.mutation.Change;
import dev.rangefinder.mutation.Editor;
import dev.rangefinder.mutation.Removal;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/** The changes of figures. */
@GraphQLApi
public class FigureMutations {

    private final Editor editor;

    FigureMutations(Editor editor) {
        this.editor = editor;
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds a figure. Requires the role `editor`.")
    public Change<Figure> publishFigure(@Description("The figure.") PublishFigureInput input) {
        return editor.register(FigureApi.FIGURES, input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes a figure. Requires the role `editor`.")
    public Change<Figure> reviseFigure(@Description("The changes.") ReviseFigureInput input) {
        return editor.revise(FigureApi.FIGURES, input.figure(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes a figure that no other record refers to. Requires the role `admin`.")
    public Removal removeFigure(@Description("The figure.") RemoveFigureInput input) {
        return editor.remove(FigureApi.FIGURES, input.figure(), input.expectedVersion());
    }
}

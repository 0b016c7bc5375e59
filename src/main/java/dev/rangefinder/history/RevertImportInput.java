package dev.rangefinder.history;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RevertImportInput")
@Description("The import to undo.")
public record RevertImportInput(
        @Description("The revision of the catalogue that the import made.")
        int revision,

        @Nullable @Description("Whether to report only what would be undone, or why that is refused. False by default.")
        Boolean dryRun) {}

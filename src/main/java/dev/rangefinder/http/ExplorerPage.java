package dev.rangefinder.http;

import dev.rangefinder.serving.ExplorerDocuments;
import io.quarkiverse.web.bundler.runtime.Bundle;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page of the explorer: which script and styles it loads, by which hash it requests each document, and whether it may link
 * to GraphiQL.
 */
@Singleton
class ExplorerPage {

    private static final String TEMPLATE = "explorer/index.html";

    private final Bundle bundle;
    private final ExplorerDocuments documents;
    private final boolean graphiQL;
    private volatile @Nullable StaticFile file;

    ExplorerPage(Bundle bundle, ExplorerDocuments documents, GraphiQLRoute.Config graphiQL) {
        this.bundle = bundle;
        this.documents = documents;
        this.graphiQL = graphiQL.enabled();
    }

    /** The page, which is made for the first client that requests it. */
    StaticFile get() {
        StaticFile made = file;
        if (made == null) {
            made = StaticFile.of("text/html; charset=utf-8", ExplorerFiles.REVALIDATED, text());
            file = made;
        }
        return made;
    }

    private String text() {
        String hashes = documents.hashes().entrySet().stream()
                .map(document -> document.getKey() + '=' + document.getValue())
                .collect(Collectors.joining("&"));
        return ExplorerFiles.text(TEMPLATE)
                .orElseThrow()
                .replace("{script}", path("app.js"))
                .replace("{style}", path("app.css"))
                .replace("{documents}", hashes)
                .replace("{graphiql}", graphiQL ? GraphiQLRoute.PATH.substring(1) : "");
    }

    /** Relative to the page, which may be served below another path. */
    private String path(String name) {
        return bundle.mapping().get(name).substring(1);
    }
}

package dev.rangefinder.engine;

import dev.rangefinder.catalogue.ImportRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Imports records as the catalogue has exported them some time ago, under their names and under others, and reverts such imports. */
final class RandomImports {

    private static final String REVERT =
            "mutation($revision: Int!) { revertImport(input: {revision: $revision}) { errors { __typename } } }";

    private final URI service;
    private final SeededRandom draw;
    private final List<Integer> imports = new ArrayList<>();
    private List<String> exported = List.of();
    private int names;

    RandomImports(URI service, SeededRandom draw) {
        this.service = service;
        this.draw = draw;
    }

    /** Imports one record as YAML, or several as JSON Lines. */
    void change() {
        if (exported.isEmpty() || draw.percent(5)) {
            exported = export();
        }
        boolean yaml = draw.percent(30);
        String file = IntStream.rangeClosed(1, yaml ? 1 : draw.between(2, 6))
                .mapToObj(i -> record())
                .collect(Collectors.joining("\n"));
        String type = yaml ? "application/yaml" : "application/jsonl";
        JsonObject summary =
                ImportRequest.run(service.resolve("/import"), "", type, file).summary();
        if (summary != null && summary.getInteger("revision") != null) {
            imports.add(summary.getInteger("revision"));
        }
    }

    /** A line is a whole file, in JSON and so in YAML, too. */
    private String record() {
        String record = draw.oneOf(exported);
        return draw.percent(50)
                ? record
                : record.replaceFirst("\"(slug|key)\":\"[^\"]*\"", "\"$1\":\"imported-" + ++names + '"')
                        .replaceFirst("\"name\":\"[^\"]*\"", "\"name\":\"Imported " + names + '"');
    }

    /** Reverts the latest import, or an earlier one. */
    void revert() {
        if (!imports.isEmpty()) {
            int i = draw.percent(70) ? imports.size() - 1 : draw.between(0, imports.size() - 1);
            RandomMutations.isStored(REVERT, Map.of("revision", imports.remove(i)));
        }
    }

    private List<String> export() {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/export"))
                .header("Accept", "application/jsonl")
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofLines())
                    .body()
                    .toList();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.rangefinder.engine.schema;

import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;
import org.jspecify.annotations.Nullable;

/** Registers {@link PropertyFetcher} with SmallRye. Discovered through {@code META-INF/services}. */
public final class PropertyFetcherService implements DataFetcherService {

    @Override
    public Integer getPriority() {
        return 0; // before the service of Quarkus
    }

    @Override
    public PlugableDataFetcher<?> getFieldDataFetcher(Field field, @Nullable Type type, Reference owner) {
        return PropertyFetcher.of(field, owner);
    }
}

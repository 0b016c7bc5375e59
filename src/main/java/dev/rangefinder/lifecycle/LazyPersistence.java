package dev.rangefinder.lifecycle;

import io.quarkus.hibernate.orm.runtime.HibernateOrmRuntimeConfig;
import io.quarkus.hibernate.orm.runtime.JPAConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceProviderResolver;
import jakarta.persistence.spi.PersistenceProviderResolverHolder;
import java.util.List;

/**
 * Starts Hibernate on first use: operations do not need it, and it only loads an empty catalogue at the start. Quarkus would
 * start it with the service, and obtains session factories from the provider that is registered here.
 */
@Alternative
@Priority(1)
@Singleton
class LazyPersistence extends JPAConfig {

    /** Wraps the provider of Quarkus, which is already registered. */
    LazyPersistence(HibernateOrmRuntimeConfig config) {
        super(config);
        PersistenceProvider eager = PersistenceProviderResolverHolder.getPersistenceProviderResolver()
                .getPersistenceProviders()
                .get(0);
        PersistenceProviderResolverHolder.setPersistenceProviderResolver(
                new OneProvider(List.of(new LazyProvider(eager))));
    }

    private record OneProvider(List<PersistenceProvider> getPersistenceProviders)
            implements PersistenceProviderResolver {

        @Override
        public void clearCachedProviders() {
            // This is the only provider.
        }
    }
}

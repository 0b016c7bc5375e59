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
 * Starts Hibernate when it is used first: nothing that is read needs it, and only an empty catalogue is filled at the start.
 * Quarkus would start it with the service, and takes each factory of sessions from the provider that is found here.
 */
@Alternative
@Priority(1)
@Singleton
class LazyPersistence extends JPAConfig {

    /** Stands in front of the provider of Quarkus, which is known by now. */
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
            // There is nothing but this one.
        }
    }
}

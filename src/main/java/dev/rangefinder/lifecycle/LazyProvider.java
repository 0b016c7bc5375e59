package dev.rangefinder.lifecycle;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.ProviderUtil;
import java.util.Map;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** Creates the session factories of another provider on first use. */
record LazyProvider(PersistenceProvider eager) implements PersistenceProvider {

    @Override
    public EntityManagerFactory createEntityManagerFactory(String unit, Map<?, ?> properties) {
        return Deferred.of(SessionFactoryImplementor.class, () -> eager.createEntityManagerFactory(unit, properties));
    }

    @Override
    public EntityManagerFactory createEntityManagerFactory(PersistenceConfiguration configuration) {
        return eager.createEntityManagerFactory(configuration);
    }

    @Override
    public EntityManagerFactory createContainerEntityManagerFactory(PersistenceUnitInfo unit, Map<?, ?> properties) {
        return eager.createContainerEntityManagerFactory(unit, properties);
    }

    @Override
    public void generateSchema(PersistenceUnitInfo unit, Map<?, ?> properties) {
        eager.generateSchema(unit, properties);
    }

    @Override
    public boolean generateSchema(String unit, Map<?, ?> properties) {
        return eager.generateSchema(unit, properties);
    }

    @Override
    public ProviderUtil getProviderUtil() {
        return eager.getProviderUtil();
    }
}

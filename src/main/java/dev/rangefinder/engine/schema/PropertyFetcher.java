package dev.rangefinder.engine.schema;

import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.RunsStatement;
import dev.rangefinder.store.Reads;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a property of the Java object behind a GraphQL object. */
public final class PropertyFetcher implements PlainFetcher, PlugableDataFetcher<Object> {

    private final Class<?> owner;
    private final Member member;
    private final @Nullable RunsStatement runsStatement;

    private PropertyFetcher(Class<?> owner, Member member) {
        this.owner = owner;
        this.member = member;
        this.runsStatement = member instanceof Method method ? method.getAnnotation(RunsStatement.class) : null;
    }

    static PropertyFetcher of(Field field, Reference owner) {
        try {
            Class<?> type = JavaTypes.load(owner.getClassName());
            return new PropertyFetcher(type, memberOf(type, field));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No property for " + owner.getName() + '.' + field.getName(), e);
        }
    }

    private static Member memberOf(Class<?> type, Field field) throws ReflectiveOperationException {
        if (field.getMethodName() == null) {
            return JavaTypes.field(type, field.getPropertyName());
        }
        Method method = type.getMethod(field.getMethodName());
        if (isGenerated(method, field)) {
            return JavaTypes.field(type, field.getPropertyName());
        }
        method.setAccessible(true);
        return method;
    }

    /** Quarkus adds getters for the public fields of entities. The field is preferred, because it identifies the property. */
    private static boolean isGenerated(Method method, Field field) {
        return Keyed.class.isAssignableFrom(method.getDeclaringClass())
                && !method.isAnnotationPresent(Reads.class)
                && JavaTypes.hasField(method.getDeclaringClass(), field.getPropertyName());
    }

    /** The class with the property. */
    public Class<?> owner() {
        return owner;
    }

    /** Whether reading it may run a statement. */
    public boolean runsStatement() {
        return runsStatement != null;
    }

    /** Whether it requires the rows of the page of a connection. */
    public boolean readsPage() {
        return runsStatement == null || runsStatement.readsPage();
    }

    /** The properties of the object that are read; null when unknown. */
    public @Nullable Set<String> reads() {
        return member instanceof Method method ? JavaTypes.reads(method) : Set.of(member.getName());
    }

    @Override
    public @Nullable Object read(Object parent) throws Exception {
        if (member instanceof java.lang.reflect.Field field) {
            return field.get(parent);
        }
        try {
            return ((Method) member).invoke(parent);
        } catch (InvocationTargetException e) {
            throw JavaTypes.cause(e);
        }
    }
}

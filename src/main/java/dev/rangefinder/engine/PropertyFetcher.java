package dev.rangefinder.engine;

import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a plain field of the schema out of the Java object that stands for its parent. */
final class PropertyFetcher implements PlainFetcher, PlugableDataFetcher<Object> {

    private final Class<?> owner;
    private final Member member;

    private PropertyFetcher(Class<?> owner, Member member) {
        this.owner = owner;
        this.member = member;
    }

    static PropertyFetcher of(Field field, Reference owner) {
        try {
            Class<?> type = JavaTypes.load(owner.getClassName());
            if (field.getMethodName() != null) {
                Method method = type.getMethod(field.getMethodName());
                method.setAccessible(true);
                return new PropertyFetcher(type, method);
            }
            return new PropertyFetcher(type, JavaTypes.field(type, field.getPropertyName()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No property for " + owner.getName() + '.' + field.getName(), e);
        }
    }

    /** The class of the objects that have the property. */
    Class<?> owner() {
        return owner;
    }

    /** Which properties of the object are read; null when that is not known. */
    @Nullable Set<String> reads() {
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

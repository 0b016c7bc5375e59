package dev.rangefinder.lifecycle;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Creates an object on first use. Until then, the objects that its getters return are deferred as well, and closing it does
 * nothing. Its interfaces are registered for native executables in {@code META-INF/native-image}.
 */
final class Deferred implements InvocationHandler {

    private final Supplier<?> source;
    private @Nullable Object target;

    private Deferred(Supplier<?> source) {
        this.source = source;
    }

    /** A proxy for the object of a source. */
    static <T> T of(Class<T> type, Supplier<?> source) {
        return type.cast(
                Proxy.newProxyInstance(Deferred.class.getClassLoader(), new Class<?>[] {type}, new Deferred(source)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("unwrap")) {
            return proxy;
        }
        if (isCreated()) {
            return call(method, arguments);
        }
        if (method.getName().equals("close")) {
            return null;
        }
        boolean returnsInterface =
                method.getParameterCount() == 0 && method.getReturnType().isInterface();
        return returnsInterface ? of(method.getReturnType(), () -> callUnchecked(method)) : call(method, arguments);
    }

    private synchronized boolean isCreated() {
        return target != null;
    }

    private synchronized Object target() {
        if (target == null) {
            target = source.get();
        }
        return target;
    }

    private Object callUnchecked(Method method) {
        try {
            return call(method, null);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}

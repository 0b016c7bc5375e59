package dev.rangefinder.lifecycle;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes an object when it is used first. Until then what it hands out is deferred as well, and to close it does nothing.
 * A native executable has to know the interfaces: see {@code META-INF/native-image}.
 */
final class Deferred implements InvocationHandler {

    private final Supplier<?> source;
    private @Nullable Object made;

    private Deferred(Supplier<?> source) {
        this.source = source;
    }

    /** Stands for an object that a source will make. */
    static <T> T of(Class<T> type, Supplier<?> source) {
        return type.cast(
                Proxy.newProxyInstance(Deferred.class.getClassLoader(), new Class<?>[] {type}, new Deferred(source)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("unwrap")) {
            return proxy;
        }
        if (isMade()) {
            return call(method, arguments);
        }
        if (method.getName().equals("close")) {
            return null;
        }
        boolean handsOut =
                method.getParameterCount() == 0 && method.getReturnType().isInterface();
        return handsOut ? of(method.getReturnType(), () -> callUnchecked(method)) : call(method, arguments);
    }

    private synchronized boolean isMade() {
        return made != null;
    }

    private synchronized Object object() {
        if (made == null) {
            made = source.get();
        }
        return made;
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
            return method.invoke(object(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}

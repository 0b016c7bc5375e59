package dev.rangefinder.lifecycle;

import io.quarkus.runtime.annotations.RegisterForProxy;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source whose connections all share one connection and its transaction: they neither commit nor close it. */
@RegisterForProxy(targets = DataSource.class)
@RegisterForProxy(targets = Connection.class)
final class SharedConnection {

    private final Connection connection;

    private SharedConnection(Connection connection) {
        this.connection = connection;
    }

    /** A data source that always returns this connection. */
    static DataSource sourceOf(Connection connection) {
        Connection shared = proxy(Connection.class, new SharedConnection(connection)::invoke);
        return proxy(DataSource.class, (source, method, arguments) -> shared);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object invoke(Object shared, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "commit", "setAutoCommit", "close" -> null;
            case "getAutoCommit" -> true;
            default -> delegate(method, arguments);
        };
    }

    private @Nullable Object delegate(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

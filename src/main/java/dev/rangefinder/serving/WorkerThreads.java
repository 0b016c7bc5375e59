package dev.rangefinder.serving;

import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Creates the threads of the workers. Virtual threads wait for the database without a platform thread, which is most of the
 * cost of a small operation. Java has them from version 21 on, but this is compiled for an earlier version. The methods
 * that create them are listed in {@code META-INF/native-image}: an annotation would register every method of threads,
 * including those that a native executable lacks.
 */
final class WorkerThreads implements ThreadFactory {

    private final ThreadFactory threads;
    private final AtomicInteger number = new AtomicInteger();

    /** In development, the classes of the application have a class loader of their own. */
    private final ClassLoader application = Thread.currentThread().getContextClassLoader();

    WorkerThreads(boolean virtual) {
        this.threads =
                virtual && Runtime.version().feature() >= 21 ? virtualThreads() : Executors.defaultThreadFactory();
    }

    private static ThreadFactory virtualThreads() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory) Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java has no virtual threads", e);
        }
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = threads.newThread(task);
        thread.setName("rangefinder-worker-" + number.incrementAndGet());
        thread.setContextClassLoader(application);
        return thread;
    }
}

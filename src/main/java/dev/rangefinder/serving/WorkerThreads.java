package dev.rangefinder.serving;

import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the threads of the workers. Virtual ones wait for the database without a thread of the operating system, which is
 * most of what a small operation costs. Java has them from version 21 on, later than the version that this is compiled for.
 * The methods that make them are named in {@code META-INF/native-image}: an annotation would name every method of threads,
 * down to those that a native executable does not have.
 */
final class WorkerThreads implements ThreadFactory {

    private final ThreadFactory threads;
    private final AtomicInteger number = new AtomicInteger();

    /** Threads see the classes of the application, which in development come from a class loader of their own. */
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

package dev.rangefinder;

import static java.util.Comparator.comparing;

import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Runs tests without a profile first, then those of each profile, so that the packaged service starts once for each
 * profile. Quarkus does the same for tests in its own JVM.
 */
public final class ByProfile implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(comparing((ClassDescriptor test) -> profileOf(test.getTestClass()))
                        .thenComparing(test -> test.getTestClass().getName()));
    }

    /** The name of the profile that a test class declares or inherits. */
    private static String profileOf(Class<?> test) {
        for (Class<?> type = test; type != null; type = type.getSuperclass()) {
            TestProfile profile = type.getAnnotation(TestProfile.class);
            if (profile != null) {
                return profile.value().getName();
            }
        }
        return "";
    }
}

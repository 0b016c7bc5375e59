package dev.rangefinder.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

/**
 * The engine checks the roles of an operation before it executes any field. Quarkus must not check them again when a method is
 * called, because it does not know the caller.
 */
@QuarkusTest
class RolesAllowedTest {

    /** A class with a restricted method. */
    @Singleton
    public static class Editing {

        /** Only editors may call it, if Quarkus checks. */
        @RolesAllowed("editor")
        public String edit() {
            return "edited";
        }
    }

    @Inject
    Editing editing;

    @Test
    void quarkusDoesNotCheckRoles() {
        assertEquals("edited", editing.edit());
    }
}

package dev.rangefinder.http;

import java.io.IOException;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Installs the Node.js packages in the background while the first tests run, if any test needs them. */
public final class NodeInstallation implements TestExecutionListener {

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        boolean needed = plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .anyMatch(test -> test.getTags().contains(TestTag.create(NodeProject.TAG)));
        if (needed) {
            Thread thread = new Thread(NodeInstallation::install, "npm");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void install() {
        try {
            NodeProject.prepare();
        } catch (IOException | InterruptedException | AssertionError e) {
            System.err.println("The Node.js packages could not be installed: "
                    + e); // a test that needs them tries again, and fails
        }
    }
}

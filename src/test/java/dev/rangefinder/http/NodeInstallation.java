package dev.rangefinder.http;

import java.io.IOException;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Installs what runs on Node.js beside the tests that come first, if there are any that need it. */
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
            System.err.println("Nothing was installed beforehand: " + e); // a test that needs it tries again, and tells
        }
    }
}

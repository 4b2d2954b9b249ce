package dev.virtworkbench.product;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IStartup;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * Starts the bundles that no window waits for (those of a start level above the platform's, see the product's definition) once the
 * window has settled: they serve plug-ins that somebody has installed, and each looks at every bundle when it starts.
 */
public final class LateBundles implements IStartup {

    private static final long SETTLED_MILLISECONDS = 10_000;

    @Override
    public void earlyStartup() {
        Job.createSystem("late bundles", (ICoreRunnable) monitor -> start()).schedule(SETTLED_MILLISECONDS);
    }

    private static void start() {
        Bundle framework = FrameworkUtil.getBundle(LateBundles.class).getBundleContext().getBundle(0);
        int highest = 0;
        for (Bundle bundle : framework.getBundleContext().getBundles()) {
            highest = Math.max(highest, bundle.adapt(BundleStartLevel.class).getStartLevel());
        }
        FrameworkStartLevel level = framework.adapt(FrameworkStartLevel.class);
        if (level.getStartLevel() < highest) {
            level.setStartLevel(highest);
        }
    }
}

package dev.virtworkbench.product;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/**
 * Gives the first window of a new workspace most of the screen: the platform's 1024 by 768 leave the explorer a column in which most of
 * what it says is cut off. A processor of the workbench's model, which runs where nothing of an earlier run is kept; on the UI thread.
 */
public final class FirstWindow implements Listener {

    /** How much of the screen, in per cent each way. */
    private static final int SHARE = 90;
    /** The most that helps, in points. */
    private static final int WIDEST = 1600;
    private static final int HIGHEST = 1000;

    /** As the platform calls it, before it makes the window. */
    @Execute
    public void await() {
        Display.getCurrent().addFilter(SWT.Show, this);
    }

    /** The window is about to be shown: it has its size from the beginning, and nothing jumps. */
    @Override
    public void handleEvent(Event event) {
        if (event.widget instanceof Shell window && window.getParent() == null && (window.getStyle() & SWT.RESIZE) != 0) {
            event.display.removeFilter(SWT.Show, this);
            Rectangle screen = window.getMonitor().getClientArea();
            int width = Math.min(WIDEST, screen.width * SHARE / 100);
            int height = Math.min(HIGHEST, screen.height * SHARE / 100);
            window.setBounds(screen.x + (screen.width - width) / 2, screen.y + (screen.height - height) / 2, width, height);
        }
    }
}

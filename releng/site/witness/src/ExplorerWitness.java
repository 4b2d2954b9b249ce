package dev.virtworkbench.site.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;

/**
 * Writes down, when the workbench is closed, which rows the explorer of an installed site shows: to the file of the system
 * property {@code witness.rows}, indented as in the tree. Closing waits for a row that has the words of {@code witness.awaited},
 * as hosts are connected beside the UI thread. It knows the explorer by its id alone, as any other bundle of that Eclipse.
 */
public final class ExplorerWitness implements IStartup, IWorkbenchListener {

    private static final String EXPLORER = "dev.virtworkbench.explorer";
    private static final long PATIENCE_NANOSECONDS = 60_000_000_000L;
    private static final int LOOK_AGAIN_MILLISECONDS = 100;

    @Override
    public void earlyStartup() {
        PlatformUI.getWorkbench().addWorkbenchListener(this);
    }

    @Override
    public boolean preShutdown(IWorkbench workbench, boolean forced) {
        long begun = System.nanoTime();
        String awaited = System.getProperty("witness.awaited");
        String rows = rows(workbench);
        Display display = workbench.getDisplay();
        while (!rows.contains(awaited) && System.nanoTime() - begun < PATIENCE_NANOSECONDS) {
            boolean[] again = {false};
            display.timerExec(LOOK_AGAIN_MILLISECONDS, () -> again[0] = true);
            while (!again[0]) {
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
            rows = rows(workbench);
        }
        try {
            Files.writeString(Path.of(System.getProperty("witness.rows")), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    @Override
    public void postShutdown(IWorkbench workbench) {}

    private static String rows(IWorkbench workbench) {
        IViewPart explorer = workbench.getActiveWorkbenchWindow().getActivePage().findView(EXPLORER);
        if (explorer == null || !(explorer.getSite().getSelectionProvider() instanceof TreeViewer viewer)) {
            return "";
        }
        StringBuilder rows = new StringBuilder();
        write(viewer.getTree().getItems(), "", rows);
        return rows.toString();
    }

    private static void write(TreeItem[] items, String indent, StringBuilder rows) {
        for (TreeItem item : items) {
            rows.append(indent).append(item.getText()).append('\n');
            write(item.getItems(), indent + "  ", rows);
        }
    }
}

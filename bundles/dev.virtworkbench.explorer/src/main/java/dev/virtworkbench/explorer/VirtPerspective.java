package dev.virtworkbench.explorer;

import dev.virtworkbench.explorer.view.ExplorerView;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.navigator.resources.ProjectExplorer;

/** Where the views of this work stand: hosts and files left, the document right, what it came to below. */
public final class VirtPerspective implements IPerspectiveFactory {

    /** Its id in {@code plugin.xml}. */
    public static final String ID = "dev.virtworkbench.perspective";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.addView(ExplorerView.ID, IPageLayout.LEFT, 0.28f, editors);
        layout.addView(ProjectExplorer.VIEW_ID, IPageLayout.BOTTOM, 0.6f, ExplorerView.ID);
        layout.addView(IPageLayout.ID_OUTLINE, IPageLayout.RIGHT, 0.75f, editors);
        var below = layout.createFolder("dev.virtworkbench.below", IPageLayout.BOTTOM, 0.72f, editors);
        below.addView(IPageLayout.ID_PROBLEM_VIEW);
        below.addView(IPageLayout.ID_PROP_SHEET);
        below.addView(IConsoleConstants.ID_CONSOLE_VIEW);
        below.addView(IPageLayout.ID_PROGRESS_VIEW);
        layout.addShowViewShortcut(ExplorerView.ID);
        layout.addPerspectiveShortcut(ID);
        for (String made : new String[] {"host", "pool", "volume", "domain", "command", "file", "samples"}) {
            layout.addNewWizardShortcut("dev.virtworkbench.explorer.new." + made);
        }
    }
}

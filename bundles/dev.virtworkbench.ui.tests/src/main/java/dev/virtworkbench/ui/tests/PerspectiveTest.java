package dev.virtworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.explorer.ExplorerView;
import dev.virtworkbench.explorer.VirtPerspective;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

class PerspectiveTest {

    @Test
    void perspectiveOpensWithTheExplorerInSight() throws Exception {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = PlatformUI.getWorkbench().showPerspective(VirtPerspective.ID, window);
        var explorer = page.findView(ExplorerView.ID);
        assertNotNull(explorer);
        assertTrue(page.isPartVisible(explorer));
    }
}

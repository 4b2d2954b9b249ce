package dev.virtworkbench.ui.tests.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.virtworkbench.explorer.VirtPerspective;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives every test the workbench as it is after the first start, and takes away what the test left in it; a window that cannot be closed is a failure. */
public final class FreshWorkbench implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        Ui.await("window of the workbench", () -> PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0);
        Ui.run(() -> {
            IWorkbenchWindow window = window();
            window.getShell().setBounds(Ui.display().getBounds());
            PlatformUI.getWorkbench().showPerspective(VirtPerspective.ID, window);
            page().resetPerspective();
        });
        Ui.settle();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            Screenshots.take("failed-" + test.getRequiredTestClass().getSimpleName() + '-' + test.getRequiredTestMethod().getName());
        }
        List<String> stayed = new LeftWindows(Ui.PATIENCE).close();
        Ui.run(() -> page().closeAllEditors(false));
        Ui.run(() -> {
            IWorkspaceRoot files = ResourcesPlugin.getWorkspace().getRoot();
            for (IProject project : files.getProjects()) {
                project.delete(true, true, null);
            }
        });
        assertEquals(List.of(), stayed, "windows that the test left and that did not close; has it left work under way?");
    }

    /** The one window. On the UI thread. */
    public static IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    /** Its page. On the UI thread. */
    public static IWorkbenchPage page() {
        return window().getActivePage();
    }

    /** Brings a view to the front and returns it. From any thread. */
    public static <V extends IViewPart> V view(String id, Class<V> type) {
        return type.cast(Ui.get(() -> page().showView(id)));
    }
}

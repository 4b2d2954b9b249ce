package dev.virtworkbench.ui.tests.explorer;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.navigator.resources.ProjectExplorer;

/** What a person chooses from menus and lists. From any thread but the UI thread. */
final class Chosen {

    private Chosen() {}

    /** Starts a command as its menu entry does; dialogs may follow. */
    static void command(String id) {
        Ui.start(() -> FreshWorkbench.window().getService(IHandlerService.class).executeCommand(id, null));
    }

    /** Selects files of the workspace in the view that shows them. */
    static void files(IFile... files) {
        ProjectExplorer view = FreshWorkbench.view(ProjectExplorer.VIEW_ID, ProjectExplorer.class);
        Ui.await("selected files", () -> {
            view.selectReveal(new StructuredSelection(files));
            return view.getCommonViewer().getStructuredSelection().size() == files.length;
        });
    }

    /** Takes from the list of a dialog the entry that begins like this. */
    static void entry(String dialog, String beginning) {
        Shell list = Widgets.shell(dialog);
        Text filter = Widgets.find(list, Text.class, "filter", text -> true);
        Ui.run(() -> filter.setText(beginning));
        // the list follows the filter in a job of its own
        Table entries = Widgets.find(list, Table.class, "entries", table -> true);
        Ui.await("entry " + beginning, () -> entries.getSelectionCount() == 1
                && entries.getSelection()[0].getText().startsWith(beginning));
        Widgets.press(Widgets.button(list, "OK"));
    }
}

package dev.virtworkbench.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.virtworkbench.explorer.view.ExplorerView;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Keyboard;
import dev.virtworkbench.ui.tests.driver.Pauses;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The workbench opens on this work's perspective, and a person can do something in it. */
@ExtendWith(FreshWorkbench.class)
class PerspectiveTest {

    @Test
    @Tag(Screenshots.TAG)
    void theExplorerIsInSight() {
        Ui.await("explorer in sight", () -> {
            var explorer = FreshWorkbench.page().findView(ExplorerView.ID);
            return explorer != null && FreshWorkbench.page().isPartVisible(explorer);
        });
        Screenshots.take("workbench");
    }

    @Test
    @Tag(Screenshots.TAG)
    void itsMenuOpensByItsKeyAndHasWhatIsDoneToObjects() {
        ExplorerView explorer = FreshWorkbench.view(ExplorerView.ID, ExplorerView.class);
        Tree tree = Ui.get(() -> (Tree) ((TreeViewer) explorer.getSite().getSelectionProvider()).getControl());
        Widgets.select(tree, "test:///default", "Storage pools", "default-pool");
        Ui.settle();
        Menu menu = Ui.get(() -> Arrays.stream(FreshWorkbench.window().getShell().getMenuBar().getItems())
                .filter(item -> item.getText().equals("&Virtualization")).findFirst().orElseThrow().getMenu());
        AtomicBoolean open = new AtomicBoolean();
        Ui.run(() -> {
            menu.addListener(SWT.Show, event -> open.set(true));
            menu.addListener(SWT.Hide, event -> open.set(false));
        });
        Keyboard.press("ALT+V");
        Ui.await("open menu", open::get);
        try {
            Screenshots.take("menu");
            assertTrue(Ui.get(menu::getItemCount) > 3);
        } finally {
            Keyboard.leaveMenu();
        }
        Ui.await("closed menu", () -> !open.get());
    }

    @Test
    void whatIsTypedStandsInTheEditor() {
        ITextEditor editor = Ui.get(() -> {
            IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("pools");
            project.create(null);
            project.open(null);
            IFile file = project.getFile("images.xml");
            file.create(new byte[0], true, false, null);
            return (ITextEditor) IDE.openEditor(FreshWorkbench.page(), file, "org.eclipse.ui.genericeditor.GenericEditor");
        });
        StyledText text = Ui.get(() -> (StyledText) editor.getAdapter(Control.class));
        Keyboard.type(text, "ab");
        IDocument document = Ui.get(() -> editor.getDocumentProvider().getDocument(editor.getEditorInput()));
        assertEquals("ab", Ui.get(document::get));
    }

    @Test
    void aDialogIsFoundAndClosed() {
        Shell window = Ui.get(() -> FreshWorkbench.window().getShell());
        Widgets.menuBar(window, "Window", "Preferences...");
        Shell preferences = Widgets.shell("Preferences");
        assertNotNull(preferences);
        Widgets.press(Widgets.button(preferences, "Cancel"));
        Ui.await("closed preferences", preferences::isDisposed);
    }

    @Test
    void aPauseOfTheUiThreadIsSeen() throws Exception {
        try (Pauses pauses = new Pauses()) {
            Ui.settle();
            Ui.run(() -> {
                long until = System.nanoTime() + Duration.ofMillis(150).toNanos();
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
            });
            Ui.settle();
            Ui.await("pause", () -> pauses.longest().toMillis() >= 100);
            assertTrue(pauses.longest().compareTo(Ui.PATIENCE) < 0);
        }
    }
}

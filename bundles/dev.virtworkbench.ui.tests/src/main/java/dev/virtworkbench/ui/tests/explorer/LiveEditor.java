package dev.virtworkbench.ui.tests.explorer;

import dev.virtworkbench.explorer.view.ExplorerView;
import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Ui;
import dev.virtworkbench.ui.tests.driver.Widgets;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.texteditor.ITextEditor;

/** The document of a host's object in its editor. From any thread but the UI thread. */
record LiveEditor(ITextEditor editor, IDocument document) {

    /** Opens it as a double click on its row does. */
    static LiveEditor open(String... path) {
        Widgets.open(tree(), path);
        return await(path[path.length - 1] + ".xml");
    }

    /** The tree of hosts, brought to the front. */
    static Tree tree() {
        return viewer().getTree();
    }

    /** The viewer of that tree. */
    static TreeViewer viewer() {
        ExplorerView view = FreshWorkbench.view(ExplorerView.ID, ExplorerView.class);
        return Ui.get(() -> (TreeViewer) view.getSite().getSelectionProvider());
    }

    /** Waits until an editor of that title is there and in front. */
    static LiveEditor await(String title) {
        return Ui.find("editor " + title, () -> Arrays.stream(FreshWorkbench.page().getEditorReferences())
                .filter(reference -> reference.getTitle().equals(title)).map(IEditorReference.class::cast)
                .map(reference -> reference.getEditor(true)).filter(ITextEditor.class::isInstance).map(ITextEditor.class::cast)
                .filter(editor -> FreshWorkbench.page().getActiveEditor() == editor)
                .flatMap(editor -> Optional.ofNullable(editor.getDocumentProvider().getDocument(editor.getEditorInput())).stream()
                        .map(document -> new LiveEditor(editor, document))).findFirst());
    }

    String content() {
        return Ui.get(document::get);
    }

    /** Replaces words, as typing would. */
    LiveEditor replace(String words, String by) {
        int at = content().indexOf(words);
        if (at < 0) {
            throw new AssertionError("no " + words + " in " + content());
        }
        Ui.run(() -> document.replace(at, words.length(), by));
        return this;
    }

    /** Saves it as Ctrl+S does; comes back at once, as dialogs follow. */
    LiveEditor save() {
        Ui.start(() -> FreshWorkbench.page().saveEditor(editor, false));
        return this;
    }

    boolean dirty() {
        return Ui.get(editor::isDirty);
    }

    void awaitClean() {
        Ui.await("clean editor", () -> !editor.isDirty());
    }
}

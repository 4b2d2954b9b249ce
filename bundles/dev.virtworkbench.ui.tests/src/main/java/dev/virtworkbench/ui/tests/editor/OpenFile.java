package dev.virtworkbench.ui.tests.editor;

import dev.virtworkbench.ui.tests.driver.FreshWorkbench;
import dev.virtworkbench.ui.tests.driver.Keyboard;
import dev.virtworkbench.ui.tests.driver.Screenshots;
import dev.virtworkbench.ui.tests.driver.Ui;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * A file of the workspace open in an editor. Texts are written with {@code |} where the caret is. From any thread but the UI thread;
 * {@link FreshWorkbench} takes the file away.
 *
 * @param file in a project of the test's own
 * @param editor the editor that the workbench chose for it
 * @param text its widget
 * @param document what is edited
 */
public record OpenFile(IFile file, ITextEditor editor, StyledText text, IDocument document) {

    private static final String PROJECT = "editing";

    /** Makes a file with a text and opens it as a double click would. */
    public static OpenFile open(String name, String textWithCaret) {
        int caret = textWithCaret.indexOf('|');
        OpenFile opened = Ui.get(() -> {
            IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT);
            if (!project.exists()) {
                project.create(null);
            }
            project.open(null);
            IFile file = project.getFile(name);
            file.create(textWithCaret.replace("|", "").getBytes(StandardCharsets.UTF_8), true, false, null);
            return of(file);
        });
        if (caret >= 0) {
            opened.select(caret, 0);
        }
        return opened;
    }

    /** Opens a file that is there. On the UI thread. */
    public static OpenFile of(IFile file) throws PartInitException {
        ITextEditor editor = (ITextEditor) IDE.openEditor(FreshWorkbench.page(), file);
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        return new OpenFile(file, editor, (StyledText) editor.getAdapter(Control.class), document);
    }

    /** Types at the caret. */
    public OpenFile type(String characters) {
        Keyboard.type(text, characters);
        return this;
    }

    /** Selects characters of the document. */
    public void select(int offset, int length) {
        Ui.run(() -> editor.selectAndReveal(offset, length));
    }

    /** Puts the caret behind the first place of the document that reads like this. */
    public OpenFile caretBehind(String words) {
        int at = content().indexOf(words);
        if (at < 0) {
            throw new AssertionError("no " + words + " in " + content());
        }
        select(at + words.length(), 0);
        return this;
    }

    /** Does what a menu entry or key of that command would. */
    public OpenFile execute(String command) {
        return execute(command, Map.of());
    }

    /** The same with parameters. */
    public OpenFile execute(String command, Map<String, String> parameters) {
        Ui.run(() -> {
            FreshWorkbench.page().activate(editor);
            var known = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(command);
            PlatformUI.getWorkbench().getService(IHandlerService.class)
                    .executeCommand(ParameterizedCommand.generateCommand(known, parameters), null);
        });
        Ui.settle();
        return this;
    }

    /** Saves it as Ctrl+S would. */
    public OpenFile save() {
        Ui.run(() -> editor.doSave(null));
        return this;
    }

    /** Takes a picture of the workbench with all of the editor painted: remarks make their room while they are painted first. */
    public void picture(String name) {
        for (int painted = 0; painted < 2; painted++) {
            Ui.run(() -> {
                text.redraw();
                text.update();
            });
            Ui.settle();
        }
        Screenshots.take(name);
    }

    /** What stands in the editor. */
    public String content() {
        return Ui.get(document::get);
    }

    /** What stands in the editor, with the caret. */
    public String contentWithCaret() {
        return Ui.get(() -> {
            ITextSelection selection = (ITextSelection) editor.getSelectionProvider().getSelection();
            return new StringBuilder(document.get()).insert(selection.getOffset() + selection.getLength(), '|').toString();
        });
    }

    /** What is selected. */
    public String selected() {
        return Ui.get(() -> ((ITextSelection) editor.getSelectionProvider().getSelection()).getText());
    }

    /** The editor's viewer. */
    public ISourceViewer viewer() {
        return (ISourceViewer) Ui.get(() -> editor.getAdapter(ITextViewer.class));
    }
}

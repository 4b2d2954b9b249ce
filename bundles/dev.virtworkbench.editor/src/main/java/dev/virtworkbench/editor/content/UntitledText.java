package dev.virtworkbench.editor.content;

import dev.virtworkbench.language.schema.Recognition;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWindowListener;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.ILocationProvider;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * A text without a file (File > New > Untitled Text File) has an editor that was chosen when nobody could know what it becomes. Once its root
 * element is libvirt's it goes on, with caret and all, in one that has the parts for it. On the UI thread.
 */
public final class UntitledText implements IStartup, IPartListener2, IWindowListener {

    private final Map<ITextEditor, TypingPause<Boolean>> watched = new HashMap<>();

    @Override
    public void earlyStartup() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        workbench.getDisplay().asyncExec(() -> {
            workbench.addWindowListener(this);
            for (IWorkbenchWindow window : workbench.getWorkbenchWindows()) {
                windowOpened(window);
            }
        });
    }

    @Override
    public void windowOpened(IWorkbenchWindow window) {
        window.getPartService().addPartListener(this);
    }

    @Override
    public void windowActivated(IWorkbenchWindow window) { }

    @Override
    public void windowDeactivated(IWorkbenchWindow window) { }

    @Override
    public void windowClosed(IWorkbenchWindow window) { }

    @Override
    public void partOpened(IWorkbenchPartReference part) {
        if (part.getPart(false) instanceof ITextEditor editor && isUntitled(editor.getEditorInput())) {
            TypingPause<Boolean> pause = new TypingPause<>(tree -> Recognition.of(tree, "").isPresent(), libvirts -> {
                if (libvirts) {
                    goOn(editor);
                }
            });
            watched.put(editor, pause);
            pause.watch(editor.getDocumentProvider().getDocument(editor.getEditorInput()));
        }
    }

    @Override
    public void partClosed(IWorkbenchPartReference part) {
        forget(part.getPart(false));
    }

    @Override
    public void partInputChanged(IWorkbenchPartReference part) {
        // It has been saved, and has a name of its own.
        forget(part.getPart(false));
    }

    private void forget(Object part) {
        TypingPause<Boolean> pause = watched.remove(part);
        if (pause != null) {
            pause.watch(null);
        }
    }

    private static boolean isUntitled(IEditorInput input) {
        return input instanceof ILocationProvider && !input.exists() && !(input instanceof UntitledInput);
    }

    private void goOn(ITextEditor begun) {
        forget(begun);
        IWorkbenchPage page = begun.getSite().getPage();
        UntitledInput input = new UntitledInput(begun.getTitle());
        try {
            ITextEditor ours = (ITextEditor) page.openEditor(input, FilesByRoot.EDITOR, page.getActiveEditor() == begun);
            IDocument text = ours.getDocumentProvider().getDocument(input);
            text.replace(0, 0, begun.getDocumentProvider().getDocument(begun.getEditorInput()).get());
            ISelection caret = begun.getSelectionProvider().getSelection();
            ours.getSelectionProvider().setSelection(caret);
            page.closeEditor(begun, false);
        } catch (PartInitException | BadLocationException failure) {
            ILog.of(getClass()).error("going on with " + begun.getTitle() + " as libvirt XML", failure);
        }
    }
}

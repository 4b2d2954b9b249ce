package dev.virtworkbench.explorer.live;

import dev.virtworkbench.editor.content.ReadOnlyText;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import dev.virtworkbench.language.schema.DocumentKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;

/** Editors of what hosts have: of live documents, and of texts to read. On the UI thread. */
public final class LiveEditors {

    private static final String GENERIC_EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";

    private LiveEditors() { }

    /**
     * Opens an object's document, read in the background; one that is open already comes to the front. Does nothing for an object
     * that has none.
     */
    public static void open(HostObject selected) {
        LiveObject.of(selected).ifPresent(object -> open(selected.host(), object));
    }

    static void open(Host host, LiveObject object) {
        IEditorPart editor = page().findEditor(new LiveInput(object));
        if (editor != null) {
            page().activate(editor);
            return;
        }
        HostNews.listenTo(host);
        Asked.then(object.read(host, true), xml -> show(object, xml));
    }

    /** Opens a document as the host gave it. */
    static void show(LiveObject object, String xml) {
        LiveDocument document = LiveDocument.open(object, xml);
        try {
            page().openEditor(new LiveInput(object), GENERIC_EDITOR, true, IWorkbenchPage.MATCH_INPUT);
        } catch (PartInitException e) {
            document.close();
            Failure.show(e);
        }
    }

    /**
     * Opens a document with a text that was kept when the workbench was ended.
     *
     * @param opened what the host had when editing began
     */
    static void showUnsaved(LiveObject object, String opened, String text) throws CoreException {
        VirtWorkbench.get().engine().host(object.host()).ifPresent(HostNews::listenTo);
        show(object, opened);
        LiveDocument document = LiveDocument.at(object.uri()).orElseThrow(() -> new CoreException(Status.error(Texts.get("not-open", object.name()))));
        document.goOnWith(text);
    }

    /** Opens a text to read; one that is open already comes to the front. */
    public static void open(ReadOnlyText text) {
        try {
            page().openEditor(text, GENERIC_EDITOR, true, IWorkbenchPage.MATCH_INPUT);
        } catch (PartInitException e) {
            Failure.show(e);
        }
    }

    /**
     * Opens a document of something that its host does not have yet, unsaved: to save it is to make it, after a look at what that does.
     *
     * @param pool where a volume goes; otherwise empty
     * @param name what the document is called until it is saved
     */
    public static void openNew(Host host, DocumentKind kind, Optional<UUID> pool, String name, String text) throws CoreException {
        LiveObject object = new LiveObject(host.uri(), kind, pool.orElseGet(UUID::randomUUID), name);
        HostNews.listenTo(host);
        show(object, "");
        edit(object, empty -> text);
    }

    /** Opens an object's document, read in the background, and edits it there, unsaved and in sight. @param edit gives the new text */
    public static void openAndEdit(Host host, LiveObject object, UnaryOperator<String> edit) {
        HostNews.listenTo(host);
        Asked.then(object.read(host, true), xml -> {
            show(object, xml);
            try {
                String before = LiveDocument.at(object.uri()).map(LiveDocument::edited).orElse("");
                edit(object, edit);
                reveal(object, before);
            } catch (CoreException e) {
                Failure.show(e);
            }
        });
    }

    private static void edit(LiveObject object, UnaryOperator<String> edit) throws CoreException {
        LiveDocument document = LiveDocument.at(object.uri())
                .orElseThrow(() -> new CoreException(Status.error(Texts.get("not-open", object.name()))));
        document.merged(edit.apply(document.edited()), document.opened());
    }

    /** Selects what has been inserted into a text. */
    private static void reveal(LiveObject object, String before) {
        if (page().findEditor(new LiveInput(object)) instanceof ITextEditor editor) {
            String after = editor.getDocumentProvider().getDocument(editor.getEditorInput()).get();
            editor.selectAndReveal(Math.max(0, Arrays.mismatch(before.toCharArray(), after.toCharArray())),
                    Math.max(0, after.length() - before.length()));
        }
    }

    /** Closes the editor of a document that is no more, once whoever works with it now is done. */
    static void closeLater(LiveObject object) {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            IEditorPart editor = page().findEditor(new LiveInput(object));
            if (editor != null) {
                page().closeEditor(editor, false);
            }
        });
    }

    private static IWorkbenchPage page() {
        IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return (active != null ? active : PlatformUI.getWorkbench().getWorkbenchWindows()[0]).getActivePage();
    }
}

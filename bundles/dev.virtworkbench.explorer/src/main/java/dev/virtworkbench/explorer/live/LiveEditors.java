package dev.virtworkbench.explorer.live;

import dev.virtworkbench.editor.content.ReadOnlyText;
import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.jobs.Asked;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

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

    private static IWorkbenchPage page() {
        IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return (active != null ? active : PlatformUI.getWorkbench().getWorkbenchWindows()[0]).getActivePage();
    }
}

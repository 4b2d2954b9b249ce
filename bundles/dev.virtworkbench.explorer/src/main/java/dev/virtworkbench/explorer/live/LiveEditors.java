package dev.virtworkbench.explorer.live;

import dev.virtworkbench.engine.hosts.Host;
import dev.virtworkbench.explorer.dialogs.Failure;
import java.util.concurrent.CompletionException;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** Editors of live documents. On the UI thread. */
public final class LiveEditors {

    private static final String GENERIC_EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";

    private LiveEditors() { }

    /** Opens an object's document, read in the background; one that is open already comes to the front. */
    public static void open(Host host, LiveObject object) {
        IEditorPart editor = page().findEditor(new LiveInput(object));
        if (editor != null) {
            page().activate(editor);
            return;
        }
        HostNews.listenTo(host);
        var display = PlatformUI.getWorkbench().getDisplay();
        object.read(host, true).result().whenComplete((xml, failure) -> {
            if (failure == null) {
                display.asyncExec(() -> show(object, xml));
            } else {
                Failure.show(failure instanceof CompletionException ? failure.getCause() : failure);
            }
        });
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

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }
}

package dev.virtworkbench.explorer.history;

import dev.virtworkbench.engine.history.History;
import dev.virtworkbench.engine.history.HistoryEntry;
import dev.virtworkbench.explorer.dialogs.Failure;
import dev.virtworkbench.explorer.live.LiveInput;
import dev.virtworkbench.explorer.live.LiveObject;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.workbench.Selected;
import dev.virtworkbench.explorer.workbench.VirtWorkbench;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the history: of the selected object, of the one in the active editor, or of everything. */
public final class HistoryHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        Optional<LiveObject> object = object(event);
        CompletableFuture.supplyAsync(() -> read(object)).thenAccept(entries -> shell.getDisplay().asyncExec(() -> {
            if (!shell.isDisposed()) {
                new HistoryDialog(shell, entries).open();
            }
        }));
        return null;
    }

    private static Optional<LiveObject> object(ExecutionEvent event) {
        List<HostObject> selected = Selected.of(HandlerUtil.getCurrentSelection(event), HostObject.class);
        if (selected.size() == 1) {
            return LiveObject.of(selected.getFirst());
        }
        return HandlerUtil.getActivePart(event) == HandlerUtil.getActiveEditor(event)
                && HandlerUtil.getActiveEditorInput(event) instanceof LiveInput input ? Optional.of(input.object()) : Optional.empty();
    }

    private static List<HistoryEntry> read(Optional<LiveObject> object) {
        History history = VirtWorkbench.get().history();
        try {
            return object.isEmpty() ? history.entries()
                    : history.entries(object.get().host(), object.get().uuid(), object.get().name());
        } catch (IOException e) {
            Failure.show(e);
            return List.of();
        }
    }
}

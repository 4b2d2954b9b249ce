package dev.virtworkbench.explorer.dragging;

import dev.virtworkbench.engine.drafts.DiskDraft;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.workbench.Selected;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.texteditor.ITextEditor;

/** Volumes dropped into a domain's document become its next disks, wherever in the text they are dropped. */
public final class VolumeDrop extends DropTargetAdapter {

    private final ITextEditor editor;

    public VolumeDrop(ITextEditor editor) {
        this.editor = editor;
    }

    /** Lets volumes be dropped into the editor, besides what its text takes already. Once is enough. On the UI thread. */
    static void join(ITextEditor editor) {
        if (!(editor.getAdapter(Control.class) instanceof StyledText text) || text.isDisposed()) {
            return;
        }
        DropTarget target = text.getData(DND.DROP_TARGET_KEY) instanceof DropTarget there ? there : new DropTarget(text, DND.DROP_COPY);
        if (Stream.of(target.getDropListeners()).noneMatch(VolumeDrop.class::isInstance)) {
            target.setTransfer(Stream.concat(Stream.of(target.getTransfer()), Stream.of(LocalSelectionTransfer.getTransfer()))
                    .distinct().toArray(Transfer[]::new));
            target.addDropListener(new VolumeDrop(editor));
        }
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        dragOver(event);
    }

    @Override
    public void dragOperationChanged(DropTargetEvent event) {
        dragOver(event);
    }

    @Override
    public void dragOver(DropTargetEvent event) {
        List<HostObject.OfVolume> volumes = volumes();
        // whatever else is dragged is the business of those who were there before
        if (!volumes.isEmpty()) {
            event.detail = fits(volumes.getFirst()) ? DND.DROP_COPY : DND.DROP_NONE;
        }
    }

    @Override
    public void drop(DropTargetEvent event) {
        insert(volumes());
        // who dropped something goes on where it is
        editor.getSite().getPage().activate(editor);
    }

    private static List<HostObject.OfVolume> volumes() {
        return Selected.of(LocalSelectionTransfer.getTransfer().getSelection(), HostObject.OfVolume.class);
    }

    private boolean fits(HostObject.OfVolume volume) {
        return editor.isEditable() && edit(volume).isPresent();
    }

    /** Makes them disks, as one step of undo. Does nothing in a document that is no domain. On the UI thread. */
    public void insert(List<HostObject.OfVolume> volumes) {
        IRewriteTarget target = editor.getAdapter(IRewriteTarget.class);
        target.beginCompoundChange();
        try {
            for (HostObject.OfVolume volume : volumes) {
                Optional<TextEdit> edit = edit(volume);
                if (edit.isPresent()) {
                    TextEdit disk = edit.get();
                    document().replace(disk.span().start(), disk.span().length(), disk.newText());
                    editor.selectAndReveal(disk.span().start(), disk.newText().length());
                }
            }
        } catch (BadLocationException e) {
            throw new IllegalStateException("a document that is not edited on the UI thread alone", e);
        } finally {
            target.endCompoundChange();
        }
    }

    /** Worked out anew for each, as the one before has taken a target. */
    private Optional<TextEdit> edit(HostObject.OfVolume volume) {
        return new DiskDraft(volume.in(), volume.summary()).in(XmlTree.parse(document().get()));
    }

    private IDocument document() {
        return editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }
}

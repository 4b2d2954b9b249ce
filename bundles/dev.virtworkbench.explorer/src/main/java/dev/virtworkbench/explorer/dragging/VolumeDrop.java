package dev.virtworkbench.explorer.dragging;

import dev.virtworkbench.engine.drafts.DiskDraft;
import dev.virtworkbench.explorer.model.HostObject;
import dev.virtworkbench.explorer.workbench.Selected;
import dev.virtworkbench.language.syntax.TextEdit;
import dev.virtworkbench.language.syntax.XmlTree;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorDropTargetListener;

/** Volumes dropped into a domain's document become its next disks, wherever in the text they are dropped. */
public final class VolumeDrop extends DropTargetAdapter implements ITextEditorDropTargetListener {

    private final ITextEditor editor;

    public VolumeDrop(ITextEditor editor) {
        this.editor = editor;
    }

    @Override
    public Transfer[] getTransfers() {
        return new Transfer[] {LocalSelectionTransfer.getTransfer()};
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
        event.detail = !volumes().isEmpty() && fits(volumes().getFirst()) ? DND.DROP_COPY : DND.DROP_NONE;
    }

    @Override
    public void drop(DropTargetEvent event) {
        insert(volumes());
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

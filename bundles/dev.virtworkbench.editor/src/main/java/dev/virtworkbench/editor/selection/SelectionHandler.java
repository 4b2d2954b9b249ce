package dev.virtworkbench.editor.selection;

import dev.virtworkbench.language.syntax.Span;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/** Changes the selection of the active text editor by one step. The editor's widget remembers where the selection began to grow. */
abstract class SelectionHandler extends AbstractHandler {

    private static final String GROWN = SelectionHandler.class.getName();

    /** A selection that a step made, and where the selection stood before the first step. */
    private record Grown(Span to, int from) {}

    /**
     * What is selected next.
     *
     * @param place where the selection began to grow
     * @return empty to leave it
     */
    abstract Optional<Span> next(IDocument document, Span selected, int place);

    @Override
    public Object execute(ExecutionEvent event) {
        IEditorPart active = HandlerUtil.getActiveEditor(event);
        ITextEditor editor = active == null ? null : active.getAdapter(ITextEditor.class);
        if (editor != null && editor.getSelectionProvider().getSelection() instanceof ITextSelection selection) {
            Control text = editor.getAdapter(Control.class);
            Span selected = new Span(selection.getOffset(), selection.getOffset() + selection.getLength());
            int place = text.getData(GROWN) instanceof Grown grown && grown.to().equals(selected) ? grown.from() : selected.start();
            next(editor.getDocumentProvider().getDocument(editor.getEditorInput()), selected, place).ifPresent(span -> {
                editor.selectAndReveal(span.start(), span.length());
                text.setData(GROWN, new Grown(span, place));
            });
        }
        return null;
    }
}

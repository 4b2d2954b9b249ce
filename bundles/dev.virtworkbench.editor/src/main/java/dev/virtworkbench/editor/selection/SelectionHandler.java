package dev.virtworkbench.editor.selection;

import dev.virtworkbench.editor.content.ActiveEditor;
import dev.virtworkbench.language.syntax.Span;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Control;

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
        ActiveEditor active = ActiveEditor.of(event);
        if (active != null) {
            Control text = active.editor().getAdapter(Control.class);
            int start = active.selection().getOffset();
            Span selected = new Span(start, start + active.selection().getLength());
            int place = text.getData(GROWN) instanceof Grown grown && grown.to().equals(selected) ? grown.from() : start;
            next(active.document(), selected, place).ifPresent(span -> {
                active.editor().selectAndReveal(span.start(), span.length());
                text.setData(GROWN, new Grown(span, place));
            });
        }
        return null;
    }
}
